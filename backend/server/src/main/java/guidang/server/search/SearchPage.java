package guidang.server.search;

import guidang.server.query.AsOf;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One page of what was found.
///
/// @param total
///            exact, over all pages
/// @param next
///            `after` of the next page; none on the last
/// @param scope
///            where was searched, in words
record SearchPage(long total, List<SearchHit> items, Facets facets, @Nullable String next, AsOf asOf, String scope) {
    /// @param titleHighlight
    ///            HTML; `<em>` round what was looked for
    /// @param highlights
    ///            passages of the text, HTML, the best first
    record SearchHit(String id, String title, @Nullable String titleHighlight, String organization, String organizationName,
            String campaign, String campaignName, String documentType, String documentName, String period, int version,
            String state,
            Instant receivedAt, List<String> highlights) {}

    /// Each facet counts what all other filters leave.
    record Facets(List<FacetValue> organizations, List<FacetValue> campaigns, List<FacetValue> documentTypes,
            List<FacetValue> months, List<FacetValue> states) {}

    /// @param name
    ///            what the key is called; none where the key says it
    record FacetValue(String key, @Nullable String name, long count) {}
}
