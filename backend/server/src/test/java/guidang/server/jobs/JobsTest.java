package guidang.server.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guidang.server.access.Caller;
import guidang.server.access.Grant;
import guidang.server.access.Role;
import guidang.server.jobs.JobBook.Recorded;
import guidang.server.kernel.Code;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.objects.ForwardingStore;
import guidang.server.objects.Layout;
import guidang.server.objects.MemoryObjects;
import guidang.server.objects.Payload;
import guidang.server.objects.StoreUnavailable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.scheduler.VirtualTimeScheduler;

/// Several replicas over one store, on a clock that the test moves.
class JobsTest {
    private static final Instant START = Instant.parse("2026-03-31T01:02:03Z");
    private static final Code ROOT = new Code("ROOT");
    private static final Caller CHEN = new Caller("chen", "陈", Set.of(new Grant(Role.ADMINISTRATOR, ROOT)));
    private static final String KIND = "test";

    private final MemoryObjects work = MemoryObjects.work();
    private final InstantSource clock = () -> START.plusMillis(now(TimeUnit.MILLISECONDS));
    private @Nullable VirtualTimeScheduler time;

    @BeforeEach
    void stopTheClock() {
        time = VirtualTimeScheduler.getOrSet();
    }

    @AfterEach
    void letItGo() {
        VirtualTimeScheduler.reset();
    }

    private long now(TimeUnit unit) {
        return time == null ? 0 : time.now(unit);
    }

    private void pass(Duration some) {
        Objects.requireNonNull(time).advanceTimeBy(some);
    }

    /// Does what the test says, and remembers what it was given.
    private static final class Work implements JobKind {
        private final List<JobRun> runs = new ArrayList<>();
        private final Function<JobRun, Mono<JobResult>> how;

        Work(Function<JobRun, Mono<JobResult>> how) {
            this.how = how;
        }

        /// Ends when the test says so.
        static Work until(Sinks.One<JobResult> end) {
            return new Work(_ -> end.asMono());
        }

        @Override
        public String name() {
            return KIND;
        }

        @Override
        public Role role() {
            return Role.ADMINISTRATOR;
        }

        @Override
        public Mono<JobResult> run(JobRun run) {
            runs.add(run);
            return how.apply(run);
        }
    }

    /// A replica that may be killed: from then on nothing it asks of the store
    /// comes back.
    private final class Replica extends ForwardingStore {
        private final TestJobs room;
        private final Work kind;
        private boolean killed;

        Replica(String name, Work kind) {
            super(work);
            this.kind = kind;
            room = new TestJobs(this, clock, name);
            room.add(kind);
            room.rounds.start();
            pass(Duration.ZERO);
        }

        void kill() {
            killed = true;
        }

        Job start(String what) {
            Job job = Objects.requireNonNull(room.jobs().start(CHEN, KIND, ROOT, Map.of("what", what)).block());
            pass(Duration.ZERO);
            return job;
        }

        @Override
        public Mono<Put> putIfAbsent(String key, Payload payload) {
            return killed ? Mono.never() : super.putIfAbsent(key, payload);
        }
    }

    private JobDocument state(Job job) {
        return recorded(job).document();
    }

    private Recorded recorded(Job job) {
        return Objects.requireNonNull(new JobBook(work).head(job.id()).block());
    }

    private List<String> keys(Job job) {
        return Objects.requireNonNull(work.list("state/jobs/" + job.id() + "/", "").collectList().block());
    }

    private JobReading reading(Replica replica) {
        return new JobReading(replica.room.book, new JobViews(replica.room.kinds, TestPlaces.scopes(), TestPlaces.PATHS,
                TestPlaces.NAMES, replica.room.expiry, TestPlaces.TEXTS), replica.room.workshop);
    }

