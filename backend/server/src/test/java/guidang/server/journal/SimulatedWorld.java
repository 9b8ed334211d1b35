package guidang.server.journal;

import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Three replicas over one bucket, and clients who insist, give up, or ask two
/// replicas at once.
final class SimulatedWorld {
    private static final Instant BEGIN = Instant.parse("2026-11-24T00:00:00Z");
    private static final int REPLICAS = 3;
    private static final int FULL = 6;

    private final Simulation simulation;
    private final SimulatedBucket bucket;
    private final SimulatedStore.Faults faults;
    private final List<Replica> replicas = new ArrayList<>();
    private final List<StreamKey> streams = IntStream.range(0, 4).mapToObj(i -> new StreamKey("reports/C/O" + i + "/P/once"))
            .toList();
    private final Map<String, Committed> acknowledged = new LinkedHashMap<>();
    private final Map<String, Long> refused = new LinkedHashMap<>();
    private final Map<String, Integer> submitted = new LinkedHashMap<>();
    private final Map<String, Integer> toldNothingWasDone = new LinkedHashMap<>();
    private final List<Receipt> receipts = new ArrayList<>();
    private int waiting;
    private int incarnations;

    SimulatedWorld(long seed) {
        this.simulation = new Simulation(seed);
        this.bucket = new SimulatedBucket(simulation, simulation.chance(0.5));
        this.faults = new SimulatedStore.Faults(simulation.random().nextInt(4) * 0.08);
    }

    Simulation simulation() {
        return simulation;
    }

    SimulatedBucket bucket() {
        return bucket;
    }

    Map<String, Committed> acknowledged() {
        return acknowledged;
    }

    /// Operations that were refused for good, with the slot's length that
    /// refused them.
    Map<String, Long> refused() {
        return refused;
    }

    /// Operations of which every attempt was answered that nothing was done.
    List<String> notDone() {
        return submitted.keySet().stream().filter(name -> Objects.equals(submitted.get(name), toldNothingWasDone.get(name)))
                .toList();
    }

    List<Receipt> receipts() {
        return receipts;
    }

    List<StreamKey> streams() {
        return streams;
    }

    /// One process, from its start until it is killed.
    final class Replica {
        private final String name = "r" + incarnations++;
        private final SimulatedScheduler thread = new SimulatedScheduler(simulation);
        private final SimulatedStore store = new SimulatedStore(simulation, bucket, faults, name);
        private final Duration skew = Duration.ofMillis(simulation.random().nextInt(40_000) - 20_000);
        private final List<Commit> followed = new ArrayList<>();
        private @Nullable StoreJournal journal;

        void start() {
            simulation.note(name + " starts");
            var _ = StoreJournal
                    .open(store, new StoreJournal.Threads(thread, thread), () -> now().plus(skew), Fixtures.settings(),
                            Fixtures.key(), name)
                    .subscribe(this::opened, this::failed);
        }

        private void opened(StoreJournal open) {
            journal = open;
            simulation.note(name + " is open at " + open.position());
            var _ = open.run().subscribe(end -> {
            }, this::failed);
            var _ = open.follow(0, this::follow).subscribe(end -> {
            }, e -> simulation.note(name + " follows no more: " + e));
        }

        private void follow(Commit commit) {
            if (commit.number() != followed.size()) {
                throw new AssertionError(name + " was told of " + commit.number() + " after " + followed.size());
            }
            followed.add(commit);
        }

        private void failed(Throwable how) {
            simulation.note(name + " failed: " + how);
            kill();
        }

        void kill() {
            simulation.note(name + " is killed");
            thread.dispose();
            store.die();
            int place = replicas.indexOf(this);
            if (place >= 0) {
                Replica next = new Replica();
                replicas.set(place, next);
                simulation.after(simulation.delay(Duration.ofSeconds(3), Duration.ofSeconds(20)), next::start);
            }
        }

        List<Commit> followed() {
            return followed;
        }

        StoreJournal journal() {
            StoreJournal open = journal;
            if (open == null) {
                throw new AssertionError(name + " is not open");
            }
            return open;
        }

        boolean isOpen() {
            return journal != null;
        }
    }

    Instant now() {
        return BEGIN.plusNanos(simulation.nanos());
    }

    List<Replica> replicas() {
        return replicas;
    }

