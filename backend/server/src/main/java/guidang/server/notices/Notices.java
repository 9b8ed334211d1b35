package guidang.server.notices;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an organisation was reminded of, the newest first.
record Notices(List<NoticeView> items) {
    /// A reminder.
    ///
    /// @param from
    ///            the organisation that reminds
    /// @param awaited
    ///            whether the document is still awaited
    record NoticeView(String id, String campaign, String campaignName, String documentType, String documentName, String period,
            String from, String fromName, Instant at, @Nullable String words, boolean awaited) {}
}