    @Test
    void whatIsStartedIsDoneAndTellsWhatCameOfIt() {
        Replica one = new Replica("a", new Work(run -> {
            run.progress(3, 3L, 1);
            return Mono.just(new JobResult(null, null, null, Map.of("made", 2L)));
        }));
        Job job = one.start("x");
        assertThat(one.kind.runs).hasSize(1);
        assertThat(one.kind.runs.getFirst().job()).isEqualTo(job);
        assertThat(job.caller().grants()).isEqualTo(CHEN.grants());
        assertThat(job.caller().name()).isEqualTo("chen");
        JobDocument end = state(job);
        assertThat(end.state()).isEqualTo(JobState.DONE);
        assertThat(end.progress().done()).isEqualTo(3);
        assertThat(end.progress().failed()).isOne();
        assertThat(Objects.requireNonNull(Objects.requireNonNull(end.end()).result()).counts()).containsEntry("made", 2L);
    }

    @Test
    void ofSeveralReplicasOneHasIt() {
        Sinks.One<JobResult> end = Sinks.one();
        List<Replica> all = List.of(new Replica("a", Work.until(end)), new Replica("b", Work.until(end)),
                new Replica("c", Work.until(end)));
        Job job = all.getFirst().start("x");
        all.forEach(each -> each.room.rounds.look().block());
        pass(Duration.ofMinutes(10));
        assertThat(all.stream().mapToInt(each -> each.kind.runs.size()).sum()).isOne();
        assertThat(end.tryEmitValue(JobResult.NOTHING).isSuccess()).isTrue();
        pass(Duration.ofMinutes(10));
        assertThat(state(job).state()).isEqualTo(JobState.DONE);
        assertThat(all.stream().mapToInt(each -> each.kind.runs.size()).sum()).isOne();
    }

    @Test
    void ofTwoWhoTakeTheSameStateOneGetsIt() {
        Job job = new Replica("a", Work.until(Sinks.one())).start("x");
        JobBook book = new JobBook(work);
        Recorded head = recorded(job);
        assertThat(book.next(head, head.document().taken("one", START)).block()).isNotNull();
        assertThat(book.next(head, head.document().taken("two", START)).block()).isNull();
        assertThat(state(job).holder()).isEqualTo("one");
        // The same attempt again, whose answer was lost, is known as one's own.
        assertThat(book.next(head, head.document().taken("one", START)).block()).isNotNull();
    }

    @Test
    void whatAKilledReplicaWasAtIsGoneOnWithAfterAMinute() {
        Replica dead = new Replica("a", Work.until(Sinks.one()));
        Job job = dead.start("x");
        dead.kind.runs.getFirst().progress(5, 10L, 0);
        pass(Duration.ofSeconds(3));
        dead.kill();
        Replica next = new Replica("b", new Work(_ -> Mono.just(JobResult.NOTHING)));
        pass(Duration.ofSeconds(45));
        assertThat(next.kind.runs).isEmpty();
        assertThat(state(job).progress().done()).isEqualTo(5);
        pass(Duration.ofSeconds(60));
        assertThat(next.kind.runs).hasSize(1);
        assertThat(state(job).state()).isEqualTo(JobState.DONE);
        assertThat(next.kind.runs.getFirst().job()).isEqualTo(job);
    }

    @Test
    void theSameReplicaGoesOnAtOnceAfterARestart() {
        Replica dead = new Replica("a", Work.until(Sinks.one()));
        Job job = dead.start("x");
        dead.kill();
        pass(Duration.ofSeconds(1));
        Replica reborn = new Replica("a", new Work(_ -> Mono.just(JobResult.NOTHING)));
        assertThat(reborn.kind.runs).hasSize(1);
        assertThat(state(job).state()).isEqualTo(JobState.DONE);
    }

    @Test
    void whatGoesDownInOrderGivesItsJobsBack() {
        Replica first = new Replica("a", Work.until(Sinks.one()));
        Job job = first.start("x");
        first.room.close();
        assertThat(state(job).state()).isEqualTo(JobState.WAITING);
        Replica next = new Replica("b", new Work(_ -> Mono.just(JobResult.NOTHING)));
        assertThat(next.kind.runs).hasSize(1);
        assertThat(state(job).state()).isEqualTo(JobState.DONE);
    }

