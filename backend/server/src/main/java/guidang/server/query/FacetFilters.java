package guidang.server.query;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.util.NamedValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Filters that are facets too: hits obey all of them, each facet all but its
/// own, so that the other values stay to be chosen.
final class FacetFilters {
    private static final String BY = "by";
    private static final int ORGANIZATIONS = 500;

    private final Map<String, Query> filters = new LinkedHashMap<>();

    void put(String facet, Query filter) {
        filters.put(facet, filter);
    }

    /// What hits obey.
    Query all() {
        return Filters.all(filters.values());
    }

    /// Counts what all other filters leave.
    Aggregation facet(String name, Aggregation by) {
        List<Query> others = filters.entrySet().stream().filter(f -> !f.getKey().equals(name)).map(Map.Entry::getValue).toList();
        return Aggregation.of(a -> a.filter(Filters.all(others)).aggregations(BY, by));
    }

    /// Organisations in the order of the tree.
    ///
    /// @param toFollow
    ///            [guidang.server.index.Whereabouts#toFollow]
    static Aggregation organizations(String ancestors, OrganizationLevels levels, Map<String, String> toFollow) {
        String paths = Stream.of(levels.of().stream().map(Paths::childrenOf), levels.themselves().stream(),
                followers(levels, toFollow)).flatMap(some -> some).reduce((a, b) -> a + "|" + b).orElse("-");
        return Aggregation.of(a -> a.terms(t -> t.field(ancestors).size(ORGANIZATIONS).include(i -> i.regexp(paths))
                .order(NamedValue.of("_key", SortOrder.Asc))));
    }

    /// The old paths of those whose documents have not followed them here yet.
    private static Stream<String> followers(OrganizationLevels levels, Map<String, String> toFollow) {
        return toFollow.entrySet().stream()
                .filter(each -> levels.themselves().contains(each.getValue())
                        || levels.of().contains(Paths.above(each.getValue())))
                .map(Map.Entry::getKey);
    }

    static Aggregate by(Map<String, Aggregate> answer, String facet) {
        return Objects.requireNonNull(Objects.requireNonNull(answer.get(facet)).filter().aggregations().get(BY));
    }

    static List<FacetCount> counts(Map<String, Aggregate> answer, String facet) {
        return counts(answer, facet, UnaryOperator.identity());
    }

    static List<FacetCount> counts(Map<String, Aggregate> answer, String facet, UnaryOperator<String> key) {
        Aggregate terms = by(answer, facet);
        // Nothing of this field anywhere yet: no mapping from terms to buckets either.
        List<StringTermsBucket> buckets = terms.isSterms() ? terms.sterms().buckets().array() : List.of();
        // One that moved may have a bucket at the old place and one at the new.
        Map<String, Long> counts = new LinkedHashMap<>();
        buckets.forEach(b -> counts.merge(key.apply(b.key().stringValue()), b.docCount(), Long::sum));
        return counts.entrySet().stream().map(each -> new FacetCount(each.getKey(), each.getValue())).toList();
    }

    /// Of a facet that names its values by filters.
    static long count(Map<String, Aggregate> answer, String facet, String value) {
        return Objects.requireNonNull(by(answer, facet).filters().buckets().keyed().get(value)).docCount();
    }
}
