package guidang.server.journal;

import java.util.Collection;
import java.util.List;

/// The state after applying commits 0 … position−1, and the earlier commands of
/// the same batch.
public interface View {
    /// How many commits are applied.
    long position();

    /// The stream's records in order; empty where there are none.
    List<JournalRecord> stream(StreamKey key);

    /// Says at once which streams a decision will read, so that all missing ones
    /// are loaded together.
    void need(Collection<StreamKey> keys);

    /// The streams of a kind to which the earlier commands of the same batch write:
    /// what a projection in memory can't know of yet.
    default Collection<StreamKey> grown(String kind) {
        return List.of();
    }
}
