package guidang.server.query;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One page of reports.
///
/// @param total
///            exact, over all pages
/// @param next
///            none on the last page
public record ReportAnswer(long total, List<Found> found, Facets facets, @Nullable Continuation next, AsOf asOf) {
    public ReportAnswer {
        found = List.copyOf(found);
    }

    /// A report that was found.
    ///
    /// @param title
    ///            absent where nobody may read the report
    /// @param titleHighlight
    ///            the title as HTML, `<em>` round what was looked for; none where it
    ///            is not in the title
    /// @param highlights
    ///            passages of the text as HTML, the best first
    public record Found(String report, String organization, String campaign, String documentType, String period, int version,
            String state, Instant receivedAt, @Nullable String title, @Nullable String titleHighlight, List<String> highlights) {
        public Found {
            highlights = List.copyOf(highlights);
        }
    }

    /// Each facet counts what all other filters leave.
    public record Facets(List<FacetCount> organizations, List<FacetCount> campaigns, List<FacetCount> documentTypes,
            List<FacetCount> months, List<FacetCount> states) {}
}
