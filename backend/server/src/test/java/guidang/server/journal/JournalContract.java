package guidang.server.journal;

import static guidang.server.journal.Fixtures.OTHER;
import static guidang.server.journal.Fixtures.SLOT;
import static guidang.server.journal.Fixtures.operation;
import static guidang.server.journal.Fixtures.writing;
import static org.assertj.core.api.Assertions.assertThat;

import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.objects.ObjectStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/// What the journal keeps to over every store.
abstract class JournalContract {
    private static final Duration LONG = Duration.ofSeconds(30);
    private final List<Disposable> open = new ArrayList<>();
    private ObjectStore store;
    private StoreJournal journal;

    abstract ObjectStore store() throws Exception;

    @BeforeEach
    void openOne() throws Exception {
        store = store();
        journal = another("one");
    }

    @AfterEach
    void closeAll() {
        open.forEach(Disposable::dispose);
    }

    StoreJournal another(String name) {
        Scheduler thread = Schedulers.newSingle("journal-" + name);
        StoreJournal opened = Objects
                .requireNonNull(StoreJournal.open(store, new StoreJournal.Threads(thread, Schedulers.parallel()),
                        InstantSource.system(), Fixtures.settings(), Fixtures.key(), name).block(LONG));
        open.add(opened.run().subscribe());
        open.add(thread);
        return opened;
    }

    Committed submit(StoreJournal to, Command command) {
        return Objects.requireNonNull(to.submit(command).block(LONG));
    }

    @Test
    void whatIsSubmittedIsCommittedOnceAndReadBack() {
        Committed first = submit(journal, writing("a", SLOT));
        Committed again = submit(journal, writing("a", SLOT));
        assertThat(first.repeated()).isFalse();
        assertThat(again.repeated()).isTrue();
        assertThat(again.records()).isEqualTo(first.records());
        assertThat(first.position()).isEqualTo(1);
        assertThat(journal.stream(SLOT).block(LONG)).isEqualTo(first.records());
        assertThat(journal.operation(operation("a")).block(LONG)).isEqualTo(again);
        assertThat(journal.operation(operation("b")).blockOptional(LONG)).isEmpty();
    }

    @Test
    void severalStreamsChangeTogether() {
        Committed both = submit(journal, writing("a", SLOT, OTHER));
        assertThat(both.records()).extracting(JournalRecord::stream).containsExactly(SLOT, OTHER);
        assertThat(both.records()).extracting(JournalRecord::leaf).containsExactly(0L, 1L);
    }

    @Test
    void aHundredNewStreamsAreLoadedTogetherAndNotDecidedAboutOneByOne() {
        StreamKey[] streams = IntStream.range(0, 100).mapToObj(n -> new StreamKey("reports/C1/O" + n + "/PLAN/once"))
                .toArray(StreamKey[]::new);
        AtomicInteger decided = new AtomicInteger();
        Committed all = submit(journal, new Command(operation("a"), "d", view -> {
            decided.incrementAndGet();
            return Stream.of(streams).map(stream -> new NewRecord(stream, "filed", "{}")).toList();
        }));
        assertThat(all.records()).extracting(JournalRecord::stream).containsExactly(streams);
        assertThat(decided).hasValue(3);
    }

    @Test
    void anotherRequestUnderTheSameIdIsRefused() {
        submit(journal, writing("a", SLOT));
        Command other = new Command(operation("a"), "another digest", view -> List.of());
        StepVerifier.create(journal.submit(other)).expectErrorMatches(e -> e instanceof Problem p
                && p.type() == ProblemType.IDEMPOTENCY_KEY_REUSED).verify(LONG);
    }

    @Test
    void aRefusalWritesNothingAndIsNotStored() {
        Command refused = new Command(operation("a"), "d", view -> {
            throw new Problem(ProblemType.SLOT_TAKEN);
        });
        StepVerifier.create(journal.submit(refused)).expectError(Problem.class).verify(LONG);
        assertThat(journal.position()).isZero();
        Committed accepted = submit(journal, writing("a", SLOT));
        assertThat(accepted.repeated()).isFalse();
    }

    @Test
    void manyAtOnceAreGroupedAndDense() {
        List<Committed> all = Objects.requireNonNull(Flux.range(0, 300)
                .flatMap(i -> journal.submit(writing(i, i % 2 == 0 ? SLOT : OTHER)), 64).collectList().block(LONG));
        assertThat(all).hasSize(300);
        assertThat(journal.position()).isLessThan(300);
        assertThat(journal.stream(SLOT).block(LONG)).extracting(JournalRecord::position)
                .containsExactlyElementsOf(IntStream.range(0, 150).boxed().toList());
    }

    @Test
    void twoReplicasWriteAtOnceAndAgree() {
        StoreJournal two = another("two");
        Flux<Committed> left = Flux.range(0, 40).flatMap(i -> journal.submit(writing("l" + i, SLOT)), 8);
        Flux<Committed> right = Flux.range(0, 40).flatMap(i -> two.submit(writing("r" + i, SLOT, OTHER)), 8);
        Flux<Committed> same = Flux.range(0, 40).flatMap(i -> (i % 2 == 0 ? two : journal).submit(writing("l" + i, SLOT)), 8);
        assertThat(Flux.merge(left, right, same).collectList().block(LONG)).hasSize(120);
        Mono.when(journal.await(two.position(), LONG), two.await(journal.position(), LONG)).block(LONG);
        assertThat(two.stream(SLOT).block(LONG)).isEqualTo(journal.stream(SLOT).block(LONG)).hasSize(80);
    }

    @Test
    void followersAndCommitsSeeEveryCommitInOrder() {
        List<Long> seen = Collections.synchronizedList(new ArrayList<>());
        submit(journal, writing("a", SLOT));
        journal.follow(0, commit -> seen.add(commit.number())).block(LONG);
        assertThat(seen).containsExactly(0L);
        submit(journal, writing("b", SLOT));
        assertThat(seen).containsExactly(0L, 1L);
        assertThat(journal.commits(0).take(2).map(Commit::number).collectList().block(LONG)).containsExactly(0L, 1L);
    }

    @Test
    void aReceiptProvesTheRecord() {
        submit(journal, writing("a", SLOT, OTHER));
        Committed second = submit(journal, writing("b", SLOT));
        Receipt receipt = Objects.requireNonNull(journal.receipt(second.records().getFirst()).block(LONG));
        assertThat(receipt.leafIndex()).isEqualTo(2);
        assertThat(receipt.treeSize()).isEqualTo(3);
        assertThat(Proofs.holds(receipt)).isTrue();
    }

    @Test
    void aRestartFindsAllAgain() {
        Committed first = submit(journal, writing("a", SLOT));
        submit(journal, writing("b", SLOT));
        StoreJournal later = another("later");
        assertThat(later.position()).isEqualTo(2);
        assertThat(later.stream(SLOT).block(LONG)).isEqualTo(journal.stream(SLOT).block(LONG));
        assertThat(submit(later, writing("a", SLOT)).records()).isEqualTo(first.records());
    }

    @Test
    void aPositionNotReachedIsSaidSo() {
        StepVerifier.create(journal.await(5, Duration.ofMillis(100))).expectErrorMatches(e -> e instanceof Problem p
                && p.type() == ProblemType.NOT_CAUGHT_UP).verify(LONG);
    }
}
