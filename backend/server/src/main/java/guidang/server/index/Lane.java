package guidang.server.index;

import java.util.Locale;

/// A kind of document. Each lane follows the journal by itself, so that the
/// freezing of a large roster does not hold up the words of a report.
enum Lane {
    REPORTS,
    OBLIGATIONS;

    /// The version of the mapping; a change of the mapping is a new version and
    /// a rebuild.
    static final int MAPPING = 1;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
