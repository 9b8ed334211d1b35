package guidang.server.drafts;

import guidang.server.objects.Recurring;
import guidang.server.inspection.Uploads;
import java.time.InstantSource;
import reactor.core.publisher.Mono;

/// Removes drafts whose uploads expired.
final class DraftExpiry implements AutoCloseable {
    private final DraftObjects objects;
    private final Uploads uploads;
    private final InstantSource clock;
    private final Recurring running;

    DraftExpiry(DraftObjects objects, Uploads uploads, InstantSource clock) {
        this.objects = objects;
        this.uploads = uploads;
        this.clock = clock;
        this.running = Recurring.hourly("objects of expired drafts", this::sweep);
    }

    /// Tells how many objects it removed.
    Mono<Long> sweep() {
        return objects.expire(id -> uploads.expiresAt(id).isBefore(clock.instant()));
    }

    @Override
    public void close() {
        running.close();
    }
}
