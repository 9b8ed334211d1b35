package guidang.server.index;

import guidang.server.journal.Journal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// How far a lane's searchable documents have come, as this replica knows it.
final class Freshness {
    private static final int SAMPLES = 4096;
    private static final Duration GLANCE = Duration.ofMillis(20);

    private final Journal journal;
    private final Deque<AsOf> samples = new ArrayDeque<>();
    private volatile AsOf visible = new AsOf(0, Instant.EPOCH);

    Freshness(Journal journal) {
        this.journal = journal;
    }

    /// Everything below the position is searchable from now on.
    void advance(long position, Instant time) {
        visible = new AsOf(position, time);
    }

    long position() {
        return visible.position();
    }

    /// Read it before the question is put: the answer knows at least that much.
    AsOf asOf() {
        AsOf seen = visible;
        return seen.position() >= journal.position() ? new AsOf(seen.position(), Instant.now()) : seen;
    }

    /// Waits for the position, at most so long; then gives what there is.
    Mono<AsOf> await(long position, Duration bound) {
        if (visible.position() >= position) {
            return Mono.fromCallable(this::asOf);
        }
        return Flux.interval(GLANCE).onBackpressureDrop().takeUntil(tick -> visible.position() >= position).take(bound).then()
                .then(Mono.fromCallable(this::asOf));
    }

    /// What was so at a moment: waits, at most so long, until everything that was
    /// committed by then is searchable.
    ///
    /// @param moment
    ///            of the past; none: the present
    Mono<AsOf> at(@Nullable Instant moment, long position, Duration bound) {
        if (moment == null) {
            return await(position, bound).map(AsOf::inMillis);
        }
        long needed = moment.isAfter(visible.time()) ? Math.max(position, journal.position()) : position;
        return await(needed, bound).map(seen -> new AsOf(seen.position(), moment).inMillis());
    }

    /// Notes where the journal is now; called regularly, so that the lag can
    /// be told.
    synchronized void observe(Instant now) {
        long head = journal.position();
        if (samples.size() < SAMPLES && (samples.isEmpty() || samples.getLast().position() < head)) {
            samples.add(new AsOf(head, now));
        }
        while (!samples.isEmpty() && samples.getFirst().position() <= visible.position()) {
            samples.removeFirst();
        }
    }

    /// How long the oldest commit that is not searchable has waited.
    synchronized Duration lag(Instant now) {
        AsOf oldest = samples.peekFirst();
        return oldest == null || oldest.position() <= visible.position() ? Duration.ZERO : Duration.between(oldest.time(), now);
    }
}
