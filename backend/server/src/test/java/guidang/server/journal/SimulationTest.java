package guidang.server.journal;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.server.objects.Layout;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import reactor.core.publisher.Mono;

/// The real journal in simulated worlds: acknowledged means journaled exactly
/// once; streams are dense and in order; an operation occurs at most once; every
/// decision saw exactly what stands before it; nobody is told that nothing was
/// done when it was; recovery ends. `-Dguidang.simulation.seeds=10000` for more,
/// `-Dguidang.simulation.first=N` for one that failed.
@Execution(ExecutionMode.SAME_THREAD)
class SimulationTest {
    private static final long SEEDS = Long.getLong("guidang.simulation.seeds", 500);
    private static final long FIRST = Long.getLong("guidang.simulation.first", 1);

    @Test
    void whatWasAcknowledgedIsThereOnce() {
        long acknowledged = LongStream.range(FIRST, FIRST + SEEDS).map(SimulationTest::live).sum();
        System.out.println("simulation: " + SEEDS + " worlds, " + acknowledged + " operations acknowledged");
        assertThat(acknowledged).isPositive();
    }

    private static long live(long seed) {
        SimulatedWorld world = new SimulatedWorld(seed);
        try {
            world.run();
            check(world);
            return world.acknowledged().size();
        } catch (Throwable broken) {
            throw new AssertionError("seed " + seed + ": " + broken + "\n" + world.simulation().history(), broken);
        }
    }

    private static void check(SimulatedWorld world) {
        SimulatedWorld.Replica last = world.last();
        List<Commit> journal = last.followed();
        assertThat(last.journal().refusal()).as("why the journal does not write").isNull();
        Map<String, List<JournalRecord>> operations = new HashMap<>();
        Map<StreamKey, List<JournalRecord>> streams = new HashMap<>();
        world.streams().forEach(s -> streams.put(s, new ArrayList<>()));
        for (Commit commit : journal) {
            replay(commit, operations, streams);
        }
        world.acknowledged().forEach((name, committed) -> assertThat(operations.get(Fixtures.operation(name).value()))
                .as("%s, acknowledged in commit %s", name, committed.commit()).isEqualTo(committed.records()));
        world.refused()
                .forEach((name, seen) -> assertThat(operations).as(name).doesNotContainKey(Fixtures.operation(name).value()));
        assertThat(world.notDone()).as("told that nothing was done")
                .allSatisfy(name -> assertThat(operations).doesNotContainKey(Fixtures.operation(name).value()));
        world.replicas().stream().filter(SimulatedWorld.Replica::isOpen)
                .forEach(replica -> assertThat(journal.subList(0, replica.followed().size())).isEqualTo(replica.followed()));
        assertThat(world.receipts()).allMatch(Proofs::holds);
        chained(world, journal.size());
        streams.forEach((key, records) -> assertThat(ask(world, last.journal().stream(key))).isEqualTo(records));
        operations.forEach((operation, records) -> assertThat(ask(world, last.journal()
                .operation(new guidang.server.kernel.OperationId(operation))).records()).isEqualTo(records));
    }

    /// Each transaction whole, each decision on exactly what stands before it.
    private static void replay(Commit commit, Map<String, List<JournalRecord>> operations,
            Map<StreamKey, List<JournalRecord>> streams) {
        for (int i = 0; i < commit.records().size();) {
            JournalRecord first = commit.records().get(i);
            List<JournalRecord> own = commit.records().stream().filter(r -> r.operation().equals(first.operation())).toList();
            assertThat(operations.put(first.operation().value(), own)).as("an operation occurs at most once").isNull();
            StreamKey other = own.getLast().stream();
            assertThat(first.data()).isEqualTo("{\"seen\":" + Objects.requireNonNull(streams.get(first.stream())).size()
                    + ",\"beside\":" + beside(streams, own, other) + "}");
            for (JournalRecord record : own) {
                List<JournalRecord> stream = Objects.requireNonNull(streams.get(record.stream()));
                assertThat(record.position()).as("streams are dense").isEqualTo(stream.size());
                stream.add(record);
            }
            i += own.size();
        }
    }

    private static int beside(Map<StreamKey, List<JournalRecord>> streams, List<JournalRecord> own, StreamKey other) {
        return Objects.requireNonNull(streams.get(own.size() == 1 ? own.getFirst().stream() : other)).size();
    }

    private static void chained(SimulatedWorld world, int commits) {
        Chain chain = Chain.START;
        for (long n = 0; n < commits; n++) {
            Link link = Link.read(chain, Objects.requireNonNull(world.bucket().get(Layout.commit(n))));
            assertThat(link.after().time()).isAfter(chain.time());
            chain = link.after();
        }
        assertThat(world.bucket().get(Layout.commit(commits))).isNull();
    }

    private static <T> T ask(SimulatedWorld world, Mono<T> question) {
        AtomicReference<T> answer = new AtomicReference<>();
        var _ = question.subscribe(answer::set, e -> {
            throw new AssertionError(e);
        });
        world.simulation().until(() -> answer.get() != null, Duration.ofMinutes(1), "answered");
        return Objects.requireNonNull(answer.get());
    }
}
