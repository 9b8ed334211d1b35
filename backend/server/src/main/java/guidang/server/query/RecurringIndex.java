package guidang.server.query;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.CompositeAggregate;
import co.elastic.clients.elasticsearch._types.aggregations.CompositeAggregationSource;
import co.elastic.clients.elasticsearch._types.aggregations.CompositeBucket;
import co.elastic.clients.util.NamedValue;
import guidang.server.access.Scope;
import guidang.server.index.Lane;
import guidang.server.index.ScopedSearch;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Of which aspects organisations have had items, campaign by campaign, in the
/// order of the tree. Within the scope; errors as [ItemFigureIndex].
@Component
public final class RecurringIndex {
    private static final List<String> SOURCES = List.of("path", "organization", "aspect", "campaign");
    /// Members of [Cell#key].
    public static final int KEYS = 4;

    private final ScopedSearch search;

    RecurringIndex(ScopedSearch search) {
        this.search = search;
    }

    /// Items of one organisation, aspect and campaign.
    ///
    /// @param path
    ///            where the organisation lies now
    /// @param aspect
    ///            as the items call it
    /// @param closed
    ///            of these
    public record Cell(String path, String organization, String aspect, String campaign, long items, long closed) {
        /// By which the next page goes on behind it.
        public List<Object> key() {
            return List.of(path, organization, aspect, campaign);
        }
    }

    /// A page of these, by path, organisation, aspect, campaign; items without an
    /// aspect are left out.
    ///
    /// @param after
    ///            [Cell#key] of the last one of the page before; empty: the
    ///            first page
    public Mono<List<Cell>> page(Scope scope, ItemFilter filter, AsOf asOf, List<Object> after, int size) {
        Aggregation cells = Aggregation.of(a -> a.composite(c -> {
            c.size(size).sources(SOURCES.stream().map(RecurringIndex::source).toList());
            for (int i = 0; i < after.size(); i++) {
                c.after(SOURCES.get(i), String.valueOf(after.get(i)));
            }
            return c;
        }).aggregations("closed", closed -> closed.filter(Filters.is("state", "closed"))));
        return search.search(Lane.RECTIFICATIONS, scope, filter.at(asOf.time(), search.whereabouts()),
                s -> s.size(0).trackTotalHits(t -> t.enabled(false)).aggregations("cells", cells), Void.class)
                .map(answer -> read(Objects.requireNonNull(answer.aggregations().get("cells")).composite()));
    }

    private static NamedValue<CompositeAggregationSource> source(String field) {
        return NamedValue.of(field, CompositeAggregationSource.of(s -> s.terms(t -> t.field(field))));
    }

    private static List<Cell> read(CompositeAggregate cells) {
        return cells.buckets().array().stream().map(RecurringIndex::cell).toList();
    }

    private static Cell cell(CompositeBucket bucket) {
        Map<String, FieldValue> key = bucket.key();
        return new Cell(text(key, "path"), text(key, "organization"), text(key, "aspect"), text(key, "campaign"),
                bucket.docCount(), Objects.requireNonNull(bucket.aggregations().get("closed")).filter().docCount());
    }

    private static String text(Map<String, FieldValue> key, String field) {
        return Objects.requireNonNull(key.get(field)).stringValue();
    }
}
