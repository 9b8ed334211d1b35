package guidang.server.inspection;

import guidang.reader.marking.Marking;
import guidang.reader.marking.Markings;
import guidang.reader.protocol.Answer;
import guidang.reader.protocol.Request.Task;
import guidang.reader.structure.Paper;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import java.nio.file.Path;
import java.util.List;
import reactor.core.publisher.Mono;

/// The one gate for bytes that come in, whatever they are to become: a report,
/// its signed scan, an attachment, a piece of evidence.
///
/// First the name, then the type by the bytes and the marking by the contents,
/// then the virus scanner: what is classified never leaves this machine.
final class Gate {
    private static final byte[] NO_PREVIEW = {};

    private final ReaderPool readers;
    private final Scanning scanning;

    Gate(ReaderPool readers, Scanning scanning) {
        this.readers = readers;
        this.scanning = scanning;
    }

    /// What came through.
    ///
    /// @param preview
    ///            a JPEG; empty where there is none
    record Passed(Reading reading, Scan scan, byte[] preview) {}

    /// To be asked before the first byte is read.
    ///
    /// @throws Problem
    ///             `FILE_CLASSIFIED` where the name bears a marking
    static void admit(FileName name) {
        if (Markings.ofName(name.value()) == Marking.CLASSIFIED) {
            throw new Problem(ProblemType.FILE_CLASSIFIED);
        }
    }

    /// Of a text that is no file of its own.
    ///
    /// @throws Problem
    ///             `FILE_CLASSIFIED` where it bears a marking
    static void admitWords(String text) {
        if (Markings.of(Paper.of(text), List.of()).marking() == Marking.CLASSIFIED) {
            throw new Problem(ProblemType.FILE_CLASSIFIED);
        }
    }

    /// Errors: `FILE_EMPTY`, the problems of [Refusals], `FILE_INFECTED`,
    /// `SCANNER_UNAVAILABLE`, `READER_BUSY`.
    Mono<Passed> pass(Spooled content, FileName name, Purpose purpose) {
        if (content.size() == 0) {
            return Mono.error(new Problem(ProblemType.FILE_EMPTY));
        }
        return read(content.path(), name, purpose).flatMap(reading -> scanning.scan(content.path())
                .flatMap(scan -> preview(content.path(), name, purpose).map(jpeg -> new Passed(reading, scan, jpeg))));
    }

    private Mono<Reading> read(Path file, FileName name, Purpose purpose) {
        Task task = purpose == Purpose.EVIDENCE ? Task.EVIDENCE : Task.REPORT;
        return readers.ask(task, file, name.value()).flatMap(answer -> switch (answer) {
            case Answer.Reading reading -> Mono.just(Reading.of(reading));
            case Answer.Refused refused -> Mono.error(Refusals.problem(refused, purpose));
            case Answer.Preview _ -> Mono.error(new IllegalStateException("a picture, where a reading was asked for"));
        });
    }

    /// A picture is decoded when all else has passed, and in a request of its own:
    /// one that takes too much time or memory costs the preview and not the file.
    private Mono<byte[]> preview(Path file, FileName name, Purpose purpose) {
        return purpose == Purpose.REPORT
                ? Mono.just(NO_PREVIEW)
                : readers.ask(Task.PREVIEW, file, name.value())
                        .map(answer -> answer instanceof Answer.Preview picture ? picture.jpeg() : NO_PREVIEW)
                        .onErrorReturn(Problem.class, NO_PREVIEW);
    }
}
