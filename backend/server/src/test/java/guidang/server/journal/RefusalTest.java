package guidang.server.journal;

import static guidang.server.journal.Fixtures.SLOT;
import static guidang.server.journal.Fixtures.writing;
import static org.assertj.core.api.Assertions.assertThat;

import guidang.server.kernel.Problem;
import guidang.server.objects.Layout;
import guidang.server.objects.MemoryObjects;
import guidang.server.objects.Payload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/// A store that does not hold one chain makes the journal refuse to write and
/// say why; what it can read it still reads.
class RefusalTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private final MemoryObjects store = MemoryObjects.archive();

    private Link put(Chain before, String batch) {
        Leaf leaf = new Leaf(SLOT, Math.toIntExact(before.frontier().size()), Fixtures.operation(batch), "filed", "{}");
        Link link = Link.make(before, batch, Instant.parse("2026-11-24T00:00:00Z").plusMillis(before.position()),
                List.of(leaf.text()), List.of(new CommitDocument.Operation(leaf.operation().value(), "d", 1)));
        var _ = store.putIfAbsent(Layout.commit(link.number()), Payload.of(link.bytes())).block(LONG);
        return link;
    }

    private void put(String key, String text) {
        store.replace(key, text.getBytes(StandardCharsets.UTF_8)).block(LONG);
    }

    private String reason() {
        StoreJournal journal = Objects.requireNonNull(StoreJournal.open(store,
                new StoreJournal.Threads(Schedulers.single(), Schedulers.parallel()), InstantSource.system(), Fixtures.settings(),
                Fixtures.key(), "one").block(LONG));
        StepVerifier.create(journal.submit(writing("new", SLOT))).expectError(Problem.class).verify(LONG);
        return Objects.requireNonNull(journal.refusal());
    }

    @Test
    void aHole() {
        Link first = put(Chain.START, "a");
        Link second = Link.make(first.after(), "b", Instant.now(), List.of(), List.of());
        Link third = put(second.after(), "c");
        assertThat(third.number()).isEqualTo(2);
        assertThat(reason()).contains("commit 1").contains("absent");
    }

    @Test
    void aFork() {
        Link first = put(Chain.START, "a");
        Link other = Link.make(Chain.START, "other", Instant.now(), first.leaves(), first.operations());
        put(other.after(), "b");
        assertThat(reason()).contains("commit 1").contains("follows another commit");
    }

    @Test
    void changedBytes() {
        Link first = put(Chain.START, "a");
        Link second = put(first.after(), "b");
        put(Layout.commit(1), new String(second.bytes(), StandardCharsets.UTF_8).replace("filed", "moved"));
        assertThat(reason()).contains("commit 1").contains("frontier");
    }

    @Test
    void aCheckpointThatTheJournalDoesNotReach() {
        Link first = put(Chain.START, "a");
        put(Layout.latestCheckpoint(), Fixtures.key().sign(7, first.after().frontier().root()));
        assertThat(reason()).contains("fewer than its checkpoint's 7");
    }

    @Test
    void aCheckpointOfAnotherTree() {
        put(Chain.START, "a");
        put(Layout.latestCheckpoint(), Fixtures.key().sign(1, Merkle.leaf("another")));
        assertThat(reason()).contains("another root");
    }

    @Test
    void aCheckpointOfAnotherLog() {
        put(Layout.latestCheckpoint(), LogKey.random("example.org/other").sign(1, Merkle.leaf("another")));
        assertThat(reason()).contains("example.org/other");
    }

    @Test
    void aWatermarkBeyondTheJournalStopsTheStart() {
        put(Layout.watermark(), "{\"format\":1,\"commits\":5,\"by\":\"replica\"}");
        StepVerifier.create(Mono.defer(() -> StoreJournal.open(store,
                new StoreJournal.Threads(Schedulers.single(), Schedulers.parallel()), InstantSource.system(), Fixtures.settings(),
                Fixtures.key(), "one")))
                .expectErrorMatches(e -> String.valueOf(e.getMessage()).contains("shorter than its watermark"))
                .verify(LONG);
    }
}
