package guidang.server.objects;

import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What is done again and again until it is closed, one round after another.
/// Every replica does it; that is harmless. A round that fails is followed by
/// the next one when that is due.
public final class Recurring implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Recurring.class);
    private static final Duration HOUR = Duration.ofHours(1);

    private final Disposable running;

    /// Begins with the first that is due.
    ///
    /// @param what
    ///            for the log, such as `reminders`
    /// @param due
    ///            when there is a round; it bears that nobody listens during one
    public Recurring(String what, Flux<?> due, Supplier<? extends Mono<?>> round) {
        this.running = due.concatMap(_ -> Mono.defer(() -> round.get().then()).onErrorResume(e -> waits(what, e)), 0).subscribe();
    }

    /// Begins a period from now. What is due during a round is left out.
    public static Recurring every(Duration period, String what, Supplier<? extends Mono<?>> round) {
        return new Recurring(what, Flux.interval(period).onBackpressureDrop(), round);
    }

    /// Removes what is too old, once an hour.
    ///
    /// @param what
    ///            for the log, such as `expired drafts`
    /// @param sweep
    ///            tells how much it removed
    public static Recurring hourly(String what, Supplier<Mono<Long>> sweep) {
        return every(HOUR, what, () -> sweep.get().doOnNext(count -> removed(what, count)));
    }

    private static void removed(String what, long count) {
        if (count > 0) {
            LOG.info("Removed {}: {}", what, count);
        }
    }

    private static Mono<Void> waits(String what, Throwable e) {
        LOG.atWarn().setCause(e).log("Until the next round waits: {}", what);
        return Mono.empty();
    }

    @Override
    public void close() {
        running.dispose();
    }
}
