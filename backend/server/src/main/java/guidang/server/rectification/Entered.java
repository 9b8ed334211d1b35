package guidang.server.rectification;

import guidang.server.kernel.OperationId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Items were entered into an organisation's register of a campaign: the fact
/// on the register's stream, in the same transaction as each item's first. It
/// gives the items their numbers, and tells which problems of a report are in
/// the register already.
///
/// @param first
///            the number of the first item; the others follow
/// @param report
///            the version that they came from; absent where none
public record Entered(int first, List<Entry> items, @Nullable OperationId report, Instant receivedAt, String actor) {
    public Entered {
        items = List.copyOf(items);
    }

    /// One of the items.
    ///
    /// @param problem
    ///            index in the report's structure; absent where it is none that
    ///            was read
    public record Entry(OperationId item, @Nullable Integer problem) {}
}
