package guidang.server.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One page of rectification items.
///
/// @param total
///            exact, over all pages
/// @param next
///            none on the last page
public record ItemAnswer(long total, List<Found> found, Facets facets, @Nullable Continuation next, AsOf asOf) {
    public ItemAnswer {
        found = List.copyOf(found);
    }

    /// An item that was found, as it was at the moment; its words are those of now.
    ///
    /// @param problem
    ///            absent where nobody may read it
    /// @param progress
    ///            what was said last of what was done
    /// @param evidence
    ///            how many files
    /// @param marks
    ///            what was looked for; absent where nothing was
    public record Found(String organization, String path, String item, int number, String campaign, @Nullable String report,
            String type, String state, @Nullable LocalDate due, Instant openedAt, Instant since, @Nullable Instant closedAt,
            @Nullable String request, boolean extension, int evidence, @Nullable String problem, @Nullable String aspect,
            @Nullable String unit, @Nullable String progress, @Nullable Marks marks) {}

    /// Passages as HTML, `<em>` round what was looked for; empty where it is not in
    /// that field.
    public record Marks(List<String> problem, List<String> measures, List<String> progress, List<String> evidence) {}

    /// Each counts what all other filters leave.
    ///
    /// @param organizations
    ///            in the order of the tree
    public record Facets(List<FacetCount> organizations, List<FacetCount> campaigns, List<FacetCount> states,
            List<FacetCount> types, List<FacetCount> aspects, List<FacetCount> due) {}
}
