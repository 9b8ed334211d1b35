package guidang.server.bulk;

import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Removes imports that are too old, also those that never came to be. Every
/// replica does; that is harmless.
@Component
final class ImportExpiry implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ImportExpiry.class);
    private static final Duration PERIOD = Duration.ofHours(1);

    private final ImportStore store;
    private final Duration keep;
    private final InstantSource clock;
    private final Disposable running;

    ImportExpiry(ImportStore store, BulkSettings settings, InstantSource clock) {
        this.store = store;
        this.keep = settings.keep();
        this.clock = clock;
        this.running = Flux.interval(PERIOD).onBackpressureDrop().concatMap(tick -> expire().onErrorResume(this::failed), 0)
                .subscribe();
    }

    /// Tells how many are gone.
    Mono<Long> expire() {
        return store.before(clock.instant().minus(keep)).flatMapMany(Flux::fromIterable)
                .concatMap(id -> store.remove(id).thenReturn(id)).count();
    }

    private Mono<Long> failed(Throwable e) {
        LOG.warn("Expired imports stay until the next attempt", e);
        return Mono.empty();
    }

    @Override
    public void close() {
        running.dispose();
    }
}
