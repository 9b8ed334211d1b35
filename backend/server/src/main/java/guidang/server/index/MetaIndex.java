package guidang.server.index;

import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import co.elastic.clients.elasticsearch._types.OpType;
import co.elastic.clients.elasticsearch._types.Refresh;
import co.elastic.clients.elasticsearch.core.GetResponse;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// The index's own notes, in the index `meta`: how far each generation has
/// come, rebuilds, the quarantine, the lease. Nothing of it is truth: without it
/// everything begins at the journal's first commit.
@Component
final class MetaIndex {
    private static final int MAPPING = 1;
    private static final int QUARANTINE = 10_000;
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL)).build();

    private final Elasticsearch elasticsearch;
    private final Mappings mappings;
    private final String index;
    private volatile boolean ensured;

    MetaIndex(Elasticsearch elasticsearch, Mappings mappings, IndexSettings settings) {
        this.elasticsearch = elasticsearch;
        this.mappings = mappings;
        this.index = settings.prefix() + "meta";
    }

    /// How far a generation has come.
    ///
    /// @param position
    ///            the view up to which everything is searchable in it
    /// @param time
    ///            of the last commit below the position
    /// @param tally
    ///            the documents it should hold, while it is being filled
    /// @param documents
    ///            how many documents were written
    /// @param log
    ///            which journal it was filled from ([Batch#log]); none at position 0
    /// @param followed
    ///            the view whose tree all its documents follow; of a generation that
    ///            is being filled, the view of the tree by which it began; left out
    ///            by releases in which nobody moved
    record Progress(long position, Instant time, @Nullable String tally, long documents, @Nullable String log,
            @Nullable Long followed) {
        static final Progress NONE = new Progress(0, Instant.EPOCH, null, 0, null, null);

        Progress(long position, Instant time, @Nullable String tally, long documents, @Nullable String log) {
            this(position, time, tally, documents, log, null);
        }

        long followedView() {
            return followed == null ? 0 : followed;
        }
    }

    /// A document as it lies in the index; the body is JSON of a record.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Note(String kind, @Nullable String lane, @Nullable Integer generation, @Nullable String document, String body) {
        static Note of(String kind, Object body) {
            return new Note(kind, null, null, null, JSON.writeValueAsString(body));
        }

        <T> T as(Class<T> type) {
            return JSON.readValue(body, type);
        }
    }

    /// Makes the index unless it is known to be there. It is written through an
    /// alias, so that one that was deleted is not made again without its mapping.
    Mono<Void> ensure() {
        return Mono.defer(() -> ensured
                ? Mono.empty()
                : mappings.create(index + "-v" + MAPPING, "meta", List.of(index)).doOnSuccess(made -> ensured = true));
    }

    private <T> Mono<T> call(Function<ElasticsearchAsyncClient, CompletableFuture<T>> request) {
        return elasticsearch.ask(request).doOnError(Elasticsearch::isAbsence, gone -> ensured = false);
    }

    Mono<Progress> progress(Generation generation) {
        return get(progressId(generation)).map(note -> note.as(Progress.class));
    }

    Mono<Void> save(Generation generation, Progress progress) {
        return put(progressId(generation), note("progress", generation, null, progress));
    }

    private static String progressId(Generation generation) {
        return "progress-" + generation.index();
    }

    /// The rebuild that is asked for or under way.
    Mono<Rebuilding> rebuilding(Lane lane) {
        return get("rebuild-" + lane.key()).map(note -> note.as(Rebuilding.class));
    }

    /// Asks for a rebuild; nothing where there is one already.
    Mono<Void> request(Lane lane, Rebuilding rebuilding) {
        Note note = new Note("rebuild", lane.key(), rebuilding.generation(), null, JSON.writeValueAsString(rebuilding));
        return call(client -> client
                .index(i -> i.index(index).requireAlias(true).id("rebuild-" + lane.key()).opType(OpType.Create).document(note)))
                .onErrorComplete(Elasticsearch::isConflict).then();
    }

    Mono<Void> save(Lane lane, Rebuilding rebuilding) {
        return put("rebuild-" + lane.key(),
                new Note("rebuild", lane.key(), rebuilding.generation(), null, JSON.writeValueAsString(rebuilding)));
    }

    /// The last rebuild that ended.
    Mono<Rebuilding> rebuilt(Lane lane) {
        return get("rebuilt-" + lane.key()).map(note -> note.as(Rebuilding.class));
    }

    Mono<Void> finish(Lane lane, Rebuilding rebuilding) {
        Note note = new Note("rebuilt", lane.key(), rebuilding.generation(), null, JSON.writeValueAsString(rebuilding));
        return put("rebuilt-" + lane.key(), note).then(delete("rebuild-" + lane.key()));
    }

    Mono<Void> quarantine(Generation generation, Document document) {
        return put(quarantineId(generation, document.id()), note("quarantine", generation, document.id(),
                new Quarantine.Entry(document.hash(), String.valueOf(document.fault()))));
    }

    Mono<Void> release(Generation generation, String document) {
        return delete(quarantineId(generation, document));
    }

    private static String quarantineId(Generation generation, String document) {
        return "quarantine-" + generation.index() + "-" + document;
    }

    /// What lies in the quarantine of a generation.
    Flux<Note> quarantined(Generation generation) {
        return call(client -> client.indices().refresh(r -> r.index(index)))
                .then(call(client -> client.search(s -> s.index(index).size(QUARANTINE)
                        .query(q -> q.bool(b -> b.filter(f -> f.term(t -> t.field("kind").value("quarantine")))
                                .filter(f -> f.term(t -> t.field("lane").value(generation.lane().key())))
                                .filter(f -> f.term(t -> t.field("generation").value(generation.number()))))),
                        Note.class)))
                .flatMapIterable(answer -> answer.hits().hits()).mapNotNull(hit -> hit.source());
    }

    /// Forgets what was asked for.
    Mono<Void> cancel(Lane lane) {
        return delete("rebuild-" + lane.key());
    }

    /// Forgets a generation, apart from its quarantine.
    Mono<Void> forget(Generation generation) {
        return delete(progressId(generation));
    }

    /// For the lease, which needs the sequence number.
    Mono<GetResponse<Note>> read(String id) {
        return call(client -> client.get(g -> g.index(index).id(id), Note.class));
    }

    /// Replaces the document if nobody did since it was read.
    ///
    /// @param seen
    ///            as it was read; an absent document is made
    Mono<Boolean> replace(GetResponse<Note> seen, Note note) {
        return call(client -> client.index(i -> {
            i.index(index).requireAlias(true).id(seen.id()).document(note);
            return seen.found() ? i.ifSeqNo(seen.seqNo()).ifPrimaryTerm(seen.primaryTerm()) : i.opType(OpType.Create);
        })).thenReturn(true).onErrorResume(Elasticsearch::isConflict, lost -> Mono.just(false));
    }

    private Mono<Note> get(String id) {
        return read(id).mapNotNull(GetResponse::source).onErrorResume(Elasticsearch::isAbsence, absent -> Mono.empty());
    }

    private Mono<Void> put(String id, Note note) {
        return call(client -> client.index(i -> i.index(index).requireAlias(true).id(id).refresh(Refresh.False).document(note)))
                .then();
    }

    private Mono<Void> delete(String id) {
        return call(client -> client.delete(d -> d.index(index).id(id))).then();
    }

    private static Note note(String kind, Generation generation, @Nullable String document, Object body) {
        return new Note(kind, generation.lane().key(), generation.number(), document, JSON.writeValueAsString(body));
    }
}
