package guidang.server.index;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// What an answer from the index knows of.
///
/// @param position
///            of the journal: all commits below it are in the answer
/// @param time
///            of the last of them; the present where the index has all there is
public record AsOf(long position, Instant time) {
    /// As the index holds times.
    AsOf inMillis() {
        return new AsOf(position, time.truncatedTo(ChronoUnit.MILLIS));
    }
}
