package guidang.server.objects;

import guidang.server.kernel.Digests;
import guidang.server.kernel.OperationId;
import guidang.server.kernel.RandomBytes;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/// Bytes that never change, each named by its SHA-256 under the operation that
/// brought it.
public final class Blobs {
    /// A details blob begins with this many random bytes, so that its digest tells
    /// nothing of its words.
    public static final int SALT = 32;

    /// A blob's name is its contents: to put it once more is harmless.
    private static final Retry REPEAT = Retry.backoff(3, Duration.ofMillis(100)).filter(WriteOutcomeUnknown.class::isInstance)
            .onRetryExhaustedThrow((spec, last) -> last.failure());

    private final ObjectStore archive;

    public Blobs(ObjectStore archive) {
        this.archive = archive;
    }

    /// A blob as a record names it.
    ///
    /// @param sha256
    ///            lower-case hexadecimal
    /// @param size
    ///            in bytes
    public record Ref(String sha256, long size) {}

    /// Puts the bytes; durable when it completes. Repeatable.
    public Mono<Ref> put(OperationId operation, byte[] bytes) {
        return put(operation, Digests.hex(bytes), Payload.of(bytes));
    }

    /// Puts a payload whose digest the caller has already computed from the
    /// same bytes.
    public Mono<Ref> put(OperationId operation, String sha256, Payload payload) {
        return archive.putIfAbsent(Layout.blob(operation, sha256), payload).retryWhen(REPEAT)
                .thenReturn(new Ref(sha256, payload.length()));
    }

    public Mono<byte[]> get(OperationId operation, Ref ref) {
        return archive.get(Layout.blob(operation, ref.sha256()), Math.toIntExact(ref.size()));
    }

    public Flux<ByteBuffer> read(OperationId operation, Ref ref, long offset, long length) {
        return archive.read(Layout.blob(operation, ref.sha256()), offset, length);
    }

    /// Removes all bytes of an operation that a record ordered to be destroyed:
    /// those that are named, and what a repeated request may have put beside
    /// them. Repeatable.
    public Mono<ObjectStore.Removal> destroy(OperationId operation, Collection<Ref> named) {
        Flux<String> keys = Flux.concat(Flux.fromIterable(named).map(ref -> Layout.blob(operation, ref.sha256())),
                archive.list(Layout.blobs(operation), "").collectList().flatMapIterable(found -> found));
        return keys.distinct().concatMap(archive::destroy).collectList()
                .map(all -> all.contains(ObjectStore.Removal.KEPT) ? ObjectStore.Removal.KEPT : ObjectStore.Removal.REMOVED);
    }

    /// The words as a details blob: 32 random bytes, then UTF-8 JSON.
    public static byte[] salted(byte[] json) {
        return ByteBuffer.allocate(SALT + json.length).put(RandomBytes.of(SALT)).put(json).array();
    }

    /// The JSON of a details blob.
    public static byte[] unsalted(byte[] details) {
        return Arrays.copyOfRange(details, SALT, details.length);
    }
}
