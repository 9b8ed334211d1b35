package guidang.server.inspection;

import guidang.reader.protocol.Answer;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import java.nio.file.Path;
import java.time.InstantSource;
import org.springframework.core.io.buffer.DataBuffer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Files that were sent and read, and wait to be filed. They belong to the
/// subject that sent them; an upload of another is as if it did not exist.
public final class Uploads {
    private final Spool spool;
    private final ReaderPool readers;
    private final Staging staging;
    private final InstantSource clock;

    Uploads(Spool spool, ReaderPool readers, Staging staging, InstantSource clock) {
        this.spool = spool;
        this.readers = readers;
        this.staging = staging;
        this.clock = clock;
    }

    /// What a report is filed from. Error: `UPLOAD_NOT_FOUND`.
    public Mono<Staged> staged(String subject, String upload) {
        return Mono.fromSupplier(() -> UploadId.of(upload))
                .flatMap(id -> facts(subject, id).map(facts -> staging.staged(id, facts)));
    }

    /// Removes what was filed, without asking whose it was. Repeatable.
    public Mono<Void> discard(Staged filed) {
        return staging.delete(UploadId.of(filed.upload()));
    }

    /// Removes an upload of the subject. Repeatable: one that is gone is no error.
    public Mono<Void> discard(String subject, String upload) {
        return Mono.fromSupplier(() -> UploadId.of(upload)).flatMap(id -> facts(subject, id).then(staging.delete(id)))
                .onErrorComplete(Problem.class);
    }

    /// Receives, reads and keeps a file. Nothing of it stays after an error.
    Mono<Received> receive(String subject, FileName name, Flux<DataBuffer> body) {
        return Mono.fromSupplier(() -> UploadId.create(clock.instant()))
                .flatMap(id -> spool.receive(id, body, content -> keep(id, subject, name, content)));
    }

    record Received(UploadId id, Facts facts) {}

    private Mono<Received> keep(UploadId id, String subject, FileName name, SpoolFile.Content content) {
        if (content.size() == 0) {
            return Mono.error(new Problem(ProblemType.FILE_EMPTY));
        }
        return read(content.path(), name).flatMap(reading -> staging.put(id, subject, name.value(), content, reading))
                .map(facts -> new Received(id, facts));
    }

    private Mono<Reading> read(Path file, FileName name) {
        return readers.read(file, name.value()).flatMap(answer -> switch (answer) {
            case Answer.Reading reading -> Mono.just(Reading.of(reading));
            case Answer.Refused refused -> Mono.error(Refusals.problem(refused));
        });
    }

    Mono<Facts> facts(String subject, UploadId id) {
        return staging.facts(id, subject);
    }

    Mono<String> text(String subject, UploadId id) {
        return facts(subject, id).then(staging.reading(id)).map(Reading::text);
    }
}
