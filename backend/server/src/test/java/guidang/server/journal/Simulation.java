package guidang.server.journal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;

/// A world with one clock and one thread: what happens next is decided by a
/// seed alone. The same seed gives the same history.
final class Simulation {
    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private final List<String> history = new ArrayList<>();
    private final Random random;
    private long nanos;
    private long order;

    Simulation(long seed) {
        this.random = new Random(seed);
    }

    private record Event(long at, long order, Runnable what) implements Comparable<Event> {
        @Override
        public int compareTo(Event other) {
            return at != other.at ? Long.compare(at, other.at) : Long.compare(order, other.order);
        }
    }

    Random random() {
        return random;
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /// Mostly short, sometimes long.
    Duration delay(Duration usual, Duration rare) {
        long bound = (chance(0.03) ? rare : usual).toNanos();
        return Duration.ofNanos(1 + (long) (random.nextDouble() * bound));
    }

    long nanos() {
        return nanos;
    }

    void after(Duration delay, Runnable what) {
        events.add(new Event(nanos + Math.max(0, delay.toNanos()), order++, what));
    }

    void note(String what) {
        history.add("%9.3f  %s".formatted(nanos / 1e9, what));
    }

    String history() {
        return String.join("\n", history);
    }

    /// Lets time pass until the condition holds.
    ///
    /// @throws AssertionError
    ///             where it does not in that time
    void until(java.util.function.BooleanSupplier condition, Duration atMost, String what) {
        long end = nanos + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            Event next = events.poll();
            if (next == null || next.at() > end) {
                throw new AssertionError("after " + atMost + " of simulated time: not yet " + what);
            }
            nanos = next.at();
            next.what().run();
        }
    }
}
