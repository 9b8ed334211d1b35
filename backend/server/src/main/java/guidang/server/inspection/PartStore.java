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
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiPredicate;
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
    /// @param lastByte
    ///            when that came; before there is one, when the upload began
    record Arrived(long offset, int parts, Instant lastByte) {}

    /// Only when it completes the upload is there.
    Mono<Void> create(UploadId id, Creation creation) {
        return work.putIfAbsent(unfinished(id, creation.subject()), Payload.of(new byte[0]))
                .then(work.putIfAbsent(Layout.resumable(id.value()), Payload.of(StagingJson.bytes(creation)))).then();
    }

    private static String unfinished(UploadId id, String subject) {
        return Layout.unfinished(caller(subject), id.value());
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
        return keys(id).flatMap(keys -> last(id, keys.isEmpty() ? 0 : Layout.offset(keys.getLast()))
                .flatMap(last -> work.madeAt(Layout.part(id.value(), last.offset())).defaultIfEmpty(id.time())
                        .map(lastByte -> new Arrived(last.end(), keys.size(), lastByte))));
    }

    private Mono<List<String>> keys(UploadId id) {
        return work.list(Layout.parts(id.value()), "").filter(Layout::isPart).collectList();
    }

    /// A part is there only where all before it are.
    private Mono<Part> last(UploadId id, long from) {
        return from(id, from).last(new Part(from, 0));
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
    /// still follows each other; then what was known of the upload, and at last that
    /// it is unfinished, by which [#expire] finds what a kill left. Repeatable.
    ///
    /// @param subject
    ///            who sends it
    Mono<Void> delete(UploadId id, String subject) {
        return forget(id, unfinished(id, subject));
    }

    private Mono<Void> forget(UploadId id, String unfinished) {
        return keys(id).flatMapIterable(List::reversed).concatMap(work::delete).then(work.delete(Layout.resumable(id.value())))
                .then(work.delete(unfinished));
    }

    /// Removes what arrived of uploads that are over, and tells of how many.
    ///
    /// @param over
    ///            tells it by an upload and when its last byte came
    Mono<Long> expire(BiPredicate<UploadId, Instant> over) {
        return work.list(Layout.states("uploads"), "").concatMap(key -> Mono.justOrEmpty(id(key))
                .filter(id -> over.test(id, id.time())).filterWhen(id -> isOver(id, over))
                .flatMap(id -> forget(id, key).thenReturn(id))).count();
    }

    private Mono<Boolean> isOver(UploadId id, BiPredicate<UploadId, Instant> over) {
        return arrived(id).map(there -> over.test(id, there.lastByte()));
    }

    private static Optional<UploadId> id(String key) {
        String id = key.substring(key.lastIndexOf('/') + 1, Math.max(key.lastIndexOf('/') + 1, key.lastIndexOf('.')));
        return Optional.of(id).filter(OperationId::isOne).map(UploadId::new);
    }
}
