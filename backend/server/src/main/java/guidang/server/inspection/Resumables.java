package guidang.server.inspection;

import guidang.server.access.Caller;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Uploads that come in parts, over as many requests, connections and replicas
/// as it takes. They belong to whom they would belong if they had come at once,
/// and pass the same gate when they are finished: before that nothing
/// reads them.
final class Resumables {
    /// Unfinished uploads of one caller.
    private static final int MOST = 100;
    /// Parts of any size that an upload may have, besides those of so many bytes.
    private static final int SMALL_PARTS = 256;
    private static final int LEAST = 1 << 20;
    /// For a request that came just before its upload expired.
    private static final Duration BEGUN = Duration.ofHours(1);

    private final PartStore parts;
    private final Uploads uploads;
    private final Spool spool;
    private final Sender.Ownership ownership;
    private final InstantSource clock;
    /// Who went away and asks again waits for what is running.
    private final Map<UploadId, Mono<Uploads.Received>> finishing = new ConcurrentHashMap<>();

    Resumables(PartStore parts, Uploads uploads, Spool spool, Sender.Ownership ownership, InstantSource clock) {
        this.parts = parts;
        this.uploads = uploads;
        this.spool = spool;
        this.ownership = ownership;
        this.clock = clock;
    }

    /// How far an upload has come.
    ///
    /// @param offset
    ///            bytes that are there
    record Progress(UploadId id, Creation creation, long offset, Instant expiresAt) {}

    /// The longest upload that there can be.
    long longest() {
        return Math.max(uploads.limit(Purpose.REPORT), uploads.limit(Purpose.EVIDENCE));
    }

    /// Begins an upload. Errors: `FILE_TOO_LARGE`,
    /// `FILE_EMPTY`, `UPLOADS_TOO_MANY`.
    Mono<Progress> create(Sender sender, FileName name, long size, Purpose purpose) {
        return Mono.fromSupplier(() -> UploadId.create(clock.instant())).flatMap(id -> {
            Creation creation = Creation.of(id, sender, name, checked(size, purpose), purpose);
            return few(sender).then(parts.create(id, creation)).thenReturn(progress(id, creation, 0, id.time()));
        });
    }

    private long checked(long size, Purpose purpose) {
        if (size == 0) {
            throw new Problem(ProblemType.FILE_EMPTY);
        } else if (size > uploads.limit(purpose)) {
            throw new Problem(ProblemType.FILE_TOO_LARGE, "limit", uploads.limit(purpose));
        }
        return size;
    }

    private Mono<Void> few(Sender sender) {
        return parts.unfinished(sender.subject()).filter(count -> count >= MOST)
                .flatMap(_ -> Mono.error(new Problem(ProblemType.UPLOADS_TOO_MANY, "limit", MOST)));
    }

    private Progress progress(UploadId id, Creation creation, long offset, Instant lastByte) {
        return new Progress(id, creation, offset, uploads.expiresAt(id, lastByte));
    }

    /// Errors: `UPLOAD_NOT_FOUND`, `UPLOAD_EXPIRED`.
    Mono<Progress> progress(Caller caller, UploadId id) {
        return creation(caller, id)
                .flatMap(creation -> arrived(id).map(there -> progress(id, creation, there.offset(), there.lastByte())));
    }

    private Mono<Creation> creation(Caller caller, UploadId id) {
        if (uploads.expiresAt(id.value()).isBefore(clock.instant())) {
            return Mono.error(new Problem(ProblemType.UPLOAD_EXPIRED));
        }
        return parts.creation(id).filter(it -> ownership.owns(caller, it.subject(), it.organization()))
                .switchIfEmpty(Mono.error(() -> new Problem(ProblemType.UPLOAD_NOT_FOUND)));
    }

    private Mono<PartStore.Arrived> arrived(UploadId id) {
        return parts.arrived(id).flatMap(there -> uploads.expiresAt(id, there.lastByte()).isBefore(clock.instant())
                ? Mono.error(new Problem(ProblemType.UPLOAD_EXPIRED))
                : Mono.just(there));
    }

