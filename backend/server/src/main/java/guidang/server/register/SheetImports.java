package guidang.server.register;

import guidang.server.access.Caller;
import guidang.server.access.OrganizationPaths;
import guidang.server.access.Role;
import guidang.server.access.Scopes;
import guidang.server.campaigns.CampaignState;
import guidang.server.campaigns.Campaigns;
import guidang.server.inspection.Uploads;
import guidang.server.jobs.JobIds;
import guidang.server.jobs.JobOrder;
import guidang.server.jobs.Jobs;
import guidang.server.kernel.Code;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.register.SheetStep.Place;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// Registers that were handed in as sheets. Each is seen by who handed it in
/// and by nobody else: it may hold names of persons.
@Service
class SheetImports {
    private final SheetStore store;
    private final SheetPlans plans;
    private final Jobs jobs;
    private final Scopes scopes;
    private final OrganizationPaths paths;
    private final Campaigns campaigns;
    private final InstantSource clock;

    SheetImports(SheetStore store, SheetPlans plans, Jobs jobs, Scopes scopes, OrganizationPaths paths, Campaigns campaigns,
            InstantSource clock) {
        this.store = store;
        this.plans = plans;
        this.jobs = jobs;
        this.scopes = scopes;
        this.paths = paths;
        this.campaigns = campaigns;
        this.clock = clock;
    }

    /// How far an import is.
    enum Phase {
        CHECKED,
        RUNNING,
        DONE
    }

    /// An import as it stands.
    ///
    /// @param planned
    ///            what it would do now; null once it was started
    record Standing(String id, SheetHead head, Phase phase, SheetPlans.@Nullable Planned planned) {}

    /// Takes a sheet and says what it would do; nothing is written into the
    /// register. Errors: `ORGANIZATION_UNKNOWN`, `FORBIDDEN`, `CAMPAIGN_UNKNOWN`,
    /// `INVALID_FIELD` of the name, `FILE_CLASSIFIED`.
    Mono<Standing> receive(Caller caller, Place own, String name, byte[] sheet) {
        return Mono.fromSupplier(() -> admitted(caller, own, name)).flatMap(admitted -> plans.plan(caller, own, sheet)
                .flatMap(planned -> created(caller, own, admitted, sheet, planned)));
    }

    private String admitted(Caller caller, Place own, String name) {
        String path = scopes.known(caller, own.organization());
        if (!scopes.may(caller, Role.CLERK, path) && !scopes.may(caller, Role.OFFICER, path)) {
            throw new Problem(ProblemType.FORBIDDEN);
        }
        if (campaigns.concerning(caller, own.campaign()).phase() == CampaignState.Phase.DRAFT) {
            throw new Problem(ProblemType.CAMPAIGN_UNKNOWN, "campaign", own.campaign().value());
        }
        return Uploads.admit(name);
    }

    private Mono<Standing> created(Caller caller, Place own, String name, byte[] sheet, SheetPlans.Planned planned) {
        Uploads.admitWords(planned.reading().above());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        String id = JobIds.create(now);
        SheetHead head = new SheetHead(SheetHead.FORMAT, name, own.organization(), own.campaign(), caller.subject(), sheet.length,
                now, SheetHead.Counts.of(planned.plan()), null, null);
        return store.create(id, head, sheet).thenReturn(new Standing(id, head, Phase.CHECKED, planned));
    }

    /// As it stands; what it would do is asked anew until it was started. Errors:
    /// `NOT_FOUND`, `IMPORT_EXPIRED`.
    Mono<Standing> get(Caller caller, String id) {
        return seen(caller, id).flatMap(head -> {
            String job = head.job();
            return job == null
                    ? plan(caller, id, head).map(planned -> new Standing(id, head, Phase.CHECKED, planned))
                    : jobs.isUnfinished(job).map(busy -> new Standing(id, head, busy ? Phase.RUNNING : Phase.DONE, null));
        });
    }

    /// Lets all rows be written that nothing speaks against: once, however often it
    /// is asked for. Errors: `NOT_FOUND`, `IMPORT_EXPIRED`, `IMPORT_NOTHING` where
    /// there is nothing to write, those of [Jobs#start].
    Mono<Standing> start(Caller caller, String id) {
        return seen(caller, id).flatMap(head -> head.end() != null ? get(caller, id) : begun(caller, id, head));
    }

    private Mono<Standing> begun(Caller caller, String id, SheetHead head) {
        return plan(caller, id, head).flatMap(planned -> {
            SheetHead.Counts counts = head.job() == null ? SheetHead.Counts.of(planned.plan()) : head.counts();
            return counts.added() + counts.changed() == 0
                    ? Mono.error(new Problem(ProblemType.IMPORT_NOTHING))
                    : jobs.start(order(caller, id, head)).flatMap(job -> store.advance(id, now -> now.begun(job.id(), counts)));
        }).map(now -> new Standing(id, now, Phase.RUNNING, null));
    }

    private static JobOrder order(Caller caller, String id, SheetHead head) {
        return JobOrder.of(caller, RegisterImport.NAME, head.organization(), Map.of("import", id, "name", head.name(), "campaign",
                head.campaign().value())).forCallerAlone().once(head.receivedAt(), id);
    }

    private Mono<SheetPlans.Planned> plan(Caller caller, String id, SheetHead head) {
        return store.sheet(id, head.size())
                .flatMap(sheet -> plans.plan(caller, new Place(head.organization(), head.campaign()), sheet));
    }

    private Mono<SheetHead> seen(Caller caller, String id) {
        return store.head(id).filter(head -> head.subject().equals(caller.subject()) && known(caller, head.organization()))
                .switchIfEmpty(Mono.error(() -> new Problem(ProblemType.NOT_FOUND)));
    }

    private boolean known(Caller caller, Code organization) {
        return paths.path(organization).filter(scopes.tree(caller)::includes).isPresent();
    }
}
