package guidang.server.bulk;

import guidang.server.objects.Recurring;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Removes imports that are too old, also those that never came to be.
@Component
final class ImportExpiry implements AutoCloseable {
    private final ImportStore store;
    private final Duration keep;
    private final InstantSource clock;
    private final Recurring running;

    ImportExpiry(ImportStore store, BulkSettings settings, InstantSource clock) {
        this.store = store;
        this.keep = settings.keep();
        this.clock = clock;
        this.running = Recurring.hourly("expired imports", this::expire);
    }

    /// Tells how many are gone.
    Mono<Long> expire() {
        return store.before(clock.instant().minus(keep)).flatMapMany(Flux::fromIterable)
                .concatMap(id -> store.remove(id).thenReturn(id)).count();
    }

    @Override
    public void close() {
        running.close();
    }
}
