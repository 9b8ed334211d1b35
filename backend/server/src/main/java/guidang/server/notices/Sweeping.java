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

    private final NoticeBook book;
    private final RemindingLog log;
    private final Duration keep;
    private final ZoneId zone;
    private final InstantSource clock;
    private final Disposable running;

    Sweeping(Outbox outbox, NoticeBook book, RemindingLog log, Duration keep, ZoneId zone, InstantSource clock, Rounds rounds) {
        this.book = book;
        this.log = log;
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
        return book.expire(today.minusDays(keep.toDays()))
                .flatMap(notices -> log.expire(today.minusDays(REQUESTS)).map(requests -> notices + requests));
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
