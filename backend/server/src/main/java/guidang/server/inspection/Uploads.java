package guidang.server.inspection;

import guidang.server.access.Caller;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.core.io.buffer.DataBuffer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Files that were sent and read, and wait to be filed. They belong to the
/// clerks of the organisation that they were sent for, or to the subject that
/// sent them where none was named; an upload of another is as if it did
/// not exist.
public final class Uploads {
    private final Spool spool;
    private final Gate gate;
    private final Staging staging;
    private final Sender.Ownership ownership;
    private final InspectionSettings settings;
    private final InstantSource clock;

    Uploads(Spool spool, Gate gate, Staging staging, Sender.Ownership ownership, InspectionSettings settings,
            InstantSource clock) {
        this.spool = spool;
        this.gate = gate;
        this.staging = staging;
        this.ownership = ownership;
        this.settings = settings;
        this.clock = clock;
    }

    /// What a report is filed from. Errors: `UPLOAD_NOT_FOUND`, `UPLOAD_PURPOSE`
    /// where it was sent as evidence.
    public Mono<Staged> staged(Caller caller, String upload) {
        return staged(caller, upload, Purpose.REPORT);
    }

    /// What is attached to an item's progress. Errors: `UPLOAD_NOT_FOUND`,
    /// `UPLOAD_PURPOSE` where it was sent to be filed.
    public Mono<Staged> evidence(Caller caller, String upload) {
        return staged(caller, upload, Purpose.EVIDENCE);
    }

    private Mono<Staged> staged(Caller caller, String upload, Purpose purpose) {
        return Mono.fromSupplier(() -> UploadId.of(upload)).flatMap(id -> facts(caller, id).flatMap(facts -> facts.isFor(purpose)
                ? Mono.just(staging.staged(id, facts))
                : Mono.error(new Problem(ProblemType.UPLOAD_PURPOSE))));
    }

    /// When an upload of this id expires, or what else is named as uploads are.
    ///
    /// @throws Problem
    ///             `UPLOAD_NOT_FOUND` where the text cannot be one
    public Instant expiresAt(String upload) {
        return UploadId.of(upload).time().plus(settings.expiry());
    }

    /// When what arrived of an upload in parts expires.
    ///
    /// @param lastByte
    ///            when that came
    Instant expiresAt(UploadId unfinished, Instant lastByte) {
        Instant unattended = lastByte.plus(settings.unfinishedExpiry());
        Instant latest = expiresAt(unfinished.value());
        return unattended.isBefore(latest) ? unattended : latest;
    }

    /// What was read of the caller's upload. Error: `UPLOAD_NOT_FOUND`.
    public Mono<ReadUpload> read(Caller caller, String upload) {
        return Mono.fromSupplier(() -> UploadId.of(upload)).flatMap(id -> facts(caller, id).flatMap(facts -> staging.reading(id)
                .map(read -> new ReadUpload(facts.name(), facts.title(), read.reader(), read.structured()))));
    }

    /// The whole text of the caller's upload. Error: `UPLOAD_NOT_FOUND`.
    public Mono<ReadDocument> document(Caller caller, String upload) {
        return Mono.fromSupplier(() -> UploadId.of(upload)).flatMap(id -> reading(caller, id))
                .map(ReadDocument::of);
    }

    /// Receives a file that did not come by a request of its own, as if it had.
    /// Errors: those of such a request; `INVALID_FIELD` of the name.
    ///
    /// @return the upload
    public Mono<String> receive(Caller caller, String name, Flux<DataBuffer> bytes) {
        return admitted(name).flatMap(file -> receive(new Sender(caller.subject(), null), file, Purpose.REPORT, bytes))
                .map(received -> received.id().value());
    }

    /// Lets a file pass the gate and keeps nothing of it. Errors as [#receive].
    ///
    /// @return its SHA-256, in hexadecimal
    public Mono<String> check(String name, Flux<DataBuffer> bytes) {
        return admitted(name).flatMap(file -> spool.receive(UploadId.create(clock.instant()), bytes, limit(Purpose.REPORT),
                content -> gate.pass(content, file, Purpose.REPORT).thenReturn(content.sha256())));
    }

    /// The name as it is kept, where a file of that name may come in.
    ///
    /// @throws Problem
    ///             `INVALID_FIELD`; `FILE_CLASSIFIED` where it bears a marking
    public static String admit(String name) {
        FileName file = FileName.of(name);
        Gate.admit(file);
        return file.value();
    }

    /// Passes where words that stand at the beginning of a table bear no marking.
    ///
    /// @throws Problem
    ///             `FILE_CLASSIFIED`
    public static void admitWords(String words) {
        Gate.admitWords(words);
    }

    private static Mono<FileName> admitted(String name) {
        return Mono.fromSupplier(() -> new FileName(admit(name)));
    }

    /// Removes what was filed, without asking whose it was. Repeatable.
    public Mono<Void> discard(Staged filed) {
        return staging.delete(UploadId.of(filed.upload()));
    }

    /// Removes an upload of the caller. Repeatable: one that is gone is no error.
    public Mono<Void> discard(Caller caller, String upload) {
        return Mono.fromSupplier(() -> UploadId.of(upload)).flatMap(id -> facts(caller, id).then(staging.delete(id)))
                .onErrorComplete(Problem.class);
    }

    /// Receives, reads and keeps a file. Nothing of it stays after an error.
    Mono<Received> receive(Sender sender, FileName name, Purpose purpose, Flux<DataBuffer> body) {
        return Mono.fromSupplier(() -> UploadId.create(clock.instant()))
                .flatMap(id -> receive(id, sender, name, purpose, body));
    }

    /// As a new one, under an id that is there already; repeatable with the
    /// same bytes.
    Mono<Received> receive(UploadId id, Sender sender, FileName name, Purpose purpose, Flux<DataBuffer> body) {
        return spool.receive(id, body, limit(purpose), content -> keep(id, sender, name, purpose, content));
    }

    /// The most that a file of this purpose may have, in bytes.
    long limit(Purpose purpose) {
        return (purpose == Purpose.EVIDENCE ? settings.evidenceLimit() : settings.uploadLimit()).toBytes();
    }

    record Received(UploadId id, Facts facts) {}

    private Mono<Received> keep(UploadId id, Sender sender, FileName name, Purpose purpose, Spooled content) {
        return gate.pass(content, name, purpose)
                .flatMap(passed -> staging.put(id, sender, name.value(), purpose, content, passed))
                .map(facts -> new Received(id, facts));
    }

    Mono<Facts> facts(Caller caller, UploadId id) {
        return staging.facts(id, facts -> ownership.owns(caller, facts.subject(), facts.organization()));
    }

    Mono<Reading> reading(Caller caller, UploadId id) {
        return facts(caller, id).then(staging.reading(id));
    }
}
