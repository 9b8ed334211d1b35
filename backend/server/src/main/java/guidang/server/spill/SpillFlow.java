package guidang.server.spill;

import guidang.server.access.Caller;
import guidang.server.access.Role;
import guidang.server.filing.Clerks;
import guidang.server.filing.FiledReport;
import guidang.server.filing.Reason;
import guidang.server.filing.ReportActs;
import guidang.server.filing.ReportActs.Request;
import guidang.server.filing.ReportRecord;
import guidang.server.filing.Reports;
import guidang.server.filing.Situation;
import guidang.server.filing.Version;
import guidang.server.kernel.OperationId;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// Seals, releases and destroys, each with a reason and a receipt. Errors of
/// all: those of [ReportActs]; `FORBIDDEN`, `REPORT_STATE`.
@Service
class SpillFlow {
    private final Reports reports;
    private final ReportActs acts;
    private final Removals removals;

    SpillFlow(Reports reports, ReportActs acts, Removals removals) {
        this.reports = reports;
        this.acts = acts;
        this.removals = removals;
    }

    /// By an officer at or above its organisation, or by whoever may file into its
    /// slot, whatever became of it.
    Mono<FiledReport> seal(Caller caller, String key, String report, ReportRecord.Ground ground, Reason reason, Instant now) {
        return acts.act(new Request(caller, key, report, "seal", List.of(ground), reason, now), found -> {
            Situation.allow(oversees(caller, found) || Clerks.owns(caller, found));
            if (found.version().closed()) {
                throw found.version().notInThisState();
            }
            return new ReportRecord.Sealed(found.version().id(), ground, now, caller.subject(), found.reason());
        });
    }

    Mono<FiledReport> release(Caller caller, String key, String report, Reason reason, Instant now) {
        return acts.act(new Request(caller, key, report, "release", List.of(), reason, now), found -> {
            requireSecond(caller, found);
            return new ReportRecord.Released(found.version().id(), now, caller.subject(), found.reason());
        });
    }

    /// That the bytes are to go is noted before it is decided, so that a crash in
    /// between does not leave them.
    Mono<FiledReport> destroy(Caller caller, String key, String report, Reason reason, Instant now) {
        Request request = new Request(caller, key, report, "destroy", List.of(), reason, now);
        return reports.readable(caller, report).delayUntil(version -> removals.intend(version.id()))
                .then(acts.act(request, found -> destroyed(request, found)))
                .delayUntil(done -> removals.attempt(new OperationId(done.report().id())));
    }

    private static ReportRecord destroyed(Request request, Situation found) {
        requireSecond(request.caller(), found);
        return new ReportRecord.Destroyed(found.version().id(), request.receivedAt(), request.caller().subject(), found.reason());
    }

    /// An officer at or above its organisation, and not the one who sealed it.
    private static void requireSecond(Caller caller, Situation found) {
        Situation.allow(oversees(caller, found));
        found.require(Version.State.SEALED);
        ReportRecord.Sealed sealed = found.version().sealed();
        if (sealed != null && sealed.actor().equals(caller.subject())) {
            throw new Problem(ProblemType.SECOND_PERSON_NEEDED, "report", found.version().id().value());
        }
    }

    private static boolean oversees(Caller caller, Situation found) {
        return found.lineage().stream().anyMatch(caller.at(Role.OFFICER)::contains);
    }
}
