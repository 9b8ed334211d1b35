package guidang.server.query;

import guidang.server.campaigns.Due;
import guidang.server.index.Freshness;
import guidang.server.index.Freshness.Reached;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// What an answer from the index knows of.
///
/// @param position
///            of the journal: all commits below it are in the answer
/// @param time
///            of the last of them; the present where the index has all there is
public record AsOf(long position, Instant time) {
    private static final int DAY = 10;

    static AsOf of(Reached reached) {
        return new AsOf(reached.position(), reached.time());
    }

    /// What was so at a moment: waits, as long as a reader may, until everything
    /// that was committed by then is searchable.
    ///
    /// @param moment
    ///            of the past; none: the present
    static Mono<AsOf> at(@Nullable Instant moment, long position, Freshness freshness) {
        Mono<AsOf> known = moment == null
                ? freshness.await(position).map(AsOf::of)
                : freshness.await(position, moment).map(reached -> new AsOf(reached.position(), moment));
        return known.map(AsOf::inMillis);
    }

    /// As the index holds times.
    AsOf inMillis() {
        return new AsOf(position, time.truncatedTo(ChronoUnit.MILLIS));
    }

    /// The moment that is asked about; none: the present. Nobody can tell what will
    /// be: a moment that is not over is the present, one of a later day is refused.
    ///
    /// @param typed
    ///            a moment (ISO 8601), or a day: its end
    /// @throws Problem
    ///             `INVALID_FIELD`
    public static @Nullable Instant moment(@Nullable String typed, Due days, Instant now) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        try {
            if (typed.length() > DAY) {
                Instant moment = Instant.parse(typed);
                return past(moment, moment, now);
            }
            LocalDate day = LocalDate.parse(typed);
            return past(day.atStartOfDay(days.timeZone()).toInstant(), days.after(day).minusMillis(1), now);
        } catch (DateTimeException unreadable) {
            throw invalid();
        }
    }

    private static @Nullable Instant past(Instant begin, Instant end, Instant now) {
        if (begin.isAfter(now.plusSeconds(60)) || begin.isBefore(Instant.EPOCH)) {
            throw invalid();
        }
        return end.isBefore(now) ? end : null;
    }

    private static Problem invalid() {
        return new Problem(ProblemType.INVALID_FIELD, "fields", List.of("asOf"));
    }
}