    void run() {
        for (int i = 0; i < REPLICAS; i++) {
            Replica replica = new Replica();
            replicas.add(replica);
            simulation.after(simulation.delay(Duration.ofSeconds(1), Duration.ofSeconds(5)), replica::start);
        }
        int clients = 8 + simulation.random().nextInt(16);
        for (int i = 0; i < clients; i++) {
            client("op" + i);
        }
        int disasters = simulation.random().nextInt(5);
        for (int i = 0; i < disasters; i++) {
            simulation.after(simulation.delay(Duration.ofSeconds(20), Duration.ofSeconds(60)), this::disaster);
        }
        simulation.after(Duration.ofSeconds(60), faults::end);
        simulation.until(() -> waiting == 0, Duration.ofMinutes(30), "every client answered");
        simulation.until(() -> simulation.nanos() > Duration.ofSeconds(75).toNanos(), Duration.ofMinutes(2),
                "late writes landed");
    }

    private void disaster() {
        if (!bucket.network() && simulation.chance(0.3)) {
            List.copyOf(replicas).forEach(Replica::kill);
            bucket.powerCut();
        } else {
            replicas.get(simulation.random().nextInt(REPLICAS)).kill();
        }
    }

    private void client(String name) {
        int one = simulation.random().nextInt(streams.size());
        int other = simulation.random().nextInt(streams.size());
        Command command = command(name, streams.get(one), streams.get(other));
        boolean insists = simulation.chance(0.9);
        int twins = simulation.chance(0.2) ? 2 : 1;
        for (int i = 0; i < twins; i++) {
            waiting++;
            simulation.after(simulation.delay(Duration.ofSeconds(15), Duration.ofSeconds(40)),
                    () -> attempt(name, command, insists));
        }
    }

    /// Writes to one stream, and to the other unless it is the same; refused where
    /// the first is full. What it saw stands in the record.
    private Command command(String name, StreamKey one, StreamKey other) {
        return new Command(Fixtures.operation(name), "digest of " + name, view -> {
            int there = view.stream(one).size();
            if (there >= FULL) {
                throw new Problem(ProblemType.SLOT_TAKEN, "seen", there);
            }
            int beside = view.stream(other).size();
            String data = "{\"seen\":" + there + ",\"beside\":" + beside + "}";
            NewRecord first = new NewRecord(one, "filed", data);
            return one.equals(other) ? List.of(first) : List.of(first, new NewRecord(other, "noted", data));
        });
    }

    private void attempt(String name, Command command, boolean insists) {
        Replica replica = replicas.get(simulation.random().nextInt(REPLICAS));
        boolean[] answered = new boolean[1];
        Runnable again = () -> {
            if (!answered[0]) {
                answered[0] = true;
                retry(name, command, insists);
            }
        };
        if (!replica.isOpen()) {
            again.run();
            return;
        }
        simulation.after(Duration.ofSeconds(25), again);
        submitted.merge(name, 1, Integer::sum);
        var _ = replica.journal().submit(command).subscribe(committed -> {
            if (!answered[0]) {
                answered[0] = true;
                acknowledge(name, replica, committed);
            }
        }, error -> {
            if (error instanceof Problem problem && problem.type() == ProblemType.SLOT_TAKEN) {
                if (!answered[0]) {
                    answered[0] = true;
                    refused.put(name, ((Number) problem.arguments().getOrDefault("seen", 0)).longValue());
                    simulation.note(name + " refused by " + replica.name);
                    waiting--;
                }
            } else {
                simulation.note(name + " at " + replica.name + ": " + error);
                if (error instanceof Problem problem && problem.type() == ProblemType.STORE_UNAVAILABLE) {
                    toldNothingWasDone.merge(name, 1, Integer::sum);
                }
                again.run();
            }
        });
    }

    private void retry(String name, Command command, boolean insists) {
        if (insists) {
            simulation.after(simulation.delay(Duration.ofSeconds(2), Duration.ofSeconds(8)), () -> attempt(name, command, true));
        } else {
            simulation.note(name + " gives up");
            waiting--;
        }
    }

    private void acknowledge(String name, Replica replica, Committed committed) {
        simulation.note(name + " acknowledged by " + replica.name + " in commit " + committed.commit());
        waiting--;
        Committed before = acknowledged.putIfAbsent(name, committed);
        if (before != null && !before.records().equals(committed.records())) {
            throw new AssertionError(name + " was answered " + before + " and " + committed);
        }
        var _ = replica.journal().receipt(committed.records().getFirst()).subscribe(receipts::add,
                e -> simulation.note(name + " got no receipt: " + e));
    }

    /// A last replica, started in a world without faults.
    Replica last() {
        faults.end();
        Replica replica = new Replica();
        replica.start();
        simulation.until(replica::isOpen, Duration.ofMinutes(2), "recovered");
        simulation.until(() -> replica.followed().size() >= replica.journal().position(), Duration.ofMinutes(2), "followed");
        return replica;
    }
}
