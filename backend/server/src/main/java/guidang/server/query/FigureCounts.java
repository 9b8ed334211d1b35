package guidang.server.query;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.FiltersBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import guidang.server.query.FiguresAnswer.Figures;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Counts obligations of a bucket, each by what it shows.
final class FigureCounts {
    private static final String NAME = "figures";
    private static final Set<Show> COUNTED = EnumSet.of(Show.EXPECTED, Show.DELIVERED, Show.OVERDUE, Show.ON_TIME, Show.TIMED,
            Show.RETURNED, Show.WAITING, Show.ACCEPTED, Show.DATE_MISSING, Show.EXEMPTED, Show.ORGANIZATIONS, Show.COMPLETE);

    private FigureCounts() {
    }

    static Map<String, Aggregation> at(Instant moment) {
        Map<String, Query> queries = new LinkedHashMap<>();
        COUNTED.forEach(show -> queries.put(show.text(), show.query(moment, null)));
        return Map.of(NAME, Aggregation.of(a -> a.filters(f -> f.filters(b -> b.keyed(queries)))));
    }

    static Figures read(Map<String, Aggregate> answer) {
        Map<String, FiltersBucket> counts = Objects.requireNonNull(answer.get(NAME)).filters().buckets().keyed();
        return new Figures(count(counts, Show.EXPECTED), count(counts, Show.DELIVERED), count(counts, Show.OVERDUE),
                count(counts, Show.ON_TIME), count(counts, Show.TIMED), count(counts, Show.RETURNED),
                count(counts, Show.WAITING), count(counts, Show.ACCEPTED), count(counts, Show.DATE_MISSING),
                count(counts, Show.EXEMPTED), count(counts, Show.ORGANIZATIONS), count(counts, Show.COMPLETE));
    }

    private static long count(Map<String, FiltersBucket> counts, Show show) {
        return Objects.requireNonNull(counts.get(show.text())).docCount();
    }
}
