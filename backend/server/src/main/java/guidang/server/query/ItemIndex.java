package guidang.server.query;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import guidang.server.access.Scope;
import guidang.server.campaigns.Due;
import guidang.server.index.Freshness;
import guidang.server.index.Lane;
import guidang.server.index.ScopedSearch;
import guidang.server.query.ItemAnswer.Found;
import guidang.server.query.ItemQuestion.Sort;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Rectification items, found by words and facts, as they are or were. Pages as
/// of [ReportIndex]. Within the scope.
///
/// Errors: `INDEX_UNAVAILABLE`.
@Component
public final class ItemIndex {
    private static final int PAGE = 1_000;

    private final ScopedSearch search;
    private final Freshness freshness;
    private final Due days;

    ItemIndex(ScopedSearch search, Due days) {
        this.search = search;
        this.freshness = search.freshness(Lane.RECTIFICATIONS);
        this.days = days;
    }

    /// The moment that a question is about.
    public Mono<AsOf> asOf(ItemQuestion question) {
        return AsOf.at(question.moment(), question.position(), freshness);
    }

    /// One page, and what each facet counts.
    public Mono<ItemAnswer> page(Scope scope, ItemQuestion question) {
        return asOf(question).flatMap(asOf -> page(scope, question, asOf));
    }

    private Mono<ItemAnswer> page(Scope scope, ItemQuestion question, AsOf asOf) {
        ItemFacets facets = facets(question, asOf);
        Continuation after = question.after();
        UnaryOperator<SearchRequest.Builder> shape = request -> shape(request, question, facets);
        Mono<SearchResponse<StoredItem>> asked = after == null
                ? search.search(Lane.RECTIFICATIONS, scope, question.query(asOf), shape, StoredItem.class)
                : onward(scope, question.query(asOf), shape, after);
        return asked.flatMap(answer -> found(scope, answer).map(found -> answer(question, answer, found, asOf)));
    }

    /// All of them, by organisation, campaign and number, some at a time as they
    /// are asked for.
    ///
    /// @param asOf
    ///            as [#asOf] gave it
    public Flux<Found> all(Scope scope, ItemQuestion question, AsOf asOf) {
        ItemFacets facets = facets(question, asOf);
        Query query = question.query(asOf);
        UnaryOperator<SearchRequest.Builder> shape = request -> request.size(PAGE).trackTotalHits(t -> t.enabled(false))
                .postFilter(facets.postFilter()).source(s -> s.filter(f -> f.includes(StoredItem.FIELDS)))
                .sort(sort(Sort.NUMBER, false));
        return search.searchAt(null, Lane.RECTIFICATIONS, scope, query, shape, StoredItem.class)
                .expand(answer -> answer.hits().hits().size() < PAGE
                        ? Mono.empty()
                        : onward(scope, query, shape, continuation(answer)), 1)
                .concatMap(answer -> found(scope, answer).flatMapIterable(found -> found), 1);
    }

    private Mono<SearchResponse<StoredItem>> onward(Scope scope, Query query, UnaryOperator<SearchRequest.Builder> shape,
            Continuation after) {
        List<FieldValue> values = after.values().stream().map(FieldValue::of).toList();
        return search.searchAt(after.point(), Lane.RECTIFICATIONS, scope, query, s -> shape.apply(s).searchAfter(values),
                StoredItem.class);
    }

    private ItemFacets facets(ItemQuestion question, AsOf asOf) {
        return new ItemFacets(question, search.whereabouts(), LocalDate.ofInstant(asOf.time(), days.timeZone()));
    }

    private static SearchRequest.Builder shape(SearchRequest.Builder request, ItemQuestion question, ItemFacets facets) {
        boolean words = !question.words().isEmpty();
        request.size(question.size()).trackTotalHits(t -> t.enabled(true))
                .source(s -> s.filter(f -> f.includes(StoredItem.FIELDS))).postFilter(facets.postFilter())
                .aggregations(facets.aggregations()).sort(sort(question.sort(), words));
        return words ? request.highlight(Highlighting.ofItems(question.words())) : request;
    }

    /// Ends with the item's id, so that no two hits are alike.
    private static List<SortOptions> sort(Sort sort, boolean words) {
        List<SortOptions> all = new ArrayList<>();
        switch (sort) {
            case OPENED -> all.add(by("openedAt", SortOrder.Desc));
            case NUMBER -> Stream.of("path", "campaign", "number").map(field -> by(field, SortOrder.Asc)).forEach(all::add);
            case WAITING -> all.add(by("waitingSince", SortOrder.Asc));
            case DUE -> all.add(by("due", SortOrder.Asc));
            case BEST -> all.add(words
                    ? SortOptions.of(s -> s.score(c -> c.order(SortOrder.Desc)))
                    : by("due", SortOrder.Asc));
        }
        all.add(by("item", SortOrder.Asc));
        return all;
    }

    private static SortOptions by(String field, SortOrder order) {
        return SortOptions.of(s -> s.field(f -> f.field(field).order(order)));
    }

    /// What is so no more has no words in the index: they are those of now.
    private Mono<List<Found>> found(Scope scope, SearchResponse<StoredItem> answer) {
        List<Hit<StoredItem>> hits = answer.hits().hits();
        List<String> without = hits.stream().map(hit -> Objects.requireNonNull(hit.source()))
                .filter(item -> item.to() != null).map(StoredItem::item).toList();
        return now(scope, without).map(now -> hits.stream().map(hit -> StoredItem.found(hit, now)).toList());
    }

    private Mono<Map<String, StoredItem>> now(Scope scope, List<String> items) {
        Query query = Filters.all(List.of(Filters.anyOf("item", items), Filters.not(Filters.exists("to"))));
        return items.isEmpty()
                ? Mono.just(Map.of())
                : search.search(Lane.RECTIFICATIONS, scope, query,
                        s -> s.size(items.size()).source(f -> f.filter(i -> i.includes(StoredItem.FIELDS))), StoredItem.class)
                        .map(StoredItem::byItem);
    }

    private static ItemAnswer answer(ItemQuestion question, SearchResponse<StoredItem> answer, List<Found> found, AsOf asOf) {
        long total = Objects.requireNonNull(answer.hits().total()).value();
        boolean last = found.size() < question.size() || (question.after() == null && total == found.size());
        return new ItemAnswer(total, found, ItemFacets.read(answer.aggregations()), last ? null : continuation(answer), asOf);
    }

    private static Continuation continuation(SearchResponse<StoredItem> answer) {
        return new Continuation(answer.hits().hits().getLast().sort().stream().map(FieldValue::_get).toList(), answer.pitId());
    }
}
