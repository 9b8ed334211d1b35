package guidang.server.index;

import guidang.server.index.IndexStatus.HeldUp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What keeps a lane from going on, for its operator to see. It is over as soon
/// as something succeeds.
final class Trouble {
    private final Lane lane;
    private volatile @Nullable HeldUp now;

    Trouble(Lane lane) {
        this.lane = lane;
    }

    void met(Throwable failure) {
        HeldUp before = now;
        now = new HeldUp(lane.key(), before == null ? Instant.now() : before.since(), Elasticsearch.reason(failure));
    }

    void over() {
        now = null;
    }

    @Nullable
    HeldUp now() {
        return now;
    }
}
