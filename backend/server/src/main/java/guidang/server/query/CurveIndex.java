package guidang.server.query;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.CalendarInterval;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import guidang.server.access.Scope;
import guidang.server.campaigns.Due;
import guidang.server.index.Lane;
import guidang.server.index.ScopedSearch;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// When reports arrived, and how long returned ones have waited. Within the
/// scope; errors as [FigureIndex].
@Component
public final class CurveIndex {
    private final ScopedSearch search;
    private final Due days;

    CurveIndex(ScopedSearch search, Due days) {
        this.search = search;
        this.days = days;
    }

    /// Expected obligations by day.
    ///
    /// @param arrived
    ///            delivered ones by the day of arrival, days without any left out
    /// @param due
    ///            all by their last day; those without a known one are left out
    public record Curve(Map<LocalDate, Long> arrived, Map<LocalDate, Long> due, long expected) {}

    public Mono<Curve> curve(Scope scope, ObligationFilter filter, AsOf asOf) {
        Map<String, Aggregation> all = Map.of("expected",
                counted(Show.EXPECTED.query(asOf.time(), null), Map.of("due", days("due"))),
                "delivered", counted(Show.DELIVERED.query(asOf.time(), null), Map.of("arrived", days("arrival"))));
        return asked(scope, filter, asOf, all).map(answer -> {
            var expected = Objects.requireNonNull(answer.get("expected")).filter();
            var delivered = Objects.requireNonNull(answer.get("delivered")).filter();
            Map<LocalDate, Long> due = new TreeMap<>();
            // Due is 00:00 after the last day.
            byDay(expected.aggregations().get("due")).forEach((day, count) -> due.put(day.minusDays(1), count));
            return new Curve(byDay(delivered.aggregations().get("arrived")), due, expected.docCount());
        });
    }

    private Aggregation days(String field) {
        return Aggregation.of(a -> a.dateHistogram(h -> h.field(field).calendarInterval(CalendarInterval.Day)
                .timeZone(days.timeZone().getId()).format("yyyy-MM-dd").minDocCount(1)));
    }

    private static Map<LocalDate, Long> byDay(@Nullable Aggregate histogram) {
        Map<LocalDate, Long> days = new TreeMap<>();
        Objects.requireNonNull(histogram).dateHistogram().buckets().array()
                .forEach(b -> days.put(LocalDate.parse(Objects.requireNonNull(b.keyAsString())), b.docCount()));
        return days;
    }

    /// Returned obligations by how long they have not been mended.
    ///
    /// @param limits
    ///            in days, ascending
    /// @return one count for each limit, of those that waited less than that and not
    ///         less than the limit before, and one for the rest
    public Mono<List<Long>> ages(Scope scope, ObligationFilter filter, List<Integer> limits, AsOf asOf) {
        Map<String, Query> ages = new LinkedHashMap<>();
        for (int i = 0; i <= limits.size(); i++) {
            ages.put("age" + i, age(limits, i, asOf.time()));
        }
        Aggregation byAge = Aggregation.of(a -> a.filters(f -> f.filters(b -> b.keyed(ages))));
        Map<String, Aggregation> all = Map.of("returned",
                counted(Show.RETURNED.query(asOf.time(), null), Map.of("ages", byAge)));
        return asked(scope, filter, asOf, all).map(answer -> {
            var counts = Objects.requireNonNull(
                    Objects.requireNonNull(answer.get("returned")).filter().aggregations().get("ages")).filters().buckets()
                    .keyed();
            return ages.keySet().stream().map(age -> Objects.requireNonNull(counts.get(age)).docCount()).toList();
        });
    }

    private static Query age(List<Integer> limits, int index, Instant now) {
        Query older = index == 0
                ? Filters.all(List.of())
                : Filters.notAfter("since", now.minus(Duration.ofDays(limits.get(index - 1))));
        Query younger = index == limits.size()
                ? Filters.all(List.of())
                : Filters.not(Filters.notAfter("since", now.minus(Duration.ofDays(limits.get(index)))));
        return Filters.all(List.of(older, younger));
    }

    private static Aggregation counted(Query filter, Map<String, Aggregation> each) {
        return Aggregation.of(a -> a.filter(filter).aggregations(each));
    }

    private Mono<Map<String, Aggregate>> asked(Scope scope, ObligationFilter filter, AsOf asOf, Map<String, Aggregation> all) {
        return search.search(Lane.OBLIGATIONS, scope, filter.at(asOf.time(), search.whereabouts()),
                s -> s.size(0).trackTotalHits(t -> t.enabled(false)).aggregations(all), Void.class)
                .map(answer -> answer.aggregations());
    }
}
