package guidang.server.query;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import guidang.server.access.Scope;
import guidang.server.campaigns.Due;
import guidang.server.index.Lane;
import guidang.server.index.ScopedSearch;
import guidang.server.query.ItemsAnswer.ItemFigures;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Rectification items by aspect. An aspect is the words that the item has for
/// it. Within the scope; errors as [ItemFigureIndex].
@Component
public final class ItemAspectIndex {
    /// Of how many aspects items are told apart: of those with the most. The rest
    /// are counted together.
    static final int MOST = 200;
    private static final int CAMPAIGNS = 200;

    private final ScopedSearch search;
    private final Due days;

    ItemAspectIndex(ScopedSearch search, Due days) {
        this.search = search;
        this.days = days;
    }

    /// Counts by organisation and aspect, without medians.
    ///
    /// @param rows
    ///            by the paths of organisations, each with all below it, then by
    ///            aspect
    /// @param total
    ///            by aspect
    /// @param all
    ///            with the items under other aspects and under none
    /// @param campaigns
    ///            that the items are of
    public record AspectsOfItems(Map<String, Map<String, ItemFigures>> rows, Map<String, ItemFigures> total, ItemFigures all,
            Set<String> campaigns, AsOf asOf) {}

    public Mono<AspectsOfItems> aspects(Scope scope, ItemFilter filter, OrganizationLevels levels, AsOf asOf) {
        Map<String, Aggregation> each = ItemCounts.on(LocalDate.ofInstant(asOf.time(), days.timeZone()));
        Map<String, Aggregation> all = new HashMap<>(each);
        all.put("aspects", Aggregation.of(a -> a.terms(t -> t.field("aspect").size(MOST)).aggregations(each)));
        all.put("campaigns", Aggregation.of(a -> a.terms(t -> t.field("campaign").size(CAMPAIGNS))));
        return asked(scope, filter, asOf, all).flatMap(answer -> {
            Map<String, ItemFigures> total = FigureRows.read(answer.get("aspects"), ItemCounts::read);
            AspectsOfItems counted = new AspectsOfItems(Map.of(), total, ItemCounts.read(answer), campaigns(answer), asOf);
            return total.isEmpty() ? Mono.just(counted) : rows(scope, filter, levels, counted);
        });
    }

    private static Set<String> campaigns(Map<String, Aggregate> answer) {
        return FigureRows.read(Objects.requireNonNull(answer.get("campaigns")), _ -> true).keySet();
    }

    private Mono<AspectsOfItems> rows(Scope scope, ItemFilter filter, OrganizationLevels levels, AspectsOfItems counted) {
        List<String> names = List.copyOf(counted.total.keySet());
        Map<String, Aggregation> each = Map.of("aspects",
                Aggregation.of(a -> a.terms(t -> t.field("aspect").size(MOST).include(i -> i.terms(names)))
                        .aggregations(ItemCounts.on(LocalDate.ofInstant(counted.asOf.time(), days.timeZone())))));
        Map<String, Aggregation> all = Map.of("rows", new FigureRows.Organizations(filter.tree(), levels).with(each), "own",
                Aggregation.of(a -> a.filter(filter.itself(search.whereabouts())).aggregations(each)));
        return asked(scope, filter, counted.asOf, all).map(answer -> {
            Map<String, Map<String, ItemFigures>> rows = new HashMap<>(
                    FigureRows.read(answer.get("rows"), ItemAspectIndex::cells));
            if (filter.below() != null) {
                rows.put(filter.below(), cells(Objects.requireNonNull(answer.get("own")).filter().aggregations()));
            }
            rows.values().removeIf(Map::isEmpty);
            return new AspectsOfItems(rows, counted.total, counted.all, counted.campaigns, counted.asOf);
        });
    }

    private static Map<String, ItemFigures> cells(Map<String, Aggregate> row) {
        return FigureRows.read(row.get("aspects"), ItemCounts::read);
    }

    private Mono<Map<String, Aggregate>> asked(Scope scope, ItemFilter filter, AsOf asOf, Map<String, Aggregation> all) {
        return search.search(Lane.RECTIFICATIONS, scope, filter.at(asOf.time(), search.whereabouts()),
                s -> s.size(0).trackTotalHits(t -> t.enabled(false)).aggregations(all), Void.class)
                .map(answer -> answer.aggregations());
    }
}
