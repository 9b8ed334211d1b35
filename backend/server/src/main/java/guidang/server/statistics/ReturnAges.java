package guidang.server.statistics;

import guidang.server.query.AsOf;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Returned reports that are not mended yet, by how long.
record ReturnAges(AsOf asOf, boolean excludesTransferred, List<Age> ages) {
    /// @param fromDays
    ///            so long at least
    /// @param toDays
    ///            and less than that; absent for the oldest
    record Age(int fromDays, @Nullable Integer toDays, long returned) {}
}
