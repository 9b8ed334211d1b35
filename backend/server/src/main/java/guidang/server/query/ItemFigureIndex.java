package guidang.server.query;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import guidang.server.access.Scope;
import guidang.server.campaigns.Due;
import guidang.server.index.Freshness;
import guidang.server.index.Lane;
import guidang.server.index.ScopedSearch;
import guidang.server.query.ItemsAnswer.ItemFigures;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What is counted of the rectification register, as it was at any moment.
/// Counts and medians are exact, and lie within the scope.
///
/// Errors: `INDEX_UNAVAILABLE`.
@Component
public final class ItemFigureIndex {
    /// Numbers of days that are counted in one request; Elasticsearch gives up
    /// at 65,536.
    private static final long AT_ONCE = 50_000;
    private static final String DAYS = "daysToClose";

    private final ScopedSearch search;
    private final Freshness items;
    private final Due days;

    ItemFigureIndex(ScopedSearch search, Due days) {
        this.search = search;
        this.items = search.freshness(Lane.RECTIFICATIONS);
        this.days = days;
    }

    /// As [FigureIndex#asOf].
    public Mono<AsOf> asOf(@Nullable Instant moment, long position) {
        return AsOf.at(moment, position, items);
    }

    /// By organisation.
    ///
    /// @param levels
    ///            the organisations of the rows, by their paths in the tree that
    ///            is meant
    public Mono<ItemsAnswer> figures(Scope scope, ItemFilter filter, OrganizationLevels levels, AsOf asOf) {
        Question question = new Question(scope, filter, LocalDate.ofInstant(asOf.time(), days.timeZone()), asOf);
        Map<String, Aggregation> each = ItemCounts.on(question.today);
        Map<String, Aggregation> all = new HashMap<>(each);
        all.put("rows", new FigureRows.Organizations(filter.tree(), levels).with(each));
        all.put("own", own(filter, each));
        all.put("longest", Aggregation.of(a -> a.max(m -> m.field(DAYS))));
        return asked(question, List.of(), all).flatMap(answer -> {
            Map<String, ItemFigures> rows = new HashMap<>(FigureRows.read(answer.get("rows"), ItemCounts::read));
            rows.values().removeIf(ItemFigures::isNone);
            ItemsAnswer counted = new ItemsAnswer(rows,
                    ItemCounts.read(Objects.requireNonNull(answer.get("own")).filter().aggregations()), ItemCounts.read(answer),
                    asOf);
            return counted.total().closed() == 0 ? Mono.just(counted) : medians(question, counted, longest(answer));
        });
    }

    private record Question(Scope scope, ItemFilter filter, LocalDate today, AsOf asOf) {}

    private Aggregation own(ItemFilter filter, Map<String, Aggregation> each) {
        return Aggregation.of(a -> a.filter(filter.itself(search.whereabouts())).aggregations(each));
    }

    private static long longest(Map<String, Aggregate> answer) {
        Double longest = Objects.requireNonNull(answer.get("longest")).max().value();
        return longest == null || longest.isInfinite() ? 0 : longest.longValue();
    }

    /// What the medians of some rows came to.
    private record Medians(Map<String, Double> rows, @Nullable Double own, @Nullable Double total) {}

    private Mono<ItemsAnswer> medians(Question question, ItemsAnswer counted, long longest) {
        return Flux.fromIterable(parts(counted.rows(), longest)).concatMap(paths -> medians(question, paths)).collectList()
                .map(parts -> with(counted, parts));
    }

    /// Some rows at a time, none of them with more numbers than can be answered.
    private static List<List<String>> parts(Map<String, ItemFigures> rows, long longest) {
        List<List<String>> parts = new ArrayList<>(List.of(new ArrayList<>()));
        long sum = 2 * longest;
        for (Map.Entry<String, ItemFigures> row : rows.entrySet()) {
            long numbers = Math.min(row.getValue().closed(), longest + 1) + 1;
            if (sum + numbers > AT_ONCE && !parts.getLast().isEmpty()) {
                parts.add(new ArrayList<>());
                sum = 2 * longest;
            }
            sum += numbers;
            parts.getLast().add(row.getKey());
        }
        return parts;
    }

    private Mono<Medians> medians(Question question, List<String> paths) {
        Map<String, Aggregation> each = Median.of(DAYS);
        Map<String, Aggregation> all = new HashMap<>(each);
        all.put("own", own(question.filter, each));
        if (!paths.isEmpty()) {
            all.put("rows", new FigureRows.These(question.filter.tree(), paths).with(each));
        }
        return asked(question, List.of(ItemShow.CLOSED.query(question.today), Filters.exists(DAYS)), all).map(answer -> {
            Map<String, Double> rows = FigureRows.read(answer.get("rows"), row -> Objects.requireNonNull(Median.read(row)));
            return new Medians(rows, Median.read(Objects.requireNonNull(answer.get("own")).filter().aggregations()),
                    Median.read(answer));
        });
    }

    private static ItemsAnswer with(ItemsAnswer counted, List<Medians> parts) {
        Map<String, ItemFigures> rows = new HashMap<>(counted.rows());
        parts.forEach(part -> part.rows.forEach((path, median) -> rows.computeIfPresent(path, (_, row) -> row.median(median))));
        return new ItemsAnswer(rows, counted.own().median(parts.getFirst().own), counted.total().median(parts.getFirst().total),
                counted.asOf());
    }

    private Mono<Map<String, Aggregate>> asked(Question question, List<Query> besides, Map<String, Aggregation> all) {
        List<Query> asked = new ArrayList<>(besides);
        asked.add(question.filter.at(question.asOf.time(), search.whereabouts()));
        return search.search(Lane.RECTIFICATIONS, question.scope, Filters.all(asked),
                s -> s.size(0).trackTotalHits(t -> t.enabled(false)).aggregations(all), Void.class)
                .map(answer -> answer.aggregations());
    }
}
