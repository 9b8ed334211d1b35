package guidang.server.filing;

import guidang.server.access.Caller;
import guidang.server.access.OrganizationPaths;
import guidang.server.access.Role;
import guidang.server.access.Scopes;
import guidang.server.journal.Committed;
import guidang.server.journal.Journal;
import guidang.server.kernel.OperationId;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Finds reports by id, from the journal alone. The only door to the contents
/// of a report for a caller: whoever gets a [Version] from [#open] may read all
/// of it.
@Component
public class Reports {
    private final Journal journal;
    private final Scopes scopes;
    private final OrganizationPaths paths;

    Reports(Journal journal, Scopes scopes, OrganizationPaths paths) {
        this.journal = journal;
        this.scopes = scopes;
        this.paths = paths;
    }

    /// The version as it stands now. Error: `NOT_FOUND` where there is none, and
    /// alike where the caller may not read it.
    public Mono<Version> readable(Caller caller, String id) {
        return slot(caller, id).map(slot -> slot.version(new OperationId(id)).orElseThrow(Reports::notFound));
    }

    /// The version whose words and bytes the caller may read. Errors as
    /// [#readable], `REPORT_SEALED` and `REPORT_MOVED`.
    Mono<Version> open(Caller caller, String id) {
        return readable(caller, id).map(Reports::requireOpen);
    }

    /// As [#open], whoever asks: for those who have shown their right by other
    /// means (a ticket). Error: `REPORT_SEALED`. Empty where the id names no report.
    Mono<Version> open(String id) {
        return slot(id).flatMap(slot -> Mono.justOrEmpty(slot.version(new OperationId(id)))).map(Reports::requireOpen);
    }

    /// The slot in which a version lies, whoever asks. Empty where the id names
    /// no report.
    public Mono<Slot> slot(String id) {
        return filed(id).flatMap(filed -> journal.stream(ReportCodec.slot(filed))).map(Slot::of);
    }

    private static Version requireOpen(Version version) {
        if (version.movedTo() != null && version.state() == Version.State.MOVED) {
            throw new Problem(ProblemType.REPORT_MOVED, "report", version.id().value(), "movedTo", version.movedTo().value());
        }
        if (version.closed()) {
            throw new Problem(ProblemType.REPORT_SEALED, "report", version.id().value(), "state", version.state().text());
        }
        return version;
    }

    /// The version's whole slot. Errors as [#readable].
    Mono<Slot> slot(Caller caller, String id) {
        return filed(id).filter(filed -> mayRead(caller, filed)).switchIfEmpty(Mono.error(Reports::notFound))
                .flatMap(filed -> journal.stream(ReportCodec.slot(filed))).map(Slot::of);
    }

    /// What an id names, whoever asks. Empty where it names no report.
    private Mono<ReportRecord.Filed> filed(String id) {
        return Mono.just(id).filter(OperationId::isOne).map(OperationId::new).flatMap(journal::operation)
                .flatMap(committed -> Mono.justOrEmpty(filed(committed)));
    }

    private static Optional<ReportRecord.Filed> filed(Committed committed) {
        return committed.records().stream().filter(record -> record.stream().kind().equals("reports")).map(ReportCodec::read)
                .filter(ReportRecord.Filed.class::isInstance).map(ReportRecord.Filed.class::cast).findFirst();
    }

    /// The scope of the tree of now; besides, who filed on behalf of a branch reads
    /// what it filed while it is a clerk above it.
    private boolean mayRead(Caller caller, ReportRecord.Filed filed) {
        return paths.path(filed.organization())
                .filter(path -> scopes.contents(caller).includes(path) || filedOnBehalf(caller, filed, path)).isPresent();
    }

    private boolean filedOnBehalf(Caller caller, ReportRecord.Filed filed, String path) {
        return caller.subject().equals(filed.actor()) && scopes.may(caller, Role.CLERK, path);
    }

    private static Problem notFound() {
        return new Problem(ProblemType.NOT_FOUND);
    }
}
