package guidang.server.objects;

import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Removes what is too old, once an hour, until it is closed. Every replica
/// does; that is harmless. A sweep that fails is followed by the next one.
public final class HourlySweep implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HourlySweep.class);
    private static final Duration HOUR = Duration.ofHours(1);

    private final String what;
    private final Disposable running;

    /// Begins, an hour from now.
    ///
    /// @param what
    ///            for the log, such as `expired drafts`
    /// @param sweep
    ///            tells how much it removed
    public HourlySweep(String what, Supplier<Mono<Long>> sweep) {
        this.what = what;
        this.running = Flux.interval(HOUR).onBackpressureDrop()
                .concatMap(_ -> Mono.defer(sweep).doOnNext(this::told).onErrorResume(this::failed), 0).subscribe();
    }

    private void told(long count) {
        if (count > 0) {
            LOG.info("Removed {}: {}", what, count);
        }
    }

    private Mono<Long> failed(Throwable e) {
        LOG.atWarn().setCause(e).log("Not removed until the next attempt: {}", what);
        return Mono.empty();
    }

    @Override
    public void close() {
        running.dispose();
    }
}
