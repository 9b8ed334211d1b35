package guidang.server.rectification;

import guidang.server.kernel.Code;
import guidang.server.rectification.ItemView.ItemWordsView;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What of a filed report is in the register, and what may be entered.
///
/// @param organization
///            into whose register
/// @param suggestions
///            its problems, in order
/// @param opened
///            all items that came from this version
public record ReportItems(String report, Code organization, Code campaign, List<SuggestedItem> suggestions,
        List<OpenedItem> opened) {
    /// A problem, as it may be entered.
    ///
    /// @param problem
    ///            its index: of the problems, then of the rows of registers
    /// @param opened
    ///            the item that it is already, by this version or by an earlier one
    ///            of the same slot with the same words
    public record SuggestedItem(int problem, ItemWordsView words, ItemType type, @Nullable LocalDate due,
            @Nullable OpenedItem opened) {}

    /// An item of the register.
    ///
    /// @param problem
    ///            its index in the version that it came from
    public record OpenedItem(String item, int number, ItemState state, @Nullable Integer problem) {}
}
