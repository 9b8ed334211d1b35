package guidang.server.register;

import guidang.server.objects.Recurring;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/// Removes registers that were handed in too long ago.
@Component
final class SheetExpiry implements AutoCloseable {
    private final Recurring running;

    SheetExpiry(SheetStore store, RegisterSettings settings, InstantSource clock) {
        this.running = Recurring.hourly("expired register sheets", () -> store.expire(clock.instant().minus(settings.keep())));
    }

    @Override
    public void close() {
        running.close();
    }
}
