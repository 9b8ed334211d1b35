package guidang.server.notices;

import guidang.server.objects.Recurring;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Sends what waits in the outbox, and removes reminders that are too old.
/// Every replica does both; that is harmless.
final class Sweeping implements AutoCloseable {
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
        this.running = Disposables.composite(new Recurring("reminders", rounds.all(), outbox::sweep)::close,
                Recurring.hourly("old reminders", this::expire)::close);
    }

    /// Removes what is too old, and tells how much.
    Mono<Long> expire() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        return Flux.concat(book.expire(today.minusDays(keep.toDays())), log.expire(today.minusDays(REQUESTS)),
                made.expire(today.minusDays(ROUNDS))).reduce(0L, Long::sum);
    }

    @Override
    public void close() {
        running.dispose();
    }
}
