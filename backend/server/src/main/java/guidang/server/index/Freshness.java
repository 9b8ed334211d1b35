package guidang.server.index;

import guidang.server.journal.Journal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// How far a lane's searchable documents have come, as this replica knows it.
public final class Freshness {
    private static final int SAMPLES = 4096;
    private static final Duration GLANCE = Duration.ofMillis(20);

    private final Journal journal;
    private final Duration bound;
    private final Deque<Reached> samples = new ArrayDeque<>();
    private volatile Reached visible = new Reached(0, Instant.EPOCH);

    /// @param bound
    ///            how long a reader may wait
    Freshness(Journal journal, Duration bound) {
        this.journal = journal;
        this.bound = bound;
    }

    /// How far that is.
    ///
    /// @param position
    ///            of the journal: all commits below it are searchable
    /// @param time
    ///            of the last of them; the present where that is all there is
    public record Reached(long position, Instant time) {}

    /// Everything below the position is searchable from now on.
    void advance(long position, Instant time) {
        visible = new Reached(position, time);
    }

    long position() {
        return visible.position();
    }

    /// Read it before the question is put: the answer knows at least that much.
    public Reached reached() {
        Reached seen = visible;
        return seen.position() >= journal.position() ? new Reached(seen.position(), Instant.now()) : seen;
    }

    /// Waits for the position as long as a reader may; then gives what there is.
    public Mono<Reached> await(long position) {
        return await(position, bound);
    }

    /// As [#await(long)], at most so long.
    public Mono<Reached> await(long position, Duration most) {
        if (visible.position() >= position) {
            return Mono.fromCallable(this::reached);
        }
        return Flux.interval(GLANCE).onBackpressureDrop().takeUntil(tick -> visible.position() >= position).take(most).then()
                .then(Mono.fromCallable(this::reached));
    }

    /// As [#await(long)], and for everything that was committed by a moment of
    /// the past.
    public Mono<Reached> await(long position, Instant moment) {
        return await(moment.isAfter(visible.time()) ? Math.max(position, journal.position()) : position);
    }

    /// Notes where the journal is now; called regularly, so that the lag can
    /// be told.
    synchronized void observe(Instant now) {
        long head = journal.position();
        if (samples.size() < SAMPLES && (samples.isEmpty() || samples.getLast().position() < head)) {
            samples.add(new Reached(head, now));
        }
        while (!samples.isEmpty() && samples.getFirst().position() <= visible.position()) {
            samples.removeFirst();
        }
    }

    /// How long the oldest commit that is not searchable has waited.
    synchronized Duration lag(Instant now) {
        Reached oldest = samples.peekFirst();
        return oldest == null || oldest.position() <= visible.position() ? Duration.ZERO : Duration.between(oldest.time(), now);
    }
}
