package guidang.server.journal;

import guidang.server.objects.Layout;
import guidang.server.objects.ObjectStore;
import guidang.server.objects.Payload;
import guidang.server.objects.StoreUnavailable;
import guidang.server.objects.WriteOutcomeUnknown;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/// One replica's way to the bucket: slow, lossy, repeating itself. What was
/// sent may land long after the sender is dead.
final class SimulatedStore implements ObjectStore {
    private static final Duration USUAL = Duration.ofMillis(8);
    private static final Duration RARE = Duration.ofMillis(1500);
    private static final Duration LATE = Duration.ofSeconds(6);

    private final Simulation simulation;
    private final SimulatedBucket bucket;
    private final Faults faults;
    private final String name;
    private boolean dead;

    /// How likely faults are; shared, so that they can end.
    static final class Faults {
        private double level;

        Faults(double level) {
            this.level = level;
        }

        void end() {
            level = 0;
        }

        double level() {
            return level;
        }
    }

    SimulatedStore(Simulation simulation, SimulatedBucket bucket, Faults faults, String name) {
        this.simulation = simulation;
        this.bucket = bucket;
        this.faults = faults;
        this.name = name;
    }

    void die() {
        dead = true;
    }

    @Override
    public Mono<Put> putIfAbsent(String key, Payload payload) {
        byte[] bytes = ((Payload.Bytes) payload).bytes();
        return write("put " + key, () -> bucket.putIfAbsent(key, bytes), () -> {
            if (!Layout.derived(key)) {
                bucket.sync(key);
            }
        });
    }

    @Override
    public Mono<Void> replace(String key, byte[] bytes) {
        return write("replace " + key, () -> {
            bucket.replace(key, bytes);
            return true;
        }, () -> {
        }).then();
    }

    @Override
    public Mono<byte[]> get(String key, int limit) {
        return read("get " + key, () -> bucket.get(key));
    }

    @Override
    public Flux<ByteBuffer> read(String key, long offset, long length) {
        throw new UnsupportedOperationException("the journal reads whole objects");
    }

    @Override
    public Mono<Long> size(String key) {
        return get(key, Integer.MAX_VALUE).map(bytes -> (long) bytes.length);
    }

    @Override
    public Mono<Instant> madeAt(String key) {
        throw new UnsupportedOperationException("the journal rests on no clock of a store");
    }

    /// A listing may be stale: it can leave out anything.
    @Override
    public Flux<String> list(String prefix, String after) {
        return read("list " + prefix, () -> bucket.keys(prefix, after)).flatMapIterable(keys -> keys)
                .filter(key -> !simulation.chance(0.3));
    }

    @Override
    public Mono<Void> delete(String key) {
        return Mono.error(new UnsupportedOperationException("the archive deletes nothing"));
    }

    @Override
    public Mono<Removal> destroy(String key) {
        return Mono.error(new UnsupportedOperationException("the journal destroys nothing"));
    }

    @Override
    public Mono<Void> sync(Collection<String> keys) {
        List<String> now = List.copyOf(keys);
        return read("sync", () -> {
            now.forEach(bucket::sync);
            return true;
        }).then();
    }

    private <T> Mono<T> read(String what, Supplier<@Nullable T> effect) {
        return Mono.create(sink -> at(pause(), () -> {
            if (fault(0.3)) {
                simulation.note(name + " " + what + ": not reached");
                fail(sink, new StoreUnavailable("not reached", new IllegalStateException(name)));
            } else {
                T found = effect.get();
                at(pause(), () -> sink.success(found));
            }
        }));
    }

    /// A write: refused, or lands and is answered, or lands (now, late, never) and
    /// the answer is lost, or is sent twice by a client that repeats silently.
    private <T> Mono<T> write(String what, Supplier<T> effect, Runnable settled) {
        return Mono.create(sink -> at(pause(), () -> {
            if (fault(0.3)) {
                simulation.note(name + " " + what + ": refused");
                fail(sink, new StoreUnavailable("refused", new IllegalStateException(name)));
            } else if (fault(1)) {
                lose(sink, what, effect);
            } else {
                T first = effect.get();
                T answer = fault(0.3) ? effect.get() : first;
                at(pause(), () -> {
                    settled.run();
                    sink.success(answer);
                });
            }
        }));
    }

    /// The effect is the network's now, whatever becomes of the sender.
    private <T> void lose(MonoSink<T> sink, String what, Supplier<T> effect) {
        int fate = simulation.random().nextInt(bucket.network() ? 3 : 2);
        simulation.note(name + " " + what + ": answer lost, " + List.of("landed", "dropped", "lands late").get(fate));
        if (fate == 0) {
            var _ = effect.get();
        } else if (fate == 2) {
            simulation.after(simulation.delay(LATE, LATE), () -> {
                var _ = effect.get();
            });
        }
        at(pause(), () -> sink.error(new WriteOutcomeUnknown("no answer", new IllegalStateException(name))));
    }

    private <T> void fail(MonoSink<T> sink, RuntimeException how) {
        at(pause(), () -> sink.error(how));
    }

    private boolean fault(double weight) {
        return simulation.chance(faults.level() * weight);
    }

    private Duration pause() {
        return simulation.delay(USUAL, faults.level() > 0 ? RARE : USUAL);
    }

    private void at(Duration delay, Runnable step) {
        simulation.after(delay, () -> {
            if (!dead) {
                step.run();
            }
        });
    }
}
