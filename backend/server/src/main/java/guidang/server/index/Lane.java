package guidang.server.index;

import java.time.Duration;
import java.util.Locale;

/// A kind of document. Each lane follows the journal by itself, so that the
/// freezing of a large roster does not hold up the words of a report.
public enum Lane {
    REPORTS(2, 1),
    /// What is owed, as it was at every moment.
    OBLIGATIONS(2, 1),
    /// What reports share with each other.
    PASSAGES(1, 4),
    /// What is to be mended, as it was at every moment.
    RECTIFICATIONS(1, 1);

    private final int mapping;
    private final int pace;

    Lane(int mapping, int pace) {
        this.mapping = mapping;
        this.pace = pace;
    }

    /// The version of the mapping and of the rules by which its documents are made;
    /// a change is a new version and a rebuild.
    int mapping() {
        return mapping;
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
