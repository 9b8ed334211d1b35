package guidang.server.journal;

import java.time.Instant;
import java.util.List;

/// A command's durable result: the same for every repetition.
///
/// @param commit
///            the number of the commit that holds it; the caller's position is
///            commit + 1
/// @param committedAt
///            the commit's time
/// @param records
///            what the command wrote, in order
/// @param repeated
///            whether the operation was known already
public record Committed(long commit, Instant committedAt, List<JournalRecord> records, boolean repeated) {
    /// What a caller hands to other replicas to read its own write.
    public long position() {
        return commit + 1;
    }
}
