package guidang.server.index;

import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.util.BinaryData;
import co.elastic.clients.util.ContentType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Writes documents with external versions: a 409 means that the same or a
/// newer view was written already, and is done. Repeats what failed in passing
/// until it succeeds; what can never succeed goes to the quarantine.
@Component
final class BulkWriter {
    private static final int DOCUMENTS = 2000;
    /// Enough that Elasticsearch never waits for the next one.
    private static final int AT_ONCE = 3;

    private final Elasticsearch elasticsearch;
    private final IndexSettings settings;

    BulkWriter(Elasticsearch elasticsearch, IndexSettings settings) {
        this.elasticsearch = elasticsearch;
        this.settings = settings;
    }

    /// Writes all of them, some requests at a time.
    Mono<Void> write(Generation generation, Flux<Document> documents, Quarantine quarantine) {
        return chunks(documents, settings.bulk()).flatMap(chunk -> write(generation, chunk, quarantine), AT_ONCE).then();
    }

    static Flux<List<Document>> chunks(Flux<Document> documents, DataSize size) {
        return Flux.defer(() -> documents.bufferUntil(new Full(size.toBytes())::reached));
    }

    private Mono<Void> write(Generation generation, List<Document> chunk, Quarantine quarantine) {
        Pending pending = new Pending(chunk.stream().filter(d -> d.json() != null).toList());
        List<Document> faulty = chunk.stream().filter(d -> d.json() == null).toList();
        Mono<Void> bulk = Mono.defer(() -> attempt(generation, pending, quarantine))
                .retryWhen(Elasticsearch.untilItPasses(settings.patience())
                        .doBeforeRetry(again -> quarantine.trouble().met(again.failure())))
                .doOnSuccess(done -> quarantine.trouble().over());
        return quarantine.put(faulty).then(bulk).then(Mono.defer(() -> quarantine.release(pending.written(chunk))));
    }

    private Mono<Void> attempt(Generation generation, Pending pending, Quarantine quarantine) {
        if (pending.documents.isEmpty()) {
            return Mono.empty();
        }
        List<Document> sent = pending.documents;
        return elasticsearch.call(client -> client.bulk(request(generation, sent)))
                .flatMap(answer -> settle(generation, pending, answer, quarantine))
                .onErrorResume(failure -> Elasticsearch.status(failure) == 413,
                        failure -> halve(generation, pending.settled(sent), quarantine));
    }

    /// One too large for a request is too large for the index.
    private Mono<Void> halve(Generation generation, List<Document> sent, Quarantine quarantine) {
        if (sent.size() == 1) {
            return quarantine.put(List.of(faulty(sent.getFirst(), "too-large")));
        }
        int half = sent.size() / 2;
        return write(generation, sent.subList(0, half), quarantine)
                .then(Mono.defer(() -> write(generation, sent.subList(half, sent.size()), quarantine)));
    }

    private static BulkRequest request(Generation generation, List<Document> documents) {
        return BulkRequest.of(bulk -> bulk.index(generation.writer()).requireAlias(true)
                .operations(documents.stream().map(BulkWriter::operation).toList()));
    }

    private static BulkOperation operation(Document document) {
        BinaryData json = BinaryData.of(Objects.requireNonNull(document.json()), ContentType.APPLICATION_JSON);
        return BulkOperation.of(o -> o.<BinaryData>index(
                i -> i.id(document.id()).version(document.version()).versionType(VersionType.External).document(json)));
    }

    private static Mono<Void> settle(Generation generation, Pending pending, BulkResponse answer, Quarantine quarantine) {
        List<Document> again = new ArrayList<>();
        List<Document> faulty = new ArrayList<>();
        String refusal = "";
        for (int i = 0; i < answer.items().size(); i++) {
            BulkResponseItem item = answer.items().get(i);
            Document document = pending.documents.get(i);
            switch (Fate.of(item)) {
                case DONE -> {
                }
                case AGAIN -> {
                    again.add(document);
                    refusal = reason(item);
                }
                case FAULTY -> faulty.add(faulty(document, reason(item)));
                case GONE -> {
                    return Mono.error(new GenerationGone(generation.index()));
                }
            }
        }
        pending.settled(faulty);
        pending.documents = again;
        return quarantine.put(faulty).then(again.isEmpty() ? Mono.empty() : Mono.error(new PassingFailure(refusal)));
    }

    private static Document faulty(Document document, String fault) {
        return new Document(document.id(), document.version(), document.hash(), document.hashBefore(), null, fault);
    }

    /// Elasticsearch's word for it, never its sentence: that may quote the text.
    private static String reason(BulkResponseItem item) {
        ErrorCause error = item.error();
        return error == null || error.type() == null ? "refused-" + item.status() : error.type();
    }

    private enum Fate {
        DONE,
        AGAIN,
        FAULTY,
        GONE;

        static Fate of(BulkResponseItem item) {
            return switch (item.status()) {
                case 200, 201, 409 -> DONE;
                case 404 -> GONE;
                // Forbidden is the index, by its operator, never a document.
                case 401, 403, 408, 429 -> AGAIN;
                default -> item.status() >= 500 ? AGAIN : FAULTY;
            };
        }
    }

    /// What is still to be written.
    private static final class Pending {
        private List<Document> documents;
        private final Set<String> elsewhere = new HashSet<>();

        Pending(List<Document> documents) {
            this.documents = documents;
        }

        /// Notes what is in the quarantine, or was written by another request.
        List<Document> settled(List<Document> others) {
            others.forEach(d -> elsewhere.add(d.id()));
            return others;
        }

        List<Document> written(List<Document> chunk) {
            return chunk.stream().filter(d -> d.json() != null && !elsewhere.contains(d.id())).toList();
        }
    }

    /// Some documents of a bulk were refused in passing.
    static final class PassingFailure extends RuntimeException {
        private static final long serialVersionUID = 1;

        /// @param reason
        ///            Elasticsearch's word
        PassingFailure(String reason) {
            super(reason, null, false, false);
        }
    }

    /// Tells when a chunk has its size.
    private static final class Full {
        private final long limit;
        private long weight;
        private int count;

        Full(long limit) {
            this.limit = limit;
        }

        boolean reached(Document document) {
            weight += document.weight();
            count++;
            if (weight < limit && count < DOCUMENTS) {
                return false;
            }
            weight = 0;
            count = 0;
            return true;
        }
    }
}
