package guidang.server.notices;

import guidang.server.kernel.Code;
import guidang.server.kernel.OperationId;
import guidang.server.notices.Reminder.Party;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What mail and webhooks tell of rectification items: which, not what they
/// are.
///
/// @param organization
///            that is told
/// @param from
///            who reminds; absent where nobody did but the day
/// @param count
///            how many items there are
/// @param items
///            the first of them
record ItemReminder(Party organization, @Nullable Party from, Instant at, ItemsTold.Kind kind, long count,
        List<OwedItem> items, @Nullable String words) {
    ItemReminder {
        items = List.copyOf(items);
    }

    /// An item, on the day.
    ///
    /// @param number
    ///            in the register of its organisation and campaign
    /// @param due
    ///            the last day; absent where there is none
    record OwedItem(Party organization, OperationId item, int number, Code campaign, String campaignName,
            @Nullable LocalDate due, boolean overdue) {}
}
