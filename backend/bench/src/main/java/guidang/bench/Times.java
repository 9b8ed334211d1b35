package guidang.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Durations of one kind of thing, from any number of threads.
final class Times {
    private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();

    void add(long nanoseconds) {
        nanos.add(nanoseconds);
    }

    int count() {
        return nanos.size();
    }

    /// In milliseconds, by nearest rank.
    double percentile(double share) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalStateException("nothing was timed");
        }
        int rank = (int) Math.ceil(share * sorted.length);
        return sorted[Math.max(0, rank - 1)] / 1e6;
    }

    double mean() {
        return Arrays.stream(nanos.stream().mapToLong(Long::longValue).toArray()).average().orElse(0) / 1e6;
    }

    /// `p50 1.2 ms, p95 3.4 ms`
    String summary() {
        return String.format(Locale.ROOT, "p50 %.1f ms, p95 %.1f ms", percentile(0.5), percentile(0.95));
    }
}
