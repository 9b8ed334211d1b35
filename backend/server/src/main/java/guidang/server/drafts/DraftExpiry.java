package guidang.server.drafts;

import guidang.server.inspection.Uploads;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Removes drafts whose uploads expired. Every replica does; that is harmless.
final class DraftExpiry implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DraftExpiry.class);
    private static final Duration PERIOD = Duration.ofHours(1);

    private final DraftObjects objects;
    private final Uploads uploads;
    private final InstantSource clock;
    private final Disposable running;

    DraftExpiry(DraftObjects objects, Uploads uploads, InstantSource clock) {
        this.objects = objects;
        this.uploads = uploads;
        this.clock = clock;
        this.running = Flux.interval(PERIOD).onBackpressureDrop().concatMap(_ -> sweep().onErrorResume(this::failed)).subscribe();
    }

    /// Tells how many objects it removed.
    Mono<Long> sweep() {
        return objects.expire(id -> uploads.expiresAt(id).isBefore(clock.instant()));
    }

    private Mono<Long> failed(Throwable e) {
        LOG.warn("Expired drafts stay until the next attempt", e);
        return Mono.empty();
    }

    @Override
    public void close() {
        running.dispose();
    }
}
