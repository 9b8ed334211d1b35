package guidang.server.query;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import guidang.server.access.Scope;
import guidang.server.index.Freshness;
import guidang.server.index.Lane;
import guidang.server.index.ScopedSearch;
import guidang.server.query.ReportAnswer.Found;
import guidang.server.query.ReportQuestion.Sort;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Reports, found by words and facts. The first page is one request; from the
/// second on a point in time holds the set still, so between the first and the
/// second a report may move.
@Component
public final class ReportIndex {
    private static final List<String> FIELDS = List.of("report", "organization", "campaign", "documentType", "period", "version",
            "state", "receivedAt", "title");

    private final ScopedSearch search;
    private final Freshness freshness;

    ReportIndex(ScopedSearch search) {
        this.search = search;
        this.freshness = search.freshness(Lane.REPORTS);
    }

    /// What of a document is fetched: never its text.
    private record Stored(String report, String organization, String campaign, String documentType, String period, int version,
            String state, Instant receivedAt, @Nullable String title) {}

    /// Reports within the scope, found as the question asks.
    ///
    /// @throws guidang.server.kernel.Problem
    ///             `INDEX_UNAVAILABLE`
    public Mono<ReportAnswer> search(Scope scope, ReportQuestion question) {
        return freshness.await(question.position()).map(AsOf::of)
                .flatMap(asOf -> ask(scope, question).map(answer -> answer(question, answer, asOf)));
    }

    private Mono<SearchResponse<Stored>> ask(Scope scope, ReportQuestion question) {
        Query words = WordQueries.OF_REPORTS.all(question.words());
        Continuation after = question.after();
        if (after == null) {
            return search.search(Lane.REPORTS, scope, words, s -> shape(s, question), Stored.class);
        }
        List<FieldValue> values = after.values().stream().map(FieldValue::of).toList();
        return search.searchAt(after.point(), Lane.REPORTS, scope, words, s -> shape(s, question).searchAfter(values),
                Stored.class);
    }

    private SearchRequest.Builder shape(SearchRequest.Builder request, ReportQuestion question) {
        ReportFacets facets = new ReportFacets(question, search.whereabouts());
        request.size(question.size()).trackTotalHits(t -> t.enabled(true)).source(s -> s.filter(f -> f.includes(FIELDS)))
                .postFilter(facets.postFilter()).aggregations(facets.aggregations()).sort(sort(question));
        if (!question.words().isEmpty()) {
            request.highlight(Highlighting.of(question.words()));
        }
        return request;
    }

    /// Ends with the report's id, so that no two hits are alike.
    private static List<SortOptions> sort(ReportQuestion question) {
        SortOptions id = SortOptions.of(s -> s.field(f -> f.field("report").order(SortOrder.Asc)));
        if (question.sort() == Sort.OLDEST) {
            return List.of(received(SortOrder.Asc), id);
        }
        SortOptions best = SortOptions.of(s -> s.score(c -> c.order(SortOrder.Desc)));
        return question.sort() == Sort.BEST && !question.words().isEmpty()
                ? List.of(best, received(SortOrder.Desc), id)
                : List.of(received(SortOrder.Desc), id);
    }

    private static SortOptions received(SortOrder order) {
        return SortOptions.of(s -> s.field(f -> f.field("receivedAt").order(order)));
    }

    private static ReportAnswer answer(ReportQuestion question, SearchResponse<Stored> answer, AsOf asOf) {
        List<Hit<Stored>> hits = answer.hits().hits();
        long total = Objects.requireNonNull(answer.hits().total()).value();
        return new ReportAnswer(total, hits.stream().map(ReportIndex::found).toList(), ReportFacets.read(answer.aggregations()),
                next(question, answer), asOf);
    }

    private static @Nullable Continuation next(ReportQuestion question, SearchResponse<Stored> answer) {
        List<Hit<Stored>> hits = answer.hits().hits();
        long total = Objects.requireNonNull(answer.hits().total()).value();
        if (hits.size() < question.size() || (question.after() == null && total == hits.size())) {
            return null;
        }
        return new Continuation(hits.getLast().sort().stream().map(FieldValue::_get).toList(), answer.pitId());
    }

    private static Found found(Hit<Stored> hit) {
        Stored stored = Objects.requireNonNull(hit.source());
        Map<String, List<String>> marked = hit.highlight();
        List<String> title = marked.getOrDefault(Highlighting.TITLE, List.of());
        return new Found(stored.report, stored.organization, stored.campaign, stored.documentType, stored.period, stored.version,
                stored.state, stored.receivedAt, stored.title, title.isEmpty() ? null : Highlighting.joined(title.getFirst()),
                marked.getOrDefault(Highlighting.TEXT, List.of()).stream().map(Highlighting::joined).toList());
    }
}
