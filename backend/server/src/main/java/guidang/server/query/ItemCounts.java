package guidang.server.query;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.FiltersBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import guidang.server.query.ItemsAnswer.ItemFigures;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/// Counts rectification items of a bucket, each by what it shows.
final class ItemCounts {
    private static final String NAME = "figures";

    private ItemCounts() {
    }

    static Map<String, Aggregation> on(LocalDate today) {
        Map<String, Query> queries = new LinkedHashMap<>();
        for (ItemShow show : ItemShow.values()) {
            queries.put(show.text(), show.query(today));
        }
        return Map.of(NAME, Aggregation.of(a -> a.filters(f -> f.filters(b -> b.keyed(queries)))));
    }

    /// Without the median.
    static ItemFigures read(Map<String, Aggregate> answer) {
        Map<String, FiltersBucket> counts = Objects.requireNonNull(answer.get(NAME)).filters().buckets().keyed();
        return new ItemFigures(count(counts, ItemShow.ITEMS), count(counts, ItemShow.ONGOING),
                count(counts, ItemShow.ONGOING_CLOSED), count(counts, ItemShow.TIMED), count(counts, ItemShow.CLOSED),
                count(counts, ItemShow.OVERDUE), count(counts, ItemShow.DUE_SOON), count(counts, ItemShow.WAITING),
                count(counts, ItemShow.EXTENSIONS), count(counts, ItemShow.RETURNED), null);
    }

    private static long count(Map<String, FiltersBucket> counts, ItemShow show) {
        return Objects.requireNonNull(counts.get(show.text())).docCount();
    }
}
