package guidang.server.index;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.Time;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.json.JsonData;
import guidang.server.journal.Journal;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Compares what a generation holds with what the journal says it should hold:
/// the sets of (id, hash), in bounded memory.
@Component
final class Comparer {
    private static final int PAGE = 10_000;
    private static final int NAMED = 20;
    private static final Time KEPT = Time.of(t -> t.time("2m"));

    private final Elasticsearch elasticsearch;
    private final Journal journal;

    Comparer(Elasticsearch elasticsearch, Journal journal) {
        this.elasticsearch = elasticsearch;
        this.journal = journal;
    }

    /// A document as the index holds it.
    private record Held(String id, String hash) {}

    /// @param filled
    ///            everything up to its position is searchable, and nobody else
    ///            writes to its generation
    Mono<Comparison> compare(Projection filled, DocumentSource source) {
        Map<String, Quarantine.Entry> apart = filled.quarantine().entries();
        Tally found = new Tally();
        return scan(filled.generation()).filter(held -> !apart.containsKey(held.id))
                .doOnNext(held -> found.add(held.id, held.hash))
                .then(Mono.defer(() -> {
                    long count = found.count();
                    apart.forEach((id, entry) -> found.add(id, entry.hash()));
                    BitSet buckets = filled.tally().differences(found);
                    return names(filled, source, buckets, apart)
                            .map(names -> new Comparison(filled.tally().count(), count, apart.size(), buckets.isEmpty(), names));
                }));
    }

    /// Reads the journal again, for the buckets that differ.
    private Mono<List<String>> names(Projection filled, DocumentSource source, BitSet buckets,
            Map<String, Quarantine.Entry> apart) {
        if (buckets.isEmpty()) {
            return Mono.just(List.of());
        }
        Map<String, String> expected = new HashMap<>();
        Map<String, String> found = new HashMap<>();
        Mono<Void> first = expected(filled.position(), source).filter(d -> buckets.get(Tally.bucket(d.id())))
                .doOnNext(d -> expected.put(d.id(), d.hash())).then();
        Mono<Void> second = scan(filled.generation()).filter(held -> buckets.get(Tally.bucket(held.id)))
                .doOnNext(held -> found.put(held.id, held.hash)).then();
        return first.then(second).then(Mono.fromCallable(() -> Stream.concat(expected.keySet().stream(), found.keySet().stream())
                .distinct().filter(id -> !apart.containsKey(id) && !String.valueOf(expected.get(id)).equals(found.get(id)))
                .sorted()
                .limit(NAMED).toList()));
    }

    private Flux<Document> expected(long position, DocumentSource source) {
        return Mono.fromSupplier(() -> new Batch(journal, 0)).expand(last -> next(last.to(), position)).skip(1)
                .concatMap(source::documents);
    }

    private Mono<Batch> next(long from, long until) {
        if (from >= until) {
            return Mono.empty();
        }
        // Each document comes at last as it is in the end, wherever its organisation went.
        Batch batch = new Batch(journal, from, until);
        return journal.commits(from).take(Math.min(1024, until - from)).doOnNext(batch::add).takeUntil(commit -> batch.full())
                .then(Mono.just(batch));
    }

    private Flux<Held> scan(Generation generation) {
        return Flux.usingWhen(open(generation), this::pages, this::close);
    }

    private Mono<String> open(Generation generation) {
        return elasticsearch.call(client -> client.openPointInTime(p -> p.index(generation.index()).keepAlive(KEPT)))
                .map(answer -> answer.id());
    }

    private Mono<Void> close(String point) {
        return elasticsearch.call(client -> client.closePointInTime(c -> c.id(point))).onErrorComplete().then();
    }

    private Flux<Held> pages(String point) {
        return page(point, List.of()).expand(page -> page.hits().hits().size() < PAGE
                ? Mono.empty()
                : page(point, page.hits().hits().getLast().sort())).flatMapIterable(page -> page.hits().hits())
                .map(Comparer::held);
    }

    private Mono<SearchResponse<Void>> page(String point, List<FieldValue> after) {
        return elasticsearch.call(client -> client.search(s -> {
            s.pit(p -> p.id(point).keepAlive(KEPT)).size(PAGE).source(c -> c.fetch(false)).trackTotalHits(t -> t.enabled(false))
                    .sort(SortOptions.of(o -> o.field(f -> f.field("_shard_doc")))).docvalueFields(f -> f.field("hash"));
            return after.isEmpty() ? s : s.searchAfter(after);
        }, Void.class));
    }

    private static Held held(Hit<Void> hit) {
        JsonData hash = hit.fields().get("hash");
        return new Held(String.valueOf(hit.id()), hash == null ? "" : hash.toJson().asJsonArray().getString(0));
    }
}
