package guidang.server.inspection;

import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Removes uploads that nobody filed. Every replica does; that is harmless.
final class Expiry implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Expiry.class);
    private static final Duration PERIOD = Duration.ofHours(1);

    private final Staging staging;
    private final Duration age;
    private final InstantSource clock;
    private final Disposable running;

    Expiry(Staging staging, Duration age, InstantSource clock) {
        this.staging = staging;
        this.age = age;
        this.clock = clock;
        this.running = Flux.interval(PERIOD).onBackpressureDrop().concatMap(tick -> sweep()).subscribe();
    }

    /// A sweep that fails is followed by the next one.
    private Mono<Long> sweep() {
        return staging.expire(clock.instant().minus(age))
                .doOnNext(count -> LOG.info("Removed {} objects of expired uploads", count))
                .onErrorResume(e -> failed(e));
    }

    private static Mono<Long> failed(Throwable e) {
        LOG.warn("Expired uploads stay until the next attempt", e);
        return Mono.empty();
    }

    @Override
    public void close() {
        running.dispose();
    }
}
