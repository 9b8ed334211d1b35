package guidang.server.register;

import guidang.server.query.AsOf;
import guidang.server.rectification.ItemState;
import guidang.server.rectification.ItemType;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One page of the register.
///
/// @param total
///            exact, over all pages
/// @param next
///            `after` of the next page; none on the last
record RegisterPage(long total, List<RegisterRow> items, RegisterFacets facets, @Nullable String next, AsOf asOf) {
    /// An item.
    ///
    /// @param report
    ///            the version that it came from
    /// @param problem
    ///            absent where nobody may read it
    /// @param due
    ///            the last day
    /// @param since
    ///            when it came into its state
    /// @param progress
    ///            what was said last of what was done
    /// @param evidence
    ///            how many files
    /// @param request
    ///            the close-out that waits
    /// @param extension
    ///            whether more time is asked for
    record RegisterRow(String organization, String organizationName, String item, int number, String campaign,
            String campaignName, @Nullable String report, @Nullable String problem, @Nullable String aspect,
            @Nullable String unit, @Schema(implementation = ItemType.class) String type,
            @Schema(implementation = ItemState.class) String state, @Nullable LocalDate due, Instant openedAt, Instant since,
            @Nullable Instant closedAt, @Nullable String progress, int evidence, @Nullable String request, boolean extension,
            @Nullable RegisterHighlights highlights) {}

    /// Passages as HTML, `<em>` round what was looked for; empty where it is not in
    /// that field.
    ///
    /// @param evidence
    ///            names of files
    record RegisterHighlights(List<String> problem, List<String> measures, List<String> progress, List<String> evidence) {}

    /// Each facet counts what all other filters leave.
    record RegisterFacets(List<RegisterValue> state, List<RegisterValue> type, List<RegisterValue> aspect,
            List<RegisterValue> campaign, List<RegisterValue> due, List<RegisterPlace> organization) {}

    /// @param name
    ///            what the value is called; none where the value says it
    record RegisterValue(String value, @Nullable String name, long count) {}

    /// An organisation, with all below it.
    record RegisterPlace(String code, String name, long count) {}
}
