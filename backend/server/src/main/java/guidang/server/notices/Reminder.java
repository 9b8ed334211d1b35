package guidang.server.notices;

import guidang.server.filing.Obligation;
import guidang.server.kernel.Code;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What mail and webhooks tell of one request and one organisation.
record Reminder(Party organization, Party from, Instant at, List<Owed> documents, @Nullable String words) {
    /// An organisation by its code and name.
    record Party(Code code, String name) {}

    /// A document that is owed.
    ///
    /// @param due
    ///            the last day; absent where there is none yet
    record Owed(Code campaign, String campaignName, Code documentType, String documentName, String period,
            @Nullable LocalDate due, boolean overdue) {
        static Owed of(Obligation owed) {
            return new Owed(owed.campaign(), owed.campaignName(), owed.documentType(), owed.documentName(), owed.period(),
                    owed.due(), owed.overdue());
        }
    }
}
