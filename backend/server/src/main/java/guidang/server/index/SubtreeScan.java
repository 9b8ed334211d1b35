package guidang.server.index;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.Time;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import guidang.server.journal.StreamKey;
import guidang.server.kernel.Code;
import guidang.server.kernel.OperationId;
import guidang.server.kernel.Period;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Which slots, or items, have documents at some places of a generation. Not
/// for callers: it knows no scope, and tells codes alone.
@Component
final class SubtreeScan {
    private static final int PAGE = 500;
    /// Elasticsearch takes more, but not in one request's body.
    private static final int PLACES = 10_000;
    private static final List<String> SLOT = List.of("organization", "campaign", "documentType", "period", "item");
    private static final Time KEPT = Time.of(t -> t.time("5m"));

    private final Elasticsearch elasticsearch;

    SubtreeScan(Elasticsearch elasticsearch) {
        this.elasticsearch = elasticsearch;
    }

    /// The stream of a document, and the view of which it was written.
    record Lying(StreamKey slot, long version) {}

    /// @param item
    ///            of a rectification item; else there is a slot
    private record Stored(String organization, String campaign, @Nullable String documentType, @Nullable String period,
            @Nullable String item) {
        StreamKey slot() {
            Code of = new Code(organization);
            return item == null
                    ? StreamKey.report(new Code(campaign), of, new Code(Objects.requireNonNull(documentType)),
                            new Period(Objects.requireNonNull(period)))
                    : StreamKey.rectification(of, new OperationId(item));
        }
    }

    /// All that was searchable when it began, at and below the places, some at
    /// a time.
    Flux<List<Lying>> at(Generation generation, List<String> places) {
        return Flux.fromIterable(places).buffer(PLACES)
                .concatMap(some -> Flux.usingWhen(open(generation), point -> pages(point, some), this::close), 1);
    }

    /// How many documents lie there.
    Mono<Long> count(Generation generation, List<String> places) {
        return Flux.fromIterable(places).buffer(PLACES)
                .concatMap(some -> elasticsearch.ask(client -> client.count(
                        c -> c.index(generation.index()).query(Terms.anyOf("ancestors", some)))))
                .map(answer -> answer.count()).reduce(0L, Long::sum);
    }

    private Mono<String> open(Generation generation) {
        return elasticsearch.call(client -> client.openPointInTime(p -> p.index(generation.index()).keepAlive(KEPT)))
                .map(answer -> answer.id());
    }

    private Mono<Void> close(String point) {
        return elasticsearch.call(client -> client.closePointInTime(c -> c.id(point))).onErrorComplete().then();
    }

    private Flux<List<Lying>> pages(String point, List<String> places) {
        return page(point, places, List.of()).expand(page -> page.hits().hits().size() < PAGE
                ? Mono.empty()
                : page(point, places, page.hits().hits().getLast().sort()), 1)
                .map(page -> page.hits().hits().stream().map(SubtreeScan::lying).toList()).filter(page -> !page.isEmpty());
    }

    private Mono<SearchResponse<Stored>> page(String point, List<String> places, List<FieldValue> after) {
        return elasticsearch.call(client -> client.search(s -> {
            s.pit(p -> p.id(point).keepAlive(KEPT)).size(PAGE).version(true).trackTotalHits(t -> t.enabled(false))
                    .query(Terms.anyOf("ancestors", places)).source(c -> c.filter(f -> f.includes(SLOT)))
                    .sort(SortOptions.of(o -> o.field(f -> f.field("_shard_doc"))));
            return after.isEmpty() ? s : s.searchAfter(after);
        }, Stored.class));
    }

    private static Lying lying(Hit<Stored> hit) {
        return new Lying(Objects.requireNonNull(hit.source()).slot(), Objects.requireNonNullElse(hit.version(), 0L));
    }
}
