package guidang.server.query;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import guidang.server.access.Scope;
import guidang.server.index.Freshness;
import guidang.server.index.Lane;
import guidang.server.index.ScopedSearch;
import guidang.server.journal.Journal;
import guidang.server.organizations.Organizations;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Rectification items as they are now, of all organisations, for those who
/// remind: nobody asked, so no caller's scope bounds it. What it tells of an
/// item holds none of its words. Errors: `INDEX_UNAVAILABLE`.
@Component
public final class ItemWatch {
    private static final List<String> FIELDS = List.of("organization", "path", "item", "number", "campaign", "due");
    private static final int PAGE = 2_000;

    private final ScopedSearch search;
    private final Journal journal;
    private final Freshness items;
    private final Organizations organizations;

    ItemWatch(ScopedSearch search, Journal journal, Organizations organizations) {
        this.search = search;
        this.journal = journal;
        this.items = search.freshness(Lane.RECTIFICATIONS);
        this.organizations = organizations;
    }

    /// An item.
    ///
    /// @param path
    ///            where its organisation lies
    /// @param number
    ///            in its register
    /// @param due
    ///            the last day; absent where there is none
    public record Watched(String organization, String path, String item, int number, String campaign, @Nullable LocalDate due) {}

    /// Those that wait at a place.
    ///
    /// @param total
    ///            how many
    /// @param first
    ///            those that have waited longest
    public record Waiting(long total, List<Watched> first) {}

    /// Waits until everything that was committed by now is seen, as long as that
    /// may take; then answers whether it is.
    public Mono<Boolean> ready(Duration bound) {
        long position = journal.position();
        return items.await(position, bound).map(seen -> seen.position() >= position);
    }

    /// Those with which their organisations have something to do, due on one of the
    /// days; by organisation.
    public Flux<Watched> due(Collection<LocalDate> days) {
        List<Query> all = List.of(now(), ItemShow.unsettled(), Filters.not(waiting()),
                Filters.anyOf("due", days.stream().map(LocalDate::toString).toList()));
        return days.isEmpty() ? Flux.empty() : all(Filters.all(all));
    }

    /// Those whose close-out has been waiting for less than since the one moment,
    /// and at least since the other; by organisation.
    public Flux<Watched> asked(Instant after, Instant until) {
        return all(Filters.all(List.of(now(), waiting(), Filters.not(Filters.notAfter("waitingSince", after)),
                Filters.notAfter("waitingSince", until))));
    }

    /// Those below a place whose close-out waits, at the root those of its own too:
    /// there a second officer decides.
    public Mono<Waiting> waitingBelow(String path, int most) {
        List<Query> all = new ArrayList<>(List.of(now(), waiting(), search.whereabouts().below(Lane.RECTIFICATIONS, path)));
        if (!Paths.above(path).isEmpty()) {
            all.add(Filters.not(search.whereabouts().at(Lane.RECTIFICATIONS, path)));
        }
        return search.search(Lane.RECTIFICATIONS, everything(), Filters.all(all),
                s -> s.size(most).trackTotalHits(t -> t.enabled(true)).source(f -> f.filter(i -> i.includes(FIELDS)))
                        .sort(by("waitingSince"), by("item")),
                Watched.class).map(answer -> new Waiting(Objects.requireNonNull(answer.hits().total()).value(), read(answer)));
    }

    private static Query now() {
        return Filters.not(Filters.exists("to"));
    }

    private static Query waiting() {
        return Filters.is("state", "close-out-requested");
    }

    private Scope everything() {
        return new Scope(organizations.root().map(Set::of).orElse(Set.of()), Set.of());
    }

    private Flux<Watched> all(Query query) {
        return page(query, List.of())
                .expand(answer -> answer.hits().hits().size() < PAGE ? Mono.empty() : page(query, last(answer)))
                .concatMapIterable(ItemWatch::read, 1);
    }

    private Mono<SearchResponse<Watched>> page(Query query, List<FieldValue> after) {
        return search.search(Lane.RECTIFICATIONS, everything(), query, s -> {
            s.size(PAGE).trackTotalHits(t -> t.enabled(false)).source(f -> f.filter(i -> i.includes(FIELDS)))
                    .sort(Stream.of("path", "organization", "number", "item").map(ItemWatch::by).toList());
            return after.isEmpty() ? s : s.searchAfter(after);
        }, Watched.class);
    }

    private static SortOptions by(String field) {
        return SortOptions.of(s -> s.field(f -> f.field(field).order(SortOrder.Asc)));
    }

    private static List<FieldValue> last(SearchResponse<Watched> answer) {
        return answer.hits().hits().getLast().sort();
    }

    private static List<Watched> read(SearchResponse<Watched> answer) {
        return answer.hits().hits().stream().map(hit -> Objects.requireNonNull(hit.source())).toList();
    }
}