    @Test
    void whoWasThoughtDeadLetsGo() {
        Sinks.One<JobResult> end = Sinks.one();
        Replica slow = new Replica("a", Work.until(end));
        Job job = slow.start("x");
        Recorded head = recorded(job);
        assertThat(new JobBook(work).next(head, head.document().taken("other/1", clock.instant())).block()).isNotNull();
        pass(Duration.ofSeconds(15));
        assertThat(end.currentSubscriberCount()).isZero();
        assertThat(state(job).holder()).isEqualTo("other/1");
    }

    @Test
    void progressIsNotedEveryTwoSecondsAndASignOfLifeEveryTen() {
        Replica one = new Replica("a", Work.until(Sinks.one()));
        Job job = one.start("x");
        long before = recorded(job).n();
        for (int i = 0; i < 1000; i++) {
            one.kind.runs.getFirst().progress(i, 1000L, 0);
            pass(Duration.ofMillis(10));
        }
        assertThat(recorded(job).n() - before).isBetween(4L, 5L);
        assertThat(keys(job)).hasSize(3);
        pass(Duration.ofSeconds(2));
        assertThat(state(job).progress().done()).isEqualTo(999);
        long moved = recorded(job).n();
        pass(Duration.ofSeconds(60));
        assertThat(recorded(job).n() - moved).isBetween(5L, 6L);
        assertThat(state(job).at()).isAfter(clock.instant().minusSeconds(13));
    }

    @Test
    void whoSaysStopIsHeardOnEveryReplica() {
        Replica busy = new Replica("a", new Work(run -> Mono.delay(Duration.ofSeconds(1)).repeat(() -> !run.cancelled()).then(
                Mono.just(new JobResult(null, null, null, Map.of("made", 7L))))));
        Job here = busy.start("x");
        JobDocument said = Objects.requireNonNull(reading(busy).cancel(CHEN, here.id()).block()).document();
        assertThat(said.cancelling()).isTrue();
        assertThat(said.state()).isEqualTo(JobState.RUNNING);
        pass(Duration.ofSeconds(2));
        assertThat(state(here).state()).isEqualTo(JobState.CANCELLED);
        assertThat(Objects.requireNonNull(Objects.requireNonNull(state(here).end()).result()).counts()).containsEntry("made", 7L);
        Job there = busy.start("y");
        Replica other = new Replica("b", Work.until(Sinks.one()));
        assertThat(reading(other).cancel(CHEN, there.id()).block()).isNotNull();
        pass(Duration.ofSeconds(12));
        assertThat(state(there).state()).isEqualTo(JobState.CANCELLED);
        assertThatThrownBy(() -> reading(other).cancel(CHEN, there.id()).block())
                .isInstanceOfSatisfying(Problem.class, e -> assertThat(e.type()).isEqualTo(ProblemType.JOB_ENDED));
    }

    @Test
    void workThatDoesNotListenIsStoppedAfterAMinute() {
        Sinks.One<JobResult> end = Sinks.one();
        Replica deaf = new Replica("a", Work.until(end));
        Job job = deaf.start("x");
        assertThat(reading(deaf).cancel(CHEN, job.id()).block()).isNotNull();
        pass(Duration.ofSeconds(50));
        assertThat(state(job).state()).isEqualTo(JobState.RUNNING);
        pass(Duration.ofSeconds(15));
        assertThat(state(job).state()).isEqualTo(JobState.CANCELLED);
        assertThat(end.currentSubscriberCount()).isZero();
    }

