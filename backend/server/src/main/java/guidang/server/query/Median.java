package guidang.server.query;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.HistogramBucket;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Medians of whole numbers, exact: each number is counted by itself.
final class Median {
    private static final String NAME = "median";

    private Median() {
    }

    static Map<String, Aggregation> of(String field) {
        return Map.of(NAME, Aggregation.of(a -> a.histogram(h -> h.field(field).interval(1.0).minDocCount(1))));
    }

    /// Absent where nothing was counted.
    static @Nullable Double read(Map<String, Aggregate> answer) {
        List<HistogramBucket> all = Objects.requireNonNull(answer.get(NAME)).histogram().buckets().array();
        long count = all.stream().mapToLong(HistogramBucket::docCount).sum();
        return count == 0 ? null : (at(all, (count - 1) / 2) + at(all, count / 2)) / 2;
    }

    /// The number at a place, from 0, in the order of their size.
    private static double at(List<HistogramBucket> all, long place) {
        long before = 0;
        for (HistogramBucket bucket : all) {
            before += bucket.docCount();
            if (place < before) {
                return bucket.key();
            }
        }
        throw new IllegalArgumentException("fewer than " + place);
    }
}
