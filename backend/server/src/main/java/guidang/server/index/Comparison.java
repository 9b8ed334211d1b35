package guidang.server.index;

import java.util.List;

/// What the journal says a generation should hold, against what it holds: sets
/// of id and hash.
///
/// @param expected
///            documents by the journal
/// @param found
///            documents in the index
/// @param quarantined
///            documents that could not be indexed: they count as neither missing
///            nor different
/// @param differing
///            ids of those missing, too many or other than expected, the
///            first twenty
public record Comparison(long expected, long found, long quarantined, boolean same, List<String> differing) {
    public Comparison {
        differing = List.copyOf(differing);
    }
}
