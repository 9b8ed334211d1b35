package guidang.server.organizations;

import guidang.server.access.Caller;
import guidang.server.access.Role;
import guidang.server.access.Scopes;
import guidang.server.jobs.Job;
import guidang.server.jobs.JobKind;
import guidang.server.jobs.JobOrder;
import guidang.server.jobs.JobResult;
import guidang.server.jobs.JobRun;
import guidang.server.jobs.Jobs;
import guidang.server.journal.Journal;
import guidang.server.kernel.Code;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.objects.Layout;
import guidang.server.objects.ObjectStore;
import guidang.server.objects.Payload;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// Imports that nobody waits for. The list lies with the job; wherever it
/// stopped, what differs from the tree is left to do. A replica first sees what
/// the one saw that made the job.
@Service
class LargeImports implements JobKind {
    private static final String NAME = "organizations-import";
    private static final String LIST = "list";
    private static final String REASON = "reason";
    private static final String FILE = "name";
    private static final String CHANGES = "changes";
    private static final String COUNT = "count.";
    private static final String POSITION = "position";
    private static final Duration BOUND = Duration.ofSeconds(10);

    private final Imports imports;
    private final Journal journal;
    private final Jobs jobs;
    private final Scopes scopes;
    private final ObjectStore work;
    private final int limit;

    LargeImports(Imports imports, Journal journal, Jobs jobs, Scopes scopes, @Qualifier("work") ObjectStore work,
            OrganizationsSettings settings) {
        this.imports = imports;
        this.journal = journal;
        this.jobs = jobs;
        this.scopes = scopes;
        this.work = work;
        this.limit = Math.toIntExact(settings.importLimit().toBytes());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Role role() {
        return Role.ADMINISTRATOR;
    }

    @Override
    public Map<String, String> facts(Job job) {
        String file = job.input().get(FILE);
        return file == null ? Map.of() : Map.of(FILE, file);
    }

    /// Makes the job of a list without faults. It belongs to the organisation that
    /// the caller administers; where these are several, nobody else sees it, because
    /// it may tell of any of them.
    ///
    /// @param file
    ///            what the list was called; null where nobody said
    Mono<Job> start(Caller caller, byte[] list, Imports.Planned planned, @Nullable String reason, @Nullable String file) {
        Map<String, String> input = new TreeMap<>();
        planned.plan().steps().stream().collect(Collectors.groupingBy(LargeImports::kind, Collectors.counting()))
                .forEach((kind, count) -> input.put(COUNT + kind, Long.toString(count)));
        input.put(POSITION, Long.toString(journal.position()));
        input.put(CHANGES, Integer.toString(planned.plan().steps().size()));
        if (reason != null) {
            input.put(REASON, reason);
        }
        if (file != null) {
            input.put(FILE, file);
        }
        List<Code> tops = scopes.tops(caller, EnumSet.of(Role.ADMINISTRATOR));
        JobOrder order = JobOrder.of(caller, NAME, tops.getFirst(), input).with(Map.of(LIST, Payload.of(list)));
        return jobs.start(tops.size() == 1 ? order : order.forCallerAlone());
    }

    private static String kind(ImportStep step) {
        return step.kind().name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Mono<JobResult> run(JobRun run) {
        Job job = run.job();
        long position = Long.parseLong(job.input().getOrDefault(POSITION, "0"));
        return journal.await(position, BOUND).then(list(job)).flatMap(list -> imports.plan(job.caller(), list))
                .flatMap(planned -> written(run, planned))
                .map(written -> JobResult.of(run.cancelled() ? counts(written) : counts(job)));
    }

    private Mono<byte[]> list(Job job) {
        return work.get(Layout.jobFile(job.id(), LIST), limit)
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("the list is gone")));
    }

    private Mono<Imports.Written> written(JobRun run, Imports.Planned planned) {
        ImportPlan plan = planned.plan();
        if (!plan.faults().isEmpty()) {
            return Mono.error(new Problem(ProblemType.ORGANIZATIONS_INVALID, "count", plan.faults().size(), "rows", plan.size(),
                    "accepted", plan.accepted()));
        }
        long total = Long.parseLong(run.job().input().getOrDefault(CHANGES, "0"));
        long before = Math.max(0, total - plan.steps().size());
        run.progress(before, total, 0);
        return imports.write(run.job().caller(), planned, run.job().input().get(REASON), run::cancelled,
                done -> run.progress(before + done, total, 0));
    }

    /// What this run changed before it was stopped.
    private static Map<String, Long> counts(Imports.Written written) {
        return written.records().entrySet().stream()
                .collect(Collectors.toMap(e -> e.getKey().equals("created") ? "added" : e.getKey(), e -> (long) e.getValue()));
    }

    /// What the list changed, in however many runs.
    private static Map<String, Long> counts(Job job) {
        return job.input().entrySet().stream().filter(e -> e.getKey().startsWith(COUNT))
                .collect(Collectors.toMap(e -> e.getKey().substring(COUNT.length()), e -> Long.valueOf(e.getValue())));
    }
}
