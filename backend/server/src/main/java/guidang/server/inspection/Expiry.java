package guidang.server.inspection;

import guidang.server.objects.HourlySweep;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import reactor.core.publisher.Mono;

/// Removes uploads that nobody filed.
final class Expiry implements AutoCloseable {
    private final HourlySweep running;

    Expiry(Staging staging, PartStore parts, Duration age, InstantSource clock) {
        this.running = new HourlySweep("objects of expired uploads", () -> sweep(staging, parts, clock.instant().minus(age)));
    }

    private static Mono<Long> sweep(Staging staging, PartStore parts, Instant before) {
        return staging.expire(before).zipWith(parts.expire(before), Long::sum);
    }

    @Override
    public void close() {
        running.close();
    }
}