    /// Takes what comes next, and tells how far the upload has come then. What
    /// arrived stays, whatever becomes of the request. Errors: those of
    /// [#progress(Caller, UploadId)], `UPLOAD_OFFSET` where it does not begin where
    /// the parts end, `FILE_TOO_LARGE` where it is more than was announced,
    /// `UPLOAD_PART_SMALL`, `UPLOAD_ABORTED`.
    ///
    /// @param announced
    ///            bytes of the body; -1 where nothing was said
    Mono<Progress> receive(Caller caller, UploadId id, long offset, long announced, Flux<DataBuffer> body) {
        return creation(caller, id).flatMap(creation -> arrived(id)
                .flatMap(there -> slices(id, creation, there, offset, announced).receive(body).map(
                        end -> progress(id, creation, end, end == offset ? there.lastByte() : clock.instant()))));
    }

    private Slices slices(UploadId id, Creation creation, PartStore.Arrived there, long offset, long announced) {
        if (offset != there.offset()) {
            throw PartStore.elsewhere(there.offset());
        } else if (announced > creation.size() - offset) {
            throw new Problem(ProblemType.FILE_TOO_LARGE, "limit", creation.size());
        }
        long least = there.parts() < SMALL_PARTS + offset / LEAST ? 0 : LEAST;
        if (announced >= 0 && announced < least && offset + announced < creation.size()) {
            throw new Problem(ProblemType.UPLOAD_PART_SMALL, "least", least);
        }
        return new Slices(parts, id, spool.folder(), offset, least, creation.size());
    }

    /// Makes an upload of the parts, as if it had come at once, and lets go of
    /// them. Repeatable, also after a kill: an upload that is there is the answer.
    /// Where the gate refuses it nothing of it stays. Errors: those of an upload,
    /// `UPLOAD_INCOMPLETE`, `UPLOAD_EXPIRED`.
    Mono<Uploads.Received> finish(Caller caller, UploadId id) {
        return uploads.facts(caller, id).flatMap(facts -> finished(id, facts))
                .onErrorResume(Resumables::isMissing, _ -> creation(caller, id).flatMap(it -> assembled(id, it)));
    }

    private static boolean isMissing(Throwable e) {
        return e instanceof Problem problem && problem.type() == ProblemType.UPLOAD_NOT_FOUND;
    }

    private Mono<Uploads.Received> finished(UploadId id, Facts facts) {
        return parts.delete(id, facts.subject()).thenReturn(new Uploads.Received(id, facts));
    }

    private Mono<Uploads.Received> assembled(UploadId id, Creation creation) {
        return Mono.defer(() -> finishing.computeIfAbsent(id,
                _ -> whole(id, creation).then(assemble(id, creation)).doFinally(_ -> finishing.remove(id)).cache()));
    }

    private Mono<Void> whole(UploadId id, Creation creation) {
        return arrived(id).filter(there -> there.offset() != creation.size())
                .flatMap(there -> Mono.error(PartStore.incomplete(there.offset(), creation.size())));
    }

    private Mono<Uploads.Received> assemble(UploadId id, Creation creation) {
        Flux<DataBuffer> bytes = parts.bytes(id, creation.size()).map(DefaultDataBufferFactory.sharedInstance::wrap);
        return uploads.receive(id, creation.sender(), new FileName(creation.name()), creation.purpose(), bytes)
                .onErrorResume(Resumables::isRefused, e -> parts.delete(id, creation.subject()).then(Mono.error(e)))
                .flatMap(received -> parts.delete(id, creation.subject()).thenReturn(received));
    }

    /// By the gate, for what is in the file: another attempt would end likewise.
    private static boolean isRefused(Throwable e) {
        return e instanceof Problem problem && problem.type().status() == 422;
    }

    /// Removes the upload and what arrived of it.
    Mono<Void> delete(Caller caller, UploadId id) {
        return creation(caller, id).flatMap(creation -> parts.delete(id, creation.subject()));
    }

    /// Removes what arrived of uploads that expired, and tells of how many. What
    /// was begun before is let to its end.
    Mono<Long> expire() {
        return Mono.fromSupplier(() -> clock.instant().minus(BEGUN))
                .flatMap(now -> parts.expire((id, lastByte) -> uploads.expiresAt(id, lastByte).isBefore(now)));
    }
}
