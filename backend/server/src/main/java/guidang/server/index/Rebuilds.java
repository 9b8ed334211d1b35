package guidang.server.index;

import guidang.server.access.Caller;
import guidang.server.access.Role;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Rebuilds of the index as jobs. The replica that projects does the work; the
/// job asks for it, looks on and tells, wherever it runs.
@Service
public final class Rebuilds implements JobKind {
    private static final String NAME = "rebuild";
    private static final String SINCE = "since";
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Rebuild rebuild;
    private final MetaIndex meta;
    private final Catalogue catalogue;
    private final Journal journal;
    private final Jobs jobs;

    Rebuilds(Rebuild rebuild, MetaIndex meta, Catalogue catalogue, Journal journal, Jobs jobs) {
        this.rebuild = rebuild;
        this.meta = meta;
        this.catalogue = catalogue;
        this.journal = journal;
        this.jobs = jobs;
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
        return Map.of();
    }

    /// Asks for a rebuild of everything, and gives the job that tells of it; that
    /// of one that is under way already.
    ///
    /// Errors: `INDEX_UNAVAILABLE`.
    ///
    /// @param root
    ///            whose index it is
    public Mono<Job> start(Caller caller, Code root) {
        Map<String, String> input = Map.of(SINCE, Instant.now().toString());
        return requested().then(Mono.defer(() -> jobs.unfinished(NAME, root)))
                .switchIfEmpty(Mono.defer(() -> jobs.start(JobOrder.of(caller, NAME, root, input))));
    }

    private Mono<Void> requested() {
        return Flux.fromArray(Lane.values()).concatMap(rebuild::request).then()
                .onErrorMap(Elasticsearch::isPassing, away -> new Problem(ProblemType.INDEX_UNAVAILABLE));
    }

    /// Where a rebuild of one lane is.
    ///
    /// @param position
    ///            how far it is filled
    /// @param ended
    ///            null while it is under way
    private record Seen(Lane lane, long position, @Nullable Rebuilding ended) {}

    @Override
    public Mono<JobResult> run(JobRun run) {
        Instant since = Instant.parse(run.job().input().getOrDefault(SINCE, run.job().startedAt().toString()));
        return Flux.fromArray(Lane.values()).concatMap(lane -> askedFor(lane, since)).then()
                .retryWhen(Elasticsearch.untilItPasses(PATIENCE)).then(Mono.defer(() -> watched(run)));
    }

    /// Asks for it again, unless it is under way or was done since.
    private Mono<Void> askedFor(Lane lane, Instant since) {
        return meta.rebuilt(lane).filter(done -> !done.startedAt().isBefore(since)).hasElement()
                .flatMap(done -> done ? Mono.empty() : rebuild.request(lane));
    }

    private Mono<JobResult> watched(JobRun run) {
        return Flux.interval(Duration.ZERO, LOOK).onBackpressureDrop().concatMap(_ -> look(run), 0)
                .takeUntil(all -> run.cancelled() || all.stream().allMatch(seen -> seen.ended() != null)).last()
                .flatMap(all -> run.cancelled() ? cancelled() : Mono.just(result(all)));
    }

    private Mono<List<Seen>> look(JobRun run) {
        return Flux.fromArray(Lane.values()).concatMap(this::look).collectList()
                .doOnNext(all -> told(run, all)).retryWhen(Elasticsearch.untilItPasses(PATIENCE));
    }

    private Mono<Seen> look(Lane lane) {
        Mono<Seen> underWay = meta.rebuilding(lane)
                .flatMap(now -> meta.progress(catalogue.generation(lane, now.generation()))
                        .defaultIfEmpty(MetaIndex.Progress.NONE).map(progress -> new Seen(lane, progress.position(), null)));
        return underWay.switchIfEmpty(meta.rebuilt(lane).map(done -> new Seen(lane, journal.position(), done)));
    }

    private void told(JobRun run, List<Seen> all) {
        long total = journal.position() * all.size();
        run.progress(Math.min(total, all.stream().mapToLong(Seen::position).sum()), total, 0);
    }

    private Mono<JobResult> cancelled() {
        return Flux.fromArray(Lane.values()).concatMap(rebuild::cancel).then(Mono.empty());
    }

    private static JobResult result(List<Seen> all) {
        Map<String, Long> documents = new java.util.TreeMap<>();
        for (Seen seen : all) {
            Rebuilding ended = seen.ended();
            if (ended != null && ended.phase() == Rebuilding.Phase.FAILED) {
                throw new Problem(ProblemType.REBUILD_DIFFERS, "lane", seen.lane().key());
            }
            documents.put(seen.lane().key(), ended == null ? 0 : ended.documents());
        }
        return JobResult.of(documents);
    }
}
