package guidang.server.filing;

import guidang.server.access.Caller;
import guidang.server.inspection.Uploads;
import guidang.server.journal.Journal;
import guidang.server.kernel.OperationId;
import guidang.server.objects.Blobs;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Reports of the past that an officer files for those below (代报): through the
/// same gate and the same rules as any other, but not timed.
@Service
public final class PastReports {
    private final FilingFlow flow;
    private final Journal journal;
    private final Places places;
    private final Uploads uploads;

    PastReports(FilingFlow flow, Journal journal, Places places, Uploads uploads) {
        this.flow = flow;
        this.journal = journal;
        this.places = places;
        this.uploads = uploads;
    }

    /// Whether the operation has filed its report already.
    public Mono<Boolean> filed(OperationId operation) {
        return journal.operation(operation).hasElement();
    }

    /// Passes where a report with this main file might be filed now. Writes
    /// nothing. Errors: those of the form and of filing.
    ///
    /// @param filing
    ///            its uploads need not exist
    /// @param main
    ///            SHA-256 of the main file, in hexadecimal
    public Mono<Void> rehearse(Caller officer, Filing filing, String main) {
        return Mono.fromSupplier(() -> FilingForm.of(filing)).flatMap(form -> {
            Blobs.Ref none = new Blobs.Ref(main, 0);
            List<ReportRecord.FiledFile> files = List.of(new ReportRecord.FiledFile(FileRole.MAIN, main, "", 0, ""));
            OperationId operation = OperationId.of(officer.subject(), "rehearsal", main);
            return journal.rehearse(new FilingDecision(places, officer, operation, form, files, none, none, Instant.EPOCH, true));
        }).then();
    }

    /// Files it, and lets go of its uploads; if it is refused, of them too.
    /// Repeating under the same operation is harmless. Errors: those of the form and
    /// of filing.
    ///
    /// @param receivedAt
    ///            the same each time it is repeated
    /// @return the report's id
    public Mono<String> file(Caller officer, OperationId operation, Filing filing, Instant receivedAt) {
        return Mono.fromSupplier(() -> new FilingFlow.Wish(officer, operation, FilingForm.of(filing), receivedAt, true))
                .flatMap(wish -> flow.take(wish).onErrorResume(refused -> discard(wish).then(Mono.error(refused))))
                .thenReturn(operation.value());
    }

    /// If this fails, they expire.
    private Mono<Void> discard(FilingFlow.Wish wish) {
        return Flux.fromIterable(wish.form().files())
                .flatMap(file -> uploads.discard(wish.caller(), file.upload())).then().onErrorComplete();
    }
}