    @Test
    void twoAreDoneAtOnceAndTheOthersWait() {
        AtomicReference<Sinks.One<JobResult>> end = new AtomicReference<>(Sinks.one());
        Replica one = new Replica("a", new Work(run -> "first".equals(run.job().input().get("what"))
                ? end.get().asMono()
                : Mono.never()));
        Job first = one.start("first");
        one.start("second");
        Job third = one.start("third");
        pass(Duration.ofMinutes(5));
        assertThat(one.kind.runs).hasSize(2);
        assertThat(state(third).state()).isEqualTo(JobState.WAITING);
        assertThat(end.get().tryEmitValue(JobResult.NOTHING).isSuccess()).isTrue();
        pass(Duration.ofSeconds(1));
        assertThat(state(first).state()).isEqualTo(JobState.DONE);
        assertThat(state(third).state()).isEqualTo(JobState.RUNNING);
        Job fourth = one.start("fourth");
        assertThat(Objects.requireNonNull(reading(one).cancel(CHEN, fourth.id()).block()).document().state())
                .isEqualTo(JobState.CANCELLED);
        one.start("fifth");
        one.start("sixth");
        assertThatThrownBy(() -> one.start("seventh"))
                .isInstanceOfSatisfying(Problem.class, e -> assertThat(e.type()).isEqualTo(ProblemType.JOBS_TOO_MANY));
    }

    @Test
    void aProblemEndsItAndWhatMayPassIsTriedAgain() {
        Replica refused = new Replica("a",
                new Work(_ -> Mono.error(new Problem(ProblemType.CAMPAIGN_UNKNOWN, "campaign", "C", "list", List.of("x")))));
        JobDocument end = state(refused.start("x"));
        assertThat(end.state()).isEqualTo(JobState.FAILED);
        assertThat(Objects.requireNonNull(end.end()).problem())
                .isEqualTo(new JobDocument.Fault("campaign-unknown", Map.of("campaign", "C")));
        refused.room.close();
        Replica away = new Replica("b", new Work(_ -> Mono.error(new StoreUnavailable("away", new IllegalStateException()))));
        Job job = away.start("y");
        pass(Duration.ofSeconds(20));
        assertThat(away.kind.runs).hasSizeGreaterThan(3);
        assertThat(state(job).state()).isEqualTo(JobState.RUNNING);
        pass(Duration.ofMinutes(10));
        assertThat(state(job).state()).isEqualTo(JobState.FAILED);
    }

    @Test
    void whatEndsWhoeverIsAtItIsGivenUp() {
        List<Replica> dead = new ArrayList<>();
        dead.add(new Replica("a", Work.until(Sinks.one())));
        Job job = dead.getFirst().start("x");
        for (int i = 0; i < 6; i++) {
            dead.getLast().kill();
            dead.add(new Replica("r" + i, Work.until(Sinks.one())));
            pass(Duration.ofMinutes(2));
        }
        assertThat(dead.stream().mapToInt(each -> each.kind.runs.size()).sum()).isEqualTo(5);
        assertThat(state(job).state()).isEqualTo(JobState.FAILED);
        assertThat(Objects.requireNonNull(Objects.requireNonNull(state(job).end()).problem()).type()).isEqualTo("job-abandoned");
    }

    @Test
    void whatIsOrderedOnceIsOneJobAndGoesOnWhereItFailed() {
        AtomicReference<Mono<JobResult>> answer = new AtomicReference<>(
                Mono.error(new Problem(ProblemType.CAMPAIGN_UNKNOWN, "campaign", "C")));
        Replica one = new Replica("a", new Work(_ -> answer.get()));
        JobOrder order = JobOrder.of(CHEN, KIND, ROOT, Map.of()).once(START, "the one");
        assertThatThrownBy(() -> finished(one, order))
                .isInstanceOfSatisfying(Problem.class, e -> assertThat(e.type()).isEqualTo(ProblemType.CAMPAIGN_UNKNOWN));
        answer.set(Mono.just(JobResult.NOTHING));
        Job job = Objects.requireNonNull(finished(one, order));
        assertThat(state(job).state()).isEqualTo(JobState.DONE);
        assertThat(finished(one, order)).isEqualTo(job);
        assertThat(one.kind.runs).hasSize(2);
        assertThat(one.room.book.all().count().block()).isOne();
    }

