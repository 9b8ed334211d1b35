package guidang.server.roster;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Which part of a roster is asked for.
enum RosterFilter {
    ALL,
    /// Those that were added after the opening.
    ADDED,
    /// Those with a document that is exempted.
    EXEMPTED,
    /// Those with a document that has more time.
    EXTENDED;

    static Optional<RosterFilter> of(String text) {
        return Arrays.stream(values()).filter(filter -> filter.name().toLowerCase(Locale.ROOT).equals(text)).findFirst();
    }
}
