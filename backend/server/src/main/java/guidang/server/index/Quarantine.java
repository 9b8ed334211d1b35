package guidang.server.index;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The documents of a generation that could not be indexed: kept by id,
/// counted, and left when a later view of them can be.
final class Quarantine {
    private static final Logger LOG = LoggerFactory.getLogger(Quarantine.class);

    private final MetaIndex meta;
    private final Generation generation;
    private final Trouble trouble;
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();

    Quarantine(MetaIndex meta, Generation generation, Trouble trouble) {
        this.meta = meta;
        this.generation = generation;
        this.trouble = trouble;
    }

    /// Where it is noted what is refused for now.
    Trouble trouble() {
        return trouble;
    }

    /// @param hash
    ///            of the view that could not be indexed
    /// @param fault
    ///            a word, no text
    record Entry(String hash, String fault) {}

    /// Reads what was put before a restart.
    Mono<Void> load() {
        return meta.quarantined(generation)
                .doOnNext(note -> entries.put(String.valueOf(note.document()), note.as(Entry.class))).then();
    }

    Mono<Void> put(Collection<Document> faulty) {
        return Flux.fromIterable(faulty).concatMap(this::put).then();
    }

    private Mono<Void> put(Document document) {
        LOG.warn("document {} of {} is quarantined: {}", document.id(), generation.index(), document.fault());
        entries.put(document.id(), new Entry(document.hash(), String.valueOf(document.fault())));
        return meta.quarantine(generation, document);
    }

    /// Lets go what was written after all.
    Mono<Void> release(Collection<Document> written) {
        if (entries.isEmpty()) {
            return Mono.empty();
        }
        return Flux.fromIterable(written).filter(d -> entries.containsKey(d.id()))
                .concatMap(d -> meta.release(generation, d.id()).doOnSuccess(gone -> entries.remove(d.id()))).then();
    }

    Map<String, Entry> entries() {
        return Map.copyOf(entries);
    }

    int size() {
        return entries.size();
    }
}
