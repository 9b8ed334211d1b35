package guidang.server.filing;

import guidang.server.access.Caller;
import guidang.server.journal.Command;
import guidang.server.journal.Journal;
import guidang.server.kernel.Digests;
import guidang.server.kernel.OperationId;
import java.time.Instant;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// Makes a version void, with a reason; the record of it stays, and so does
/// the version.
@Service
class WithdrawalFlow {
    private final Reports reports;
    private final ReportBlobs blobs;
    private final Journal journal;
    private final Places places;
    private final ReportViews views;

    WithdrawalFlow(Reports reports, ReportBlobs blobs, Journal journal, Places places, ReportViews views) {
        this.reports = reports;
        this.blobs = blobs;
        this.journal = journal;
        this.places = places;
        this.views = views;
    }

    /// Withdraws. Errors: those of [WithdrawalDecision] and of
    /// [Journal#submit]; `NOT_FOUND`.
    Mono<FiledReport> withdraw(Caller caller, String key, String report, String reason, Instant receivedAt) {
        OperationId operation = OperationId.of(caller.subject(), "POST /api/reports/" + report + "/withdraw", key);
        String digest = Digests.hex(ReportCodec.bytes(new Reason(1, reason)));
        return reports.readable(caller, report).map(Version::filed)
                .flatMap(filed -> blobs.words(operation, new Reason(1, reason))
                        .map(details -> new WithdrawalDecision(places, caller, filed, details, receivedAt)))
                .flatMap(decision -> journal.submit(new Command(operation, digest, decision)))
                .flatMap(committed -> views.answer(committed, reports.readable(caller, report).flatMap(views::report)));
    }
}
