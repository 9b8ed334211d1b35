package guidang.server.query;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import guidang.server.access.Scope;
import guidang.server.index.Freshness;
import guidang.server.index.Lane;
import guidang.server.index.ScopedSearch;
import guidang.server.query.FiguresAnswer.Figures;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// What is counted: obligations as they were at any moment. Counts are exact,
/// and lie within the scope.
///
/// Errors: `INDEX_UNAVAILABLE`.
@Component
public final class FigureIndex {
    private final ScopedSearch search;
    private final Freshness obligations;

    FigureIndex(ScopedSearch search) {
        this.search = search;
        this.obligations = search.freshness(Lane.OBLIGATIONS);
    }

    /// What the questions below are asked about: every answer to the same moment is
    /// the same, for everything that was committed by then.
    ///
    /// @param moment
    ///            of the past; none: the present
    /// @param position
    ///            of the journal, waited for at most `guidang.index.await`; 0: none
    public Mono<AsOf> asOf(@Nullable Instant moment, long position) {
        return AsOf.at(moment, position, obligations);
    }

    /// The present, without waiting.
    public AsOf now() {
        return AsOf.of(obligations.reached()).inMillis();
    }

    /// By organisation.
    ///
    /// @param levels
    ///            the organisations of the rows, by their paths in the tree that
    ///            is meant
    public Mono<FiguresAnswer> figures(Scope scope, ObligationFilter filter, OrganizationLevels levels, AsOf asOf) {
        return counted(scope, filter, new FigureRows.Organizations(filter.tree(), levels), asOf);
    }

    /// By something else.
    public Mono<FiguresAnswer> figures(Scope scope, ObligationFilter filter, By by, AsOf asOf) {
        return counted(scope, filter, new FigureRows.Values(by, filter.tree()), asOf);
    }

    private Mono<FiguresAnswer> counted(Scope scope, ObligationFilter filter, FigureRows rows, AsOf asOf) {
        Map<String, Aggregation> each = FigureCounts.at(asOf.time());
        Map<String, Aggregation> all = new HashMap<>(each);
        all.put("rows", rows.with(each));
        all.put("own", own(filter, each));
        return search.search(Lane.OBLIGATIONS, scope, filter.at(asOf.time(), search.whereabouts()),
                s -> s.size(0).trackTotalHits(t -> t.enabled(false)).aggregations(all), Void.class)
                .map(answer -> figures(answer.aggregations(), asOf));
    }

    private Aggregation own(ObligationFilter filter, Map<String, Aggregation> each) {
        return Aggregation.of(a -> a.filter(filter.itself(search.whereabouts())).aggregations(each));
    }

    private static FiguresAnswer figures(Map<String, Aggregate> all, AsOf asOf) {
        Map<String, Figures> rows = new HashMap<>(FigureRows.read(all.get("rows"), FigureCounts::read));
        rows.values().removeIf(Figures::isNone);
        var own = Objects.requireNonNull(all.get("own")).filter();
        return new FiguresAnswer(rows, FigureCounts.read(own.aggregations()), FigureCounts.read(all), asOf);
    }

    /// What can be told at a glance.
    ///
    /// @param changed
    ///            when anything of it last changed; absent where there is nothing
    public record Pulse(Figures total, @Nullable Instant changed) {}

    public Mono<Pulse> pulse(Scope scope, ObligationFilter filter, AsOf asOf) {
        Map<String, Aggregation> all = new HashMap<>(FigureCounts.at(asOf.time()));
        all.put("changed", Aggregation.of(a -> a.max(m -> m.field("from"))));
        return search.search(Lane.OBLIGATIONS, scope, filter.at(asOf.time(), search.whereabouts()),
                s -> s.size(0).trackTotalHits(t -> t.enabled(false)).aggregations(all), Void.class)
                .map(answer -> pulse(answer.aggregations()));
    }

    private static Pulse pulse(Map<String, Aggregate> all) {
        Double changed = Objects.requireNonNull(all.get("changed")).max().value();
        return new Pulse(FigureCounts.read(all),
                changed == null || changed.isInfinite() ? null : Instant.ofEpochMilli(changed.longValue()));
    }

    /// By organisation and document: who lacks which.
    ///
    /// @return by the paths of organisations, then by document
    public Mono<Map<String, Map<String, Figures>>> matrix(Scope scope, ObligationFilter filter, OrganizationLevels levels,
            AsOf asOf) {
        Map<String, Aggregation> each = Map.of("documents",
                new FigureRows.Values(By.DOCUMENT, filter.tree()).with(FigureCounts.at(asOf.time())));
        Map<String, Aggregation> all = Map.of("rows", new FigureRows.Organizations(filter.tree(), levels).with(each), "own",
                own(filter, each));
        return search.search(Lane.OBLIGATIONS, scope, filter.at(asOf.time(), search.whereabouts()),
                s -> s.size(0).trackTotalHits(t -> t.enabled(false)).aggregations(all), Void.class)
                .map(answer -> matrix(filter, answer.aggregations()));
    }

    private static Map<String, Map<String, Figures>> matrix(ObligationFilter filter, Map<String, Aggregate> all) {
        Map<String, Map<String, Figures>> cells = new HashMap<>(FigureRows.read(all.get("rows"), FigureIndex::documents));
        if (filter.below() != null) {
            cells.put(filter.below(), documents(Objects.requireNonNull(all.get("own")).filter().aggregations()));
        }
        cells.values().removeIf(Map::isEmpty);
        return cells;
    }

    private static Map<String, Figures> documents(Map<String, Aggregate> row) {
        return FigureRows.read(row.get("documents"), FigureCounts::read);
    }
}
