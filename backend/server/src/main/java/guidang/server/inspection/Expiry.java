package guidang.server.inspection;

import guidang.server.objects.HourlySweep;
import java.time.Duration;
import java.time.InstantSource;

/// Removes uploads that nobody filed.
final class Expiry implements AutoCloseable {
    private final HourlySweep running;

    Expiry(Staging staging, Duration age, InstantSource clock) {
        this.running = new HourlySweep("objects of expired uploads", () -> staging.expire(clock.instant().minus(age)));
    }

    @Override
    public void close() {
        running.close();
    }
}
