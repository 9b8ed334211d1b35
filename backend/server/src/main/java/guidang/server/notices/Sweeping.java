package guidang.server.notices;

import guidang.server.objects.HourlySweep;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Sends what waits in the outbox, and removes reminders that are too old.
/// Every replica does both; that is harmless.
final class Sweeping implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Sweeping.class);
    /// A request is known for the day on which it was made; the day before may not
    /// be over everywhere.
    private static final int REQUESTS = 2;
    /// A round is known for longer than one that was missed is made up for.
    private static final int ROUNDS = 30;

    private final NoticeBook book;
    private final RemindingLog log;
    private final RoundLog made;
    private final Duration keep;
    private final ZoneId zone;
    private final InstantSource clock;
    private final Disposable running;

    Sweeping(Outbox outbox, NoticeBook book, RemindingLog log, RoundLog made, Duration keep, ZoneId zone, InstantSource clock,
            Rounds rounds) {
        this.book = book;
        this.log = log;
        this.made = made;
        this.keep = keep;
        this.zone = zone;
        this.clock = clock;
        Flux<Long> sending = rounds.all().concatMap(round -> outbox.sweep().onErrorResume(this::failed), 0);
        this.running = Disposables.composite(sending.subscribe(),
                new HourlySweep("old reminders", this::expire)::close);
    }

    /// Removes what is too old, and tells how much.
    Mono<Long> expire() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        return Flux.concat(book.expire(today.minusDays(keep.toDays())), log.expire(today.minusDays(REQUESTS)),
                made.expire(today.minusDays(ROUNDS))).reduce(0L, Long::sum);
    }

    private Mono<Long> failed(Throwable e) {
        LOG.warn("Reminders wait for the next round", e);
        return Mono.empty();
    }

    @Override
    public void close() {
        running.dispose();
    }
}
