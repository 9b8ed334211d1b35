package guidang.server.notices;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an organisation was reminded of, the newest first.
///
/// @param rectifications
///            of rectification items; of what the days said the last of
///            each kind
record Notices(List<NoticeView> items, List<ItemNotice> rectifications) {
    /// Of rectification items.
    ///
    /// @param from
    ///            the organisation that reminds; absent where the day did
    /// @param count
    ///            how many items there were
    /// @param items
    ///            the first of them, as they are now
    record ItemNotice(String id, ItemsTold.Kind kind, @Nullable String from, @Nullable String fromName, Instant at,
            @Nullable String words, long count, List<NoticedItem> items) {}

    /// An item, as it is now.
    ///
    /// @param due
    ///            the last day; absent where there is none
    /// @param awaited
    ///            whether it still waits for those who were told
    record NoticedItem(String organization, String organizationName, String item, int number, String campaign,
            String campaignName, @Nullable LocalDate due, boolean overdue, boolean awaited) {}

    /// A reminder.
    ///
    /// @param from
    ///            the organisation that reminds
    /// @param awaited
    ///            whether the document is still awaited
    record NoticeView(String id, String campaign, String campaignName, String documentType, String documentName, String period,
            String from, String fromName, Instant at, @Nullable String words, boolean awaited) {}
}