    private @Nullable Job finished(Replica replica, JobOrder order) {
        AtomicReference<@Nullable Job> job = new AtomicReference<>();
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        var _ = replica.room.jobs().finish(order).subscribe(job::set, failure::set);
        pass(Duration.ofSeconds(1));
        if (failure.get() instanceof Problem problem) {
            throw problem;
        }
        return job.get();
    }

    @Test
    void resultsExpireBeforeTheirJobs() {
        Replica one = new Replica("a", new Work(run -> work
                .putIfAbsent(Layout.export(run.job().id()), Payload.of(new byte[9]))
                .thenReturn(new JobResult(Layout.export(run.job().id()), "x.csv", "text/csv", Map.of()))));
        JobOrder order = JobOrder.of(CHEN, KIND, ROOT, Map.of()).with(Map.of("list", Payload.of(new byte[3])));
        Job job = Objects.requireNonNull(one.room.jobs().start(order).block());
        pass(Duration.ZERO);
        var _ = work.putIfAbsent("jobs/" + JobIds.create(clock.instant()) + "/list", Payload.of(new byte[3])).block();
        assertThat(files()).hasSize(3);
        pass(Duration.ofDays(2));
        // Whose job never came to be.
        assertThat(files()).hasSize(2);
        pass(Duration.ofDays(6));
        assertThat(files()).isEmpty();
        assertThat(one.room.expiry.resultIsGone(state(job))).isTrue();
        pass(Duration.ofDays(23));
        assertThat(keys(job)).isEmpty();
    }

    private List<String> files() {
        return Objects.requireNonNull(work.list("jobs/", "").concatWith(work.list("exports/", "")).collectList().block());
    }

    @Test
    void aStateThatCannotBeReadIsSkipped() {
        Sinks.One<JobResult> end = Sinks.one();
        Replica one = new Replica("a", Work.until(end));
        Job job = one.start("x");
        byte[] damaged = "{\"format\":1,\"job\":{".getBytes(StandardCharsets.UTF_8);
        var _ = work.putIfAbsent(Layout.state("jobs", job.id(), recorded(job).n() + 1), Payload.of(damaged)).block();
        var _ = work.putIfAbsent(Layout.state("jobs", JobIds.create(START), 0), Payload.of(damaged)).block();
        var _ = work.putIfAbsent("state/jobs/stray.json", Payload.of(damaged)).block();
        assertThat(state(job).state()).isEqualTo(JobState.RUNNING);
        Job other = one.start("y");
        assertThat(state(other).state()).isEqualTo(JobState.RUNNING);
        assertThat(Objects.requireNonNull(reading(one).page(CHEN, _ -> true, null, java.util.Locale.ENGLISH).block()).jobs())
                .extracting(JobView::id).containsExactlyInAnyOrder(job.id(), other.id());
        pass(Duration.ofSeconds(30));
        assertThat(end.tryEmitValue(JobResult.NOTHING).isSuccess()).isTrue();
        pass(Duration.ofSeconds(1));
        assertThat(state(job).state()).isEqualTo(JobState.DONE);
        assertThat(state(other).state()).isEqualTo(JobState.DONE);
    }

    @Test
    void idsSortByTheirTimes() {
        List<String> ids = new ArrayList<>();
        for (long millis = 1; millis < 1L << 45; millis = millis * 3 / 2 + 1) {
            String id = JobIds.create(Instant.ofEpochMilli(millis));
            assertThat(JobIds.isOne(id)).isTrue();
            assertThat(JobIds.timeOf(id)).isEqualTo(Instant.ofEpochMilli(millis));
            ids.add(id);
        }
        assertThat(ids).isSorted();
    }
}
