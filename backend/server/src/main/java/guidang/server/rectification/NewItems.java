package guidang.server.rectification;

import guidang.server.kernel.Code;
import guidang.server.kernel.OperationId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Items to be entered together, every member of the form that it must have.
///
/// @param report
///            the version that they come from; absent where they come from none
/// @param items
///            1 to [#LIMIT]
record NewItems(Code organization, Code campaign, @Nullable OperationId report, List<NewItem> items) {
    /// In one transaction.
    static final int LIMIT = 100;

    NewItems {
        items = List.copyOf(items);
    }

    /// One of them.
    ///
    /// @param problem
    ///            as in [ItemRecord.Source]
    record NewItem(@Nullable Integer problem, ItemType type, @Nullable LocalDate due, ItemWords words) {}
}
