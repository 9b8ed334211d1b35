package guidang.server.index;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A rebuild of one lane, as it is noted after each step, so that it goes on
/// after a kill.
///
/// @param generation
///            the one being filled; 0 before it is made
/// @param filledAt
///            when the new generation held all there was, before it was compared
record Rebuilding(int generation, Phase phase, Instant startedAt, @Nullable Instant filledAt, @Nullable Instant finishedAt,
        long documents, @Nullable Comparison comparison) {
    /// Where a rebuild is.
    enum Phase {
        REQUESTED,
        FILLING,
        COMPARING,
        SWAPPING,
        DONE,
        FAILED
    }

    static Rebuilding requested(Instant now) {
        return new Rebuilding(0, Phase.REQUESTED, now, null, null, 0, null);
    }

    Rebuilding filling(int next, Instant now) {
        return new Rebuilding(next, Phase.FILLING, now, null, null, 0, null);
    }

    Rebuilding comparing(long written, Instant now) {
        return new Rebuilding(generation, Phase.COMPARING, startedAt, now, null, written, null);
    }

    Rebuilding compared(Comparison result) {
        return new Rebuilding(generation, result.same() ? Phase.SWAPPING : Phase.FAILED, startedAt, filledAt, null, documents,
                result);
    }

    Rebuilding ended(Instant now) {
        return new Rebuilding(generation, phase == Phase.FAILED ? Phase.FAILED : Phase.DONE, startedAt, filledAt, now, documents,
                comparison);
    }
}
