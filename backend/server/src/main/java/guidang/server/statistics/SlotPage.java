package guidang.server.statistics;

import guidang.server.query.AsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The list behind a number, a page of it.
///
/// @param total
///            of all pages, exact: the number
/// @param next
///            to be handed in as `after`, where it goes on as of the same
///            moment; absent on the last page
record SlotPage(AsOf asOf, boolean excludesTransferred, long total, List<SlotRow> items, @Nullable String next) {
    /// What one organisation is to file, and what had become of it.
    ///
    /// @param parentName
    ///            of the organisation above, where the caller knows of it
    /// @param due
    ///            the last day; absent where it is not known yet
    /// @param state
    ///            `missing`, `delivered`, `returned`, `accepted`, `reopened`,
    ///            `withdrawn`, `moved`, `sealed`
    /// @param lateDays
    ///            how many days after its last day it came, or has not come yet;
    ///            absent where it is not late
    /// @param since
    ///            when it came into its state
    /// @param report
    ///            the current version; absent where the caller may not read it
    /// @param missingAspects
    ///            names of aspects that the report was to treat
    /// @param placeholders
    ///            that the report leaves unfilled
    record SlotRow(String organization, String organizationName, @Nullable String parentName, String campaign,
            String campaignName, String documentType, String documentName, String period, @Nullable LocalDate due,
            String state, @Nullable Long lateDays, @Nullable Instant since, @Nullable Instant arrival,
            @Nullable String report, List<String> missingAspects, int placeholders) {}
}
