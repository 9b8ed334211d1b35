package guidang.server.index;

import co.elastic.clients.elasticsearch._types.Time;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import guidang.server.access.Scope;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// The one door through which documents are asked for: hits, facets and figures
/// alike. The scope is added here and nowhere else, so nothing that lies outside
/// of it is counted, scored into a page, or shown.
@Component
public final class ScopedSearch {
    private static final Time KEPT = Time.of(t -> t.time("5m"));

    private final Elasticsearch elasticsearch;
    private final String prefix;
    private final Whereabouts whereabouts;
    private final Projector projector;

    ScopedSearch(Elasticsearch elasticsearch, IndexSettings settings, Whereabouts whereabouts, Projector projector) {
        this.elasticsearch = elasticsearch;
        this.prefix = settings.prefix();
        this.whereabouts = whereabouts;
        this.projector = projector;
    }

    /// What lies in the scope and is asked for.
    ///
    /// @param query
    ///            what is asked; the rest of the request never widens it
    /// @param rest
    ///            adds sizes, sorting, aggregations, highlighting
    /// @throws Problem
    ///             `INDEX_UNAVAILABLE`
    public <T> Mono<SearchResponse<T>> search(Lane lane, Scope scope, Query query, UnaryOperator<SearchRequest.Builder> rest,
            Class<T> type) {
        String alias = Generation.alias(prefix, lane);
        return asked(lane, scope, query, s -> rest.apply(s.index(alias)), type).onErrorMap(ScopedSearch::unavailable);
    }

    /// As [#search], at a point in time; the answer names the point to go on with.
    /// A point that is over is replaced by a new one.
    public <T> Mono<SearchResponse<T>> searchAt(@Nullable String point, Lane lane, Scope scope, Query query,
            UnaryOperator<SearchRequest.Builder> rest, Class<T> type) {
        Mono<SearchResponse<T>> anew = Mono.defer(() -> open(lane))
                .flatMap(opened -> asked(lane, scope, query, s -> rest.apply(at(s, opened)), type));
        Mono<SearchResponse<T>> onward = point == null
                ? anew
                : asked(lane, scope, query, s -> rest.apply(at(s, point)), type).onErrorResume(Elasticsearch::isAbsence,
                        over -> anew);
        return onward.onErrorMap(ScopedSearch::unavailable);
    }

    /// How places are asked for.
    public Whereabouts whereabouts() {
        return whereabouts;
    }

    /// How much of the journal the answers know.
    public Freshness freshness(Lane lane) {
        return projector.lane(lane).freshness();
    }

    private static SearchRequest.Builder at(SearchRequest.Builder search, String point) {
        return search.pit(p -> p.id(point).keepAlive(KEPT));
    }

    private Mono<String> open(Lane lane) {
        String alias = Generation.alias(prefix, lane);
        return elasticsearch.ask(client -> client.openPointInTime(p -> p.index(alias).keepAlive(KEPT)))
                .map(answer -> answer.id());
    }

    private <T> Mono<SearchResponse<T>> asked(Lane lane, Scope scope, Query query,
            Function<SearchRequest.Builder, SearchRequest.Builder> rest,
            Class<T> type) {
        Query scoped = Query.of(q -> q.bool(b -> b.must(query).filter(ScopeFilter.of(scope, lane, whereabouts))));
        SearchRequest request = rest.apply(new SearchRequest.Builder()).query(scoped).allowPartialSearchResults(false).build();
        return elasticsearch.ask(client -> client.search(request, type));
    }

    private static Throwable unavailable(Throwable failure) {
        // Right after the very first start there is no alias yet.
        return Elasticsearch.isPassing(failure) || Elasticsearch.isAbsence(failure)
                ? new Problem(ProblemType.INDEX_UNAVAILABLE)
                : failure;
    }
}
