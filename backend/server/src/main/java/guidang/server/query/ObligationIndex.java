package guidang.server.query;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import guidang.server.access.Scope;
import guidang.server.index.Lane;
import guidang.server.index.ScopedSearch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The list behind each number: obligations as they were at a moment, delivered
/// or not. What was so at a moment does not change, so pages follow one another
/// without a point in time. Within the scope; errors as [FigureIndex].
@Component
public final class ObligationIndex {
    private static final List<String> FIELDS = List.of("campaign", "organization", "path", "type", "documentType", "period",
            "due", "timed", "onTime", "delivered", "state", "since", "arrival", "report", "missingAspects", "placeholders");
    private static final int PAGE = 5_000;

    private final ScopedSearch search;

    ObligationIndex(ScopedSearch search) {
        this.search = search;
    }

    /// What is listed.
    ///
    /// @param show
    ///            which of the filtered ones
    /// @param aspect
    ///            for those that are of an aspect
    /// @param sort
    ///            in which order
    public record Question(ObligationFilter filter, Show show, @Nullable Integer aspect, Sort sort) {}

    /// In which order.
    public enum Sort {
        /// Of the tree of now.
        TREE,
        /// What has been in its state longest stands first.
        OLDEST,
        /// What was due first stands first.
        DUE
    }

    /// An obligation as it was.
    ///
    /// @param path
    ///            where its organisation lies now
    /// @param due
    ///            the moment from which it is overdue
    /// @param since
    ///            when it came into its state
    /// @param report
    ///            the current version
    /// @param missingAspects
    ///            by their index in the template of the moment
    public record Obligation(String campaign, String organization, String path, String type, String documentType, String period,
            @Nullable Instant due, boolean timed, boolean onTime, boolean delivered, String state, @Nullable Instant since,
            @Nullable Instant arrival, @Nullable String report, @Nullable List<String> missingAspects,
            @Nullable Integer placeholders) {}

    /// A part of a list.
    ///
    /// @param next
    ///            where the next page begins; empty on the last one
    public record Page(long total, List<Obligation> items, List<Object> next) {}

    /// One page.
    ///
    /// @param after
    ///            [Page#next] of the page before; empty: the first page
    public Mono<Page> page(Scope scope, Question question, AsOf asOf, List<Object> after, int size) {
        return asked(scope, question, asOf, after, size, true).map(answer -> {
            long total = Objects.requireNonNull(answer.hits().total()).value();
            return new Page(total, items(answer), answer.hits().hits().size() < size ? List.of() : last(answer));
        });
    }

    /// All of them, a page at a time, as they are asked for.
    public Flux<Obligation> all(Scope scope, Question question, AsOf asOf) {
        return asked(scope, question, asOf, List.of(), PAGE, false)
                .expand(answer -> answer.hits().hits().size() < PAGE
                        ? Mono.empty()
                        : asked(scope, question, asOf, last(answer), PAGE, false))
                .concatMapIterable(ObligationIndex::items, 1);
    }

    private Mono<SearchResponse<Obligation>> asked(Scope scope, Question question, AsOf asOf, List<Object> after, int size,
            boolean total) {
        Query query = Filters.all(List.of(question.filter.at(asOf.time(), search.whereabouts()),
                question.show.query(asOf.time(), question.aspect)));
        return search.search(Lane.OBLIGATIONS, scope, query, s -> {
            s.size(size).trackTotalHits(t -> t.enabled(total)).source(f -> f.filter(i -> i.includes(FIELDS)))
                    .sort(sort(question.sort));
            return after.isEmpty() ? s : s.searchAfter(after.stream().map(FieldValue::of).toList());
        }, Obligation.class);
    }

    /// Ends with what tells any two apart.
    private static List<SortOptions> sort(Sort sort) {
        List<SortOptions> all = new ArrayList<>();
        switch (sort) {
            case TREE -> {
            }
            case OLDEST -> all.add(by("since"));
            case DUE -> all.add(by("due"));
        }
        Stream.of("path", "campaign", "document").map(ObligationIndex::by).forEach(all::add);
        return all;
    }

    private static SortOptions by(String field) {
        return SortOptions.of(s -> s.field(f -> f.field(field).order(SortOrder.Asc)));
    }

    private static List<Obligation> items(SearchResponse<Obligation> answer) {
        return answer.hits().hits().stream().map(hit -> Objects.requireNonNull(hit.source())).toList();
    }

    private static List<Object> last(SearchResponse<Obligation> answer) {
        return answer.hits().hits().getLast().sort().stream().map(FieldValue::_get).toList();
    }
}
