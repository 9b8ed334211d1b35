package guidang.server.query;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import guidang.reader.passages.Sketch;
import guidang.server.access.Scope;
import guidang.server.index.Freshness;
import guidang.server.index.Lane;
import guidang.server.index.ScopedSearch;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Current reports by what they share with another one. It says which may
/// coincide; whether they do, only their texts say.
@Component
public final class PassageIndex {
    private static final List<String> FIELDS = List.of("report", "organization", "path", "campaign", "documentType", "period",
            "sketch");
    private static final int PAGE = 2_000;
    /// Values that a report must share to be found, common ones included.
    private static final int SHARED = 6;

    private final ScopedSearch search;
    private final Freshness freshness;

    PassageIndex(ScopedSearch search) {
        this.search = search;
        this.freshness = search.freshness(Lane.PASSAGES);
    }

    /// A report as it lies here.
    ///
    /// @param sketch
    ///            [Sketch#words]
    public record Kept(String report, String organization, String path, String campaign, String documentType, String period,
            String sketch) {}

    public AsOf asOf() {
        return AsOf.of(freshness.reached());
    }

    /// Reports within the scope that share enough values with the sketch, those
    /// that share the rarest first.
    ///
    /// @param most
    ///            reports
    /// @throws guidang.server.kernel.Problem
    ///             `INDEX_UNAVAILABLE`
    public Flux<Kept> likely(Scope scope, Sketch sketch, int most) {
        if (sketch.isEmpty()) {
            return Flux.empty();
        }
        Query shares = Query.of(q -> q.match(m -> m.field("sketch").query(sketch.words())
                .minimumShouldMatch(String.valueOf(SHARED))));
        return search.search(Lane.PASSAGES, scope, shares, s -> kept(s).size(most), Kept.class)
                .flatMapIterable(answer -> answer.hits().hits()).mapNotNull(hit -> hit.source());
    }

    /// Reports of a campaign within the scope, in the order of their ids, which is
    /// that of chance: the first of them are a sample.
    ///
    /// @param campaign
    ///            none: of all campaigns
    /// @param below
    ///            the path of an organisation; none: the whole scope
    /// @param most
    ///            reports
    /// @throws guidang.server.kernel.Problem
    ///             `INDEX_UNAVAILABLE`
    public Flux<Kept> all(Scope scope, @Nullable String campaign, @Nullable String below, int most) {
        List<Query> filters = new ArrayList<>(List.of(Filters.is("current", true)));
        if (campaign != null) {
            filters.add(Filters.is("campaign", campaign));
        }
        if (below != null) {
            filters.add(search.whereabouts().below(Lane.PASSAGES, below));
        }
        Query query = Filters.all(filters);
        return page(scope, query, most, null)
                .expand(last -> last.size() < PAGE ? Mono.empty() : page(scope, query, most, last.getLast().report()))
                .concatMapIterable(page -> page).take(most);
    }

    private Mono<List<Kept>> page(Scope scope, Query query, int most, @Nullable String after) {
        SortOptions byId = SortOptions.of(s -> s.field(f -> f.field("report").order(SortOrder.Asc)));
        return search.search(Lane.PASSAGES, scope, query, s -> {
            SearchRequest.Builder page = kept(s).size(Math.min(most, PAGE)).sort(byId);
            return after == null ? page : page.searchAfter(FieldValue.of(after));
        }, Kept.class).map(answer -> answer.hits().hits().stream().map(hit -> Objects.requireNonNull(hit.source())).toList());
    }

    private static SearchRequest.Builder kept(SearchRequest.Builder request) {
        return request.trackTotalHits(t -> t.enabled(false)).source(s -> s.filter(f -> f.includes(FIELDS)));
    }
}
