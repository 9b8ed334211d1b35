package guidang.server.spill;

import guidang.server.access.Caller;
import guidang.server.filing.FiledReport;
import guidang.server.filing.Reason;
import guidang.server.filing.ReportCodec;
import guidang.server.filing.ReportRecord;
import guidang.server.filing.ReportViews;
import guidang.server.filing.Reports;
import guidang.server.filing.Version;
import guidang.server.journal.Command;
import guidang.server.journal.Decision;
import guidang.server.journal.Journal;
import guidang.server.kernel.Digests;
import guidang.server.kernel.OperationId;
import guidang.server.objects.Blobs;
import guidang.server.organizations.Organizations;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// Seals, releases and destroys, each with a reason and a receipt. Errors of
/// all: those of their decisions, of [Journal#submit], and `NOT_FOUND`.
@Service
class SpillFlow {
    private final Reports reports;
    private final Blobs blobs;
    private final Journal journal;
    private final Organizations organizations;
    private final ReportViews views;
    private final Removals removals;

    SpillFlow(Reports reports, Blobs blobs, Journal journal, Organizations organizations, ReportViews views, Removals removals) {
        this.reports = reports;
        this.blobs = blobs;
        this.journal = journal;
        this.organizations = organizations;
        this.views = views;
        this.removals = removals;
    }

    Mono<FiledReport> seal(Caller caller, String key, String report, ReportRecord.Ground ground, String reason, Instant now) {
        return act(caller, key, report, "seal", List.of(ground, reason), reason, (filed, details) -> new SealDecision(
                organizations, caller, filed, ground, details, now));
    }

    Mono<FiledReport> release(Caller caller, String key, String report, String reason, Instant now) {
        return act(caller, key, report, "release", List.of(reason), reason, (filed, details) -> new SecondDecision(
                organizations, caller, filed, new ReportRecord.Released(filed.report(), now, caller.subject(), details)));
    }

    /// That the bytes are to go is noted before it is decided, so that a crash in
    /// between does not leave them.
    Mono<FiledReport> destroy(Caller caller, String key, String report, String reason, Instant now) {
        return reports.readable(caller, report).delayUntil(version -> removals.intend(version.id()))
                .then(act(caller, key, report, "destroy", List.of(reason), reason, (filed, details) -> new SecondDecision(
                        organizations, caller, filed,
                        new ReportRecord.Destroyed(filed.report(), now, caller.subject(), details))))
                .delayUntil(done -> removals.attempt(new OperationId(done.report().id())));
    }

    private interface Deciding {
        Decision of(ReportRecord.Filed filed, Blobs.Ref details);
    }

    private Mono<FiledReport> act(Caller caller, String key, String report, String verb, List<Object> request, String reason,
            Deciding deciding) {
        OperationId operation = OperationId.of(caller.subject(), "POST /api/reports/" + report + "/" + verb, key);
        String digest = Digests.hex(ReportCodec.bytes(request));
        return reports.readable(caller, report).map(Version::filed)
                .flatMap(filed -> blobs.put(operation, Blobs.salted(ReportCodec.bytes(new Reason(1, reason))))
                        .map(details -> deciding.of(filed, details)))
                .flatMap(decision -> journal.submit(new Command(operation, digest, decision)))
                .flatMap(committed -> views.answer(committed, reports.readable(caller, report).flatMap(views::report)));
    }
}
