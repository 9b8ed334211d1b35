package guidang.server.objects;

import java.nio.ByteBuffer;
import java.time.Instant;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// One place in which objects lie by key: `archive` or `work` (DESIGN §3).
///
/// Every method is non-blocking and may be repeated. Keys are ASCII paths made
/// by [Layout] only. An object made by [#putIfAbsent] never changes. Errors:
/// [StoreUnavailable] when the store surely refused or was not reached before
/// anything was sent, [WriteOutcomeUnknown] when a write may or may not have
/// landed, or may still land.
public interface ObjectStore {
    /// Makes the object, atomically, unless the key is occupied; exactly one of any
    /// number of racing callers makes it. On [Put#CREATED] the object and its name
    /// are durable (in a place that is durable at all). On [Put#OCCUPIED] the name
    /// that was found is durable too (PROTOCOL 17). What is derived
    /// ([Layout#derived]) is durable after [#sync] only.
    Mono<Put> putIfAbsent(String key, Payload payload);

    /// Replaces or makes the object; the last of racing callers wins. Only for
    /// derived objects and state.
    Mono<Void> replace(String key, byte[] bytes);

    /// The whole object, at most `limit` bytes; empty where there is none. Errors
    /// with [IllegalStateException] where the object is larger than the limit.
    Mono<byte[]> get(String key, int limit);

    /// The bytes of the object from `offset`, `length` of them, in chunks of at
    /// most 64 KiB; empty where there is none.
    Flux<ByteBuffer> read(String key, long offset, long length);

    /// The object's size in bytes; empty where there is none.
    Mono<Long> size(String key);

    /// When the object was made or last replaced, by the store's clock, within a
    /// second; empty where there is none. For housekeeping.
    Mono<Instant> madeAt(String key);

    /// Keys under the prefix in ascending order, after the given key. For
    /// housekeeping: no correctness rests on it.
    Flux<String> list(String prefix, String after);

    /// Deletes the object if it is there. Refused with
    /// [UnsupportedOperationException] by the archive, which lets go of blobs only
    /// ([#destroy]).
    Mono<Void> delete(String key);

    /// Removes a blob's bytes for good, all versions of them, where a record in the
    /// journal orders so; harmless where there are none. Durable when it completes.
    /// Refused with [UnsupportedOperationException] for anything but a blob.
    Mono<Removal> destroy(String key);

    /// Makes durable what [#replace] and unsynced puts left behind, for the given
    /// keys; called before a watermark that covers them.
    Mono<Void> sync(java.util.Collection<String> keys);

    /// What became of bytes that were to be destroyed.
    enum Removal {
        /// Nothing of them is left.
        REMOVED,
        /// The store does not let go of them: they are locked, or the installation's
        /// credentials may not delete them.
        KEPT
    }

    /// What a conditional put found.
    enum Put {
        CREATED,
        OCCUPIED
    }
}
