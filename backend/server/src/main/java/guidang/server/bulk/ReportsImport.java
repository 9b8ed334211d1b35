package guidang.server.bulk;

import guidang.server.access.Role;
import guidang.server.campaigns.Campaigns;
import guidang.server.filing.PastReports;
import guidang.server.inspection.Spool;
import guidang.server.inspection.Spooled;
import guidang.server.inspection.Uploads;
import guidang.server.jobs.Job;
import guidang.server.jobs.JobKind;
import guidang.server.jobs.JobResult;
import guidang.server.jobs.JobRun;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.organizations.Namesakes;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// The long work on an import: a dry run of it, or the filing of its rows. Both
/// begin again at any time: a row that is filed is known by its operation.
@Component
final class ReportsImport implements JobKind {
    static final String NAME = "reports-import";

    private final ImportStore store;
    private final Spool spool;
    private final Uploads uploads;
    private final PastReports past;
    private final Campaigns campaigns;
    private final Namesakes namesakes;
    private final BulkSettings settings;

    ReportsImport(ImportStore store, Spool spool, Uploads uploads, PastReports past, Campaigns campaigns, Namesakes namesakes,
            BulkSettings settings) {
        this.store = store;
        this.spool = spool;
        this.uploads = uploads;
        this.past = past;
        this.campaigns = campaigns;
        this.namesakes = namesakes;
        this.settings = settings;
    }

    /// Which import, and what is to be done.
    static Map<String, String> input(String id, String name, Step step) {
        return Map.of("import", id, "name", name, "step", step.name());
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
        return Map.of("import", id(job), "name", job.input().getOrDefault("name", ""), "step",
                job.input().getOrDefault("step", "").toLowerCase(Locale.ROOT));
    }

    private static String id(Job job) {
        return job.input().getOrDefault("import", "");
    }

    @Override
    public Mono<JobResult> run(JobRun run) {
        String id = id(run.job());
        Step step = Step.valueOf(run.job().input().getOrDefault("step", ""));
        return store.advance(id, head -> step.begun(head, run.job())).flatMap(head -> head.working()
                ? work(id, head, step, run).onErrorResume(broken -> ended(id, broken))
                : store.counts(id).map(Counts::sum))
                .map(counts -> JobResult.of(counts.byName()));
    }

    private Mono<Counts> work(String id, ImportHead head, Step step, JobRun run) {
        return spool.receive(store.zip(id, head.size()), settings.limit().toBytes(), zip -> through(id, head, zip, step, run))
                .delayUntil(counts -> counts.of(ImportRow.Outcome.FILED) + counts.of(ImportRow.Outcome.ALREADY) == counts.rows()
                        ? store.removeZip(id)
                        : Mono.empty())
                .delayUntil(_ -> store.advance(id, now -> now.left(step.after())));
    }

    private Mono<Counts> through(String id, ImportHead head, Spooled zip, Step step, JobRun run) {
        if (zip.size() != head.size()) {
            return Mono.error(new Problem(ProblemType.IMPORT_EXPIRED));
        }
        return Mono.usingWhen(blocking(() -> Contents.open(zip.path(), settings)), contents -> rows(id, head, contents)
                .flatMap(rows -> store.counts(id).flatMap(before -> new ImportRun(store, id, head.rows(), run, settings.atOnce(),
                        before).through(step::wants, step == Step.CHECK ? rows::check : rows::file))),
                contents -> blocking(contents::closed));
    }

    private static <T> Mono<T> blocking(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(Schedulers.boundedElastic());
    }

    private Mono<Rows> rows(String id, ImportHead head, Contents contents) {
        return Meanings.load(namesakes, campaigns, head.officer(), head.organization())
                .flatMap(meanings -> twice(id, head.rows(), meanings).map(twice -> new Rows(id, head.officer(), head.receivedAt(),
                        meanings, twice, new Members(contents, uploads, head.officer()), past)));
    }

    /// The slots that more than one row asks for.
    private Mono<Set<String>> twice(String id, int rows, Meanings meanings) {
        Set<String> seen = new HashSet<>();
        return Flux.range(0, ImportStore.pages(rows)).concatMap(page -> store.rows(id, page), 0).concatMapIterable(page -> page)
                .flatMap(row -> Mono.fromSupplier(() -> meanings.of(row).slot()).onErrorComplete(Problem.class))
                .filter(slot -> !seen.add(slot)).collect(HashSet::new, Set::add);
    }

    /// What must not be here goes at once; else the import waits to be tried again.
    private Mono<Counts> ended(String id, Throwable broken) {
        if (broken instanceof Rows.Spilled spilled) {
            Problem problem = new Problem(ProblemType.FILE_CLASSIFIED, "row", spilled.row());
            return store.removeZip(id).then(marked(id, spilled.row(), Refusal.of(problem)))
                    .then(store.advance(id, head -> head.given(Refusal.of(problem)))).then(Mono.error(problem));
        }
        return store.advance(id, head -> head.left(head.phase())).then(Mono.error(broken));
    }

    /// The row says why, and nothing else any more.
    private Mono<Void> marked(String id, int row, Refusal why) {
        return store.counts(id).flatMap(before -> Flux.range(0, before.size()).concatMap(page -> store.rows(id, page)
                .map(rows -> rows.stream().map(one -> one.row() == row ? one.wordless(why) : one).toList())
                .flatMap(rows -> store.putRows(id, page, rows).thenReturn(Counts.of(rows))), 0).collectList())
                .flatMap(after -> store.putCounts(id, after));
    }
}
