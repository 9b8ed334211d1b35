package guidang.server.notices;

import guidang.server.objects.Recurring;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/// Makes the round of each day once its hour has come, by whichever replica is
/// first. Where the index is away it waits: until then nobody has begun.
final class ItemRounds implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ItemRounds.class);
    private static final Duration PERIOD = Duration.ofMinutes(1);

    private final ItemRound round;
    private final RoundLog log;
    private final int hour;
    private final ZoneId zone;
    private final InstantSource clock;
    private final Recurring running;
    private volatile @Nullable LocalDate done;

    /// @param hour
    ///            from which the day's round is due, in the time zone
    ItemRounds(ItemRound round, RoundLog log, int hour, ZoneId zone, InstantSource clock) {
        this.round = round;
        this.log = log;
        this.hour = hour;
        this.zone = zone;
        this.clock = clock;
        this.running = Recurring.every(PERIOD, "the day's round of rectification items", this::look);
    }

    /// Makes the day's round where it is time and nobody has; tells how many
    /// organisations it told.
    Mono<Long> look() {
        ZonedDateTime now = clock.instant().truncatedTo(ChronoUnit.MILLIS).atZone(zone);
        LocalDate day = now.toLocalDate();
        if (!round.isWanted() || now.getHour() < hour || day.equals(done)) {
            return Mono.empty();
        }
        return log.isDone(day).flatMap(over -> over ? Mono.fromRunnable(() -> done = day) : make(day, now));
    }

    private Mono<Long> make(LocalDate day, ZonedDateTime now) {
        return round.ready().filter(ready -> ready).flatMap(_ -> log.begin(day, now.toInstant()))
                .flatMap(attempt -> round.run(day, attempt))
                .flatMap(told -> log.end(day, clock.instant().truncatedTo(ChronoUnit.MILLIS)).thenReturn(told))
                .doOnNext(told -> LOG.info("Organisations told of rectification items: {}", told));
    }

    @Override
    public void close() {
        running.close();
    }
}
