package guidang.server.register;

import guidang.server.access.Role;
import guidang.server.jobs.Job;
import guidang.server.jobs.JobKind;
import guidang.server.jobs.JobResult;
import guidang.server.jobs.JobRun;
import guidang.server.rectification.ItemImport;
import guidang.server.register.SheetStep.Place;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Writes a sheet into the registers. It begins again at any time: what is
/// written already is known by its operation, and what the register has already
/// is no difference any more.
@Component
final class RegisterImport implements JobKind {
    static final String NAME = "register-import";

    private final SheetStore store;
    private final SheetPlans plans;
    private final ItemImport writing;

    RegisterImport(SheetStore store, SheetPlans plans, ItemImport writing) {
        this.store = store;
        this.plans = plans;
        this.writing = writing;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Role role() {
        return Role.OFFICER;
    }

    @Override
    public Map<String, String> facts(Job job) {
        return job.input();
    }

    @Override
    public Mono<JobResult> run(JobRun run) {
        String id = run.job().input().getOrDefault("import", "");
        return store.head(id).flatMap(head -> written(id, head, run));
    }

    private Mono<JobResult> written(String id, SheetHead head, JobRun run) {
        Place own = new Place(head.organization(), head.campaign());
        return store.sheet(id, head.size()).flatMap(sheet -> plans.plan(run.job().caller(), own, sheet))
                .flatMap(planned -> new SheetRun(id, head, planned, writing, run).through())
                .flatMap(end -> store.advance(id, now -> now.ended(end)).thenReturn(end))
                .map(end -> JobResult.of(Map.of("added", (long) end.added(), "changed", (long) end.changed(), "refused",
                        (long) end.refused().size())));
    }
}
