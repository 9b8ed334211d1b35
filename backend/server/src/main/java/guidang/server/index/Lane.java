package guidang.server.index;

import java.time.Duration;
import java.util.Locale;

/// A kind of document. Each lane follows the journal by itself, so that the
/// freezing of a large roster does not hold up the words of a report.
enum Lane {
    REPORTS(1),
    OBLIGATIONS(1),
    /// What reports share with each other.
    PASSAGES(4);

    /// The version of the mapping; a change of the mapping is a new version and
    /// a rebuild.
    static final int MAPPING = 1;

    private final int pace;

    Lane(int pace) {
        this.pace = pace;
    }

    /// How often it shows what it wrote. One that nobody waits for takes its time,
    /// and writes more at once.
    ///
    /// @param refresh
    ///            `guidang.index.refresh`
    Duration pause(Duration refresh) {
        return refresh.multipliedBy(pace);
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
