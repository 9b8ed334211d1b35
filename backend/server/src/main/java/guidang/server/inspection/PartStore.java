package guidang.server.inspection;

import guidang.server.kernel.Digests;
import guidang.server.kernel.OperationId;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.objects.Layout;
import guidang.server.objects.ObjectStore;
import guidang.server.objects.Payload;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Uploads in parts as they lie in `work`, where any replica goes on with them.
///
/// A part is made by create-if-absent at the offset at which the one before it
/// ends, so that parts follow each other without gap or overlap whoever sends
/// them: of two that send at once one makes the part and the other is told.
final class PartStore {
    private static final int CREATION_LIMIT = 1 << 16;
    /// Of a caller's name in a path.
    private static final int CALLER = 16;

    private final ObjectStore work;

    PartStore(ObjectStore work) {
        this.work = work;
    }

    /// What has arrived of an upload.
    ///
    /// @param offset
    ///            where the next part begins, in bytes
    /// @param parts
    ///            at least so many
    record Arrived(long offset, int parts) {}

    /// Only when it completes the upload is there.
    Mono<Void> create(UploadId id, Creation creation) {
        return work.putIfAbsent(Layout.unfinished(caller(creation.subject()), id.value()), Payload.of(new byte[0]))
                .then(work.putIfAbsent(Layout.resumable(id.value()), Payload.of(StagingJson.bytes(creation)))).then();
    }

    /// How many uploads somebody has not finished.
    Mono<Long> unfinished(String subject) {
        return work.list(Layout.unfinished(caller(subject)), "").count();
    }

    /// Subjects may be anything; a path may not.
    private static String caller(String subject) {
        return OperationId.base32(Digests.sha256(subject.getBytes(StandardCharsets.UTF_8)), CALLER);
    }

    /// Empty where there is none.
    Mono<Creation> creation(UploadId id) {
        return work.get(Layout.resumable(id.value()), CREATION_LIMIT).map(StagingJson::creation);
    }

    /// Looks where the parts end. A listing may be late: it only says where to
    /// begin to look.
    Mono<Arrived> arrived(UploadId id) {
        return keys(id).flatMap(keys -> end(id, keys.isEmpty() ? 0 : Layout.offset(keys.getLast()))
                .map(offset -> new Arrived(offset, keys.size())));
    }

    private Mono<List<String>> keys(UploadId id) {
        return work.list(Layout.parts(id.value()), "").filter(Layout::isPart).collectList();
    }

    /// A part is there only where all before it are.
    private Mono<Long> end(UploadId id, long from) {
        return from(id, from).map(Part::end).last(from);
    }

    private Flux<Part> from(UploadId id, long offset) {
        return part(id, offset).expand(part -> part(id, part.end()));
    }

    private Mono<Part> part(UploadId id, long offset) {
        return work.size(Layout.part(id.value(), offset)).filter(size -> size > 0).map(size -> new Part(offset, size));
    }

    private record Part(long offset, long size) {
        long end() {
            return offset + size;
        }
    }

    /// Makes a part. Error: `UPLOAD_OFFSET` where another one begins there.
    Mono<Void> put(UploadId id, long offset, Payload payload) {
        return work.putIfAbsent(Layout.part(id.value(), offset), payload).flatMap(put -> put == ObjectStore.Put.CREATED
                ? Mono.<Void>empty()
                : arrived(id).flatMap(there -> Mono.error(elsewhere(there.offset()))));
    }

    static Problem elsewhere(long offset) {
        return new Problem(ProblemType.UPLOAD_OFFSET, "offset", offset);
    }

    /// The bytes of all parts, one after the other, in chunks. Error:
    /// `UPLOAD_INCOMPLETE` where they are not as many as they should be.
    Flux<ByteBuffer> bytes(UploadId id, long size) {
        return Flux.defer(() -> {
            AtomicLong seen = new AtomicLong();
            return from(id, 0).concatMap(part -> read(id, part), 0).doOnNext(chunk -> seen.addAndGet(chunk.remaining()))
                    .concatWith(Flux.defer(() -> seen.get() == size ? Flux.empty() : Flux.error(incomplete(seen.get(), size))));
        });
    }

    private Flux<ByteBuffer> read(UploadId id, Part part) {
        return work.read(Layout.part(id.value(), part.offset()), 0, part.size());
    }

    static Problem incomplete(long offset, long length) {
        return new Problem(ProblemType.UPLOAD_INCOMPLETE, "offset", offset, "length", length);
    }

    /// Removes the parts, the last one first, so that what is left after a kill
    /// still follows each other; then what was known of the upload. Repeatable.
    Mono<Void> delete(UploadId id, Creation creation) {
        return keys(id).flatMapIterable(List::reversed).concatMap(work::delete)
                .then(work.delete(Layout.unfinished(caller(creation.subject()), id.value())))
                .then(work.delete(Layout.resumable(id.value())));
    }

    /// Removes the names of those that expired, and tells how many.
    Mono<Long> expire(Instant before) {
        return work.list(Layout.states("uploads"), "").filter(key -> isOlder(key, before))
                .concatMap(key -> work.delete(key).thenReturn(key)).count();
    }

    private static boolean isOlder(String key, Instant before) {
        String id = key.substring(key.lastIndexOf('/') + 1, Math.max(key.lastIndexOf('/') + 1, key.lastIndexOf('.')));
        return OperationId.isOne(id) && new UploadId(id).time().isBefore(before);
    }
}
