package guidang.server.filing;

import guidang.server.access.Caller;
import guidang.server.access.Role;
import guidang.server.filing.ReportActs.Request;
import guidang.server.journal.NewRecord;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// What whoever may file into a slot does to its current version before that is
/// accepted: makes it void, or puts it where it belongs. The record of it stays,
/// and so does the version.
@Service
class Withdrawals {
    private final ReportActs acts;
    private final Places places;
    private final ReportViews views;

    Withdrawals(ReportActs acts, Places places, ReportViews views) {
        this.acts = acts;
        this.places = places;
        this.views = views;
    }

    /// Errors: those of [ReportActs]; `FORBIDDEN`, `REPORT_STATE`.
    Mono<FiledReport> withdraw(Caller caller, String key, String report, Reason reason, Instant now) {
        return acts.act(new Request(caller, key, report, "withdraw", List.of(), reason, now), found -> {
            requireOpen(caller, found);
            return new ReportRecord.Withdrawn(found.version().id(), now, caller.subject(), found.reason());
        });
    }

    /// One transaction on both slots; copies nothing. Errors besides: those
    /// of [Entry].
    Mono<FiledReport> move(Caller caller, String key, String report, MoveForm.Move to, Instant now) {
        Request request = new Request(caller, key, report, "move", List.of(to.slot().value(), String.valueOf(to.replaces())),
                to.reason(), now);
        return acts.submit(request, found -> moved(request, found, to))
                .flatMap(done -> views.answer(done, views.filed(done)));
    }

    /// What it is there comes first: it is what is answered with.
    private List<NewRecord> moved(Request request, Situation found, MoveForm.Move to) {
        requireOpen(request.caller(), found);
        ReportRecord.Filed was = found.filed();
        Entry entry = new Entry(places, request.caller(), Role.CLERK, to.organization(), to.campaign(), to.documentType(),
                to.period(),
                to.replaces());
        int version = entry.admit(found.view(), was.main().sha256()).versions().size() + 1;
        ReportRecord.Filed there = new ReportRecord.Filed(request.operation(), version, to.replaces(), to.organization(),
                to.campaign(), to.documentType(), to.period(), was.files(), was.reading(), was.details(), was.receivedAt(),
                request.caller().subject(), entry.onBehalf(), new ReportRecord.Origin(was.report(), was.blobs()), was.imported());
        return List.of(ReportCodec.write(entry.key(), there), ReportCodec.write(ReportCodec.slot(was),
                new ReportRecord.Moved(was.report(), there.report(), request.receivedAt(), request.caller().subject(),
                        found.reason())));
    }

    private static void requireOpen(Caller caller, Situation found) {
        Clerks.requireOwner(caller, found);
        found.require(Version.State.FILED, Version.State.RETURNED);
    }
}
