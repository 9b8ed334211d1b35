package guidang.server.jobs;

import guidang.server.jobs.JobBook.Recorded;
import guidang.server.jobs.JobDocument.Fault;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.objects.StoreUnavailable;
import guidang.server.objects.WriteOutcomeUnknown;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/// A job that is being done here: the work, and beside it the notes of how far
/// it is, by which the others know that it is in hand.
final class Working implements JobRun {
    private static final Logger LOG = LoggerFactory.getLogger(Working.class);
    /// How often progress is noted, at most.
    static final Duration NOTED = Duration.ofSeconds(2);
    /// How often a sign of life is given, at least.
    static final Duration BEAT = Duration.ofSeconds(10);
    /// How long work that was told to stop may go on.
    static final Duration GRACE = Duration.ofMinutes(1);
    private static final int REPEATS = 8;

    private final JobBook book;
    private final JobKind kind;
    private final String holder;
    private final InstantSource clock;
    private final Sinks.Empty<Void> stop = Sinks.empty();
    private volatile Recorded last;
    private volatile Counted counted;
    private volatile boolean cancelled;

    Working(JobBook book, JobKind kind, String holder, InstantSource clock, Recorded taken) {
        this.book = book;
        this.kind = kind;
        this.holder = holder;
        this.clock = clock;
        this.last = taken;
        this.counted = Counted.of(taken.document());
        heed(taken);
    }

    private record Counted(long done, @Nullable Long total, long failed) {
        static Counted of(JobDocument document) {
            JobDocument.Progress progress = document.progress();
            return new Counted(progress.done(), progress.total(), progress.failed());
        }
    }

    @Override
    public Job job() {
        return last.job();
    }

    @Override
    public void progress(long done, @Nullable Long total, long failed) {
        counted = new Counted(done, total, failed);
    }

    @Override
    public boolean cancelled() {
        return cancelled;
    }

    /// Does it to its end, and gives its last state. Errors: [JobTaken].
    Mono<Recorded> done() {
        return Mono.firstWithSignal(worked(), noting()).flatMap(this::advance);
    }

    /// Gives the job back, for others to go on with. Errors: [JobTaken].
    Mono<Recorded> release() {
        return advance(document -> counted(document, document.at()).released(clock.instant()));
    }

    /// How the work ended.
    private Mono<UnaryOperator<JobDocument>> worked() {
        return Mono.defer(() -> kind.run(this)).subscribeOn(Schedulers.parallel())
                .retryWhen(Retry.backoff(REPEATS, Duration.ofSeconds(1)).maxBackoff(Duration.ofMinutes(1)).filter(this::passes)
                        .doBeforeRetry(again -> LOG.info("Job {} begins again: {}", last.id(), again.failure().toString()))
                        .onRetryExhaustedThrow((spec, again) -> again.failure()))
                .takeUntilOther(stop.asMono().then(Mono.delay(GRACE))).defaultIfEmpty(JobResult.NOTHING)
                .map(this::ended).onErrorResume(e -> Mono.just(failed(e)));
    }

    private boolean passes(Throwable e) {
        return !cancelled && (e instanceof StoreUnavailable || e instanceof WriteOutcomeUnknown
                || (e instanceof Problem problem && problem.type().status() == 503));
    }

    private UnaryOperator<JobDocument> ended(JobResult result) {
        JobState as = cancelled ? JobState.CANCELLED : JobState.DONE;
        return document -> counted(document, document.at()).ended(as, null, result, clock.instant());
    }

    private UnaryOperator<JobDocument> failed(Throwable e) {
        Fault fault = e instanceof Problem problem ? fault(problem) : unexpected(e);
        JobState as = cancelled ? JobState.CANCELLED : JobState.FAILED;
        return document -> counted(document, document.at()).ended(as, as == JobState.FAILED ? fault : null, null,
                clock.instant());
    }

    /// Only what is small is kept of a problem's arguments.
    private static Fault fault(Problem problem) {
        Map<String, Object> small = new TreeMap<>(problem.arguments());
        small.values().removeIf(value -> !(value instanceof String) && !(value instanceof Number));
        return Fault.of(problem.type(), small);
    }

    private Fault unexpected(Throwable e) {
        LOG.error("Job {} of kind {} failed", last.id(), kind.name(), e);
        return switch (e) {
            case StoreUnavailable _,WriteOutcomeUnknown _ -> Fault.of(ProblemType.STORE_UNAVAILABLE, Map.of());
            default -> Fault.of(ProblemType.INTERNAL, Map.of("incident", last.id()));
        };
    }

    /// The state with what was told last.
    private JobDocument counted(JobDocument document, Instant at) {
        Counted now = counted;
        return document.progressed(now.done, now.total, now.failed, at);
    }

    /// Notes from time to time how far it is; never completes. Errors: [JobTaken].
    private Mono<UnaryOperator<JobDocument>> noting() {
        return Flux.interval(NOTED).onBackpressureDrop().concatMap(_ -> note(), 0).then(Mono.never());
    }

    private Mono<Recorded> note() {
        Instant now = clock.instant();
        boolean moved = !counted.equals(Counted.of(last.document()));
        if (!moved && now.isBefore(last.document().at().plus(BEAT))) {
            return Mono.empty();
        }
        return advance(document -> counted(document, now)).onErrorResume(e -> !(e instanceof JobTaken), e -> {
            LOG.warn("Job {} goes on, but can't say how far it is: {}", last.id(), e.toString());
            return Mono.empty();
        });
    }

    private Mono<Recorded> advance(UnaryOperator<JobDocument> change) {
        return Mono.defer(() -> book.advance(last, holder, change)).doOnNext(this::heed);
    }

    private void heed(Recorded state) {
        last = state;
        if (state.document().cancelling()) {
            cancelNow();
        }
    }

    /// It is to stop, as its state says already.
    void cancelNow() {
        cancelled = true;
        // Said twice is said once.
        Sinks.EmitResult ignored = stop.tryEmitEmpty();
        assert ignored != null;
    }
}
