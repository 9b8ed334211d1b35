package guidang.server.index;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.util.NamedValue;
import guidang.server.access.Scope;
import guidang.server.index.FiguresAnswer.Figures;
import guidang.server.index.ReportAnswer.Count;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// What is counted: obligations by organisation, reports by month. Counts
/// are exact.
@Component
public final class FigureIndex {
    private static final int ROWS = 10_000;
    private static final int MONTHS = 1200;

    private final ScopedSearch search;
    private final Freshness obligations;
    private final Freshness reports;
    private final IndexSettings settings;

    FigureIndex(ScopedSearch search, Projector projector, IndexSettings settings) {
        this.search = search;
        this.obligations = projector.lane(Lane.OBLIGATIONS).freshness();
        this.reports = projector.lane(Lane.REPORTS).freshness();
        this.settings = settings;
    }

    /// What is due by the answer's as-of time and not delivered is overdue.
    ///
    /// @throws guidang.server.kernel.Problem
    ///             `INDEX_UNAVAILABLE`
    public Mono<FiguresAnswer> figures(Scope scope, FiguresQuestion question) {
        List<Query> asked = new ArrayList<>(List.of(Filters.is("campaign", question.campaign()), Filters.is("required", true)));
        if (question.below() != null) {
            asked.add(Filters.below(question.below()));
        }
        return obligations.await(question.position(), settings.await()).flatMap(asOf -> search
                .search(Lane.OBLIGATIONS, scope, Filters.all(asked),
                        s -> s.size(0).trackTotalHits(t -> t.enabled(true))
                                .aggregations(figureAggregations(question, asOf.time())),
                        Void.class)
                .map(answer -> figures(answer, asOf)));
    }

    /// Current reports within the scope, counted by month.
    ///
    /// @param below
    ///            the path of an organisation; none: the whole scope
    public Mono<MonthsAnswer> months(Scope scope, @Nullable String campaign, @Nullable String below, long position) {
        List<Query> asked = new ArrayList<>(List.of(Filters.is("current", true)));
        if (campaign != null) {
            asked.add(Filters.is("campaign", campaign));
        }
        if (below != null) {
            asked.add(Filters.below(below));
        }
        Aggregation months = Aggregation
                .of(a -> a.terms(t -> t.field("month").size(MONTHS).order(NamedValue.of("_key", SortOrder.Asc))));
        return reports.await(position, settings.await()).flatMap(asOf -> search
                .search(Lane.REPORTS, scope, Filters.all(asked), s -> s.size(0).aggregations("months", months), Void.class)
                .map(answer -> months(answer, asOf)));
    }

    private static MonthsAnswer months(SearchResponse<Void> answer, AsOf asOf) {
        Aggregate months = Objects.requireNonNull(answer.aggregations().get("months"));
        return new MonthsAnswer(months.isSterms()
                ? months.sterms().buckets().array().stream()
                        .map(b -> new Count(b.key().stringValue(), b.docCount())).toList()
                : List.of(), asOf);
    }

    private static Map<String, Aggregation> figureAggregations(FiguresQuestion question, Instant now) {
        Map<String, Aggregation> each = each(now);
        Map<String, Aggregation> all = new HashMap<>(each);
        String paths = Stream
                .concat(question.levels().of().stream().map(Paths::childrenOf), question.levels().themselves().stream())
                .reduce((a, b) -> a + "|" + b).orElse("-");
        all.put("rows", Aggregation
                .of(a -> a.terms(t -> t.field("ancestors").size(ROWS).include(i -> i.regexp(paths))).aggregations(each)));
        all.put("own", Aggregation
                .of(a -> a.filter(Filters.is("path", Objects.requireNonNullElse(question.below(), ""))).aggregations(each)));
        return all;
    }

    private static Map<String, Aggregation> each(Instant now) {
        Query delivered = Filters.anyOf("state", ObligationDocument.DELIVERED);
        Query overdue = Filters.all(List.of(Filters.not(delivered), Filters.notAfter("due", now)));
        Aggregation complete = Aggregation.of(a -> a.filter(Filters.is("complete", true)));
        return Map.of("delivered", Aggregation.of(a -> a.filter(delivered)), "overdue", Aggregation.of(a -> a.filter(overdue)),
                "organizations", Aggregation.of(a -> a.filter(Filters.is("first", true)).aggregations("complete", complete)));
    }

    private static FiguresAnswer figures(SearchResponse<Void> answer, AsOf asOf) {
        Map<String, Aggregate> all = answer.aggregations();
        Map<String, Figures> rows = new HashMap<>();
        Aggregate byPath = Objects.requireNonNull(all.get("rows"));
        if (byPath.isSterms()) {
            byPath.sterms().buckets().array()
                    .forEach(b -> rows.put(b.key().stringValue(), figures(b.docCount(), b.aggregations())));
        }
        var own = Objects.requireNonNull(all.get("own")).filter();
        long expected = Objects.requireNonNull(answer.hits().total()).value();
        return new FiguresAnswer(rows, figures(own.docCount(), own.aggregations()), figures(expected, all), asOf);
    }

    private static Figures figures(long expected, Map<String, Aggregate> each) {
        var organizations = Objects.requireNonNull(each.get("organizations")).filter();
        return new Figures(expected, count(each, "delivered"), count(each, "overdue"), organizations.docCount(),
                count(organizations.aggregations(), "complete"));
    }

    private static long count(Map<String, Aggregate> each, String name) {
        return Objects.requireNonNull(each.get(name)).filter().docCount();
    }
}
