package guidang.server.index;

import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;
import reactor.util.retry.RetryBackoffSpec;

/// The way to Elasticsearch. Requests are lazy and may be repeated; their
/// answers come on a parallel thread.
@Component
final class Elasticsearch {
    private final ElasticsearchAsyncClient client;
    private final Duration answer;
    private final Duration work;
    private volatile @Nullable Instant awaySince;

    Elasticsearch(ElasticsearchAsyncClient client, IndexSettings settings) {
        this.client = client;
        this.answer = settings.answer();
        this.work = settings.work();
    }

    /// A small question, or one that a person waits for: a node that is frozen, or
    /// behind a network that lost it, keeps its connections and says nothing.
    ///
    /// Errors with [TimeoutException] after `guidang.index.answer`.
    <T> Mono<T> ask(Function<ElasticsearchAsyncClient, CompletableFuture<T>> request) {
        return told(sent(request).timeout(answer));
    }

    /// Work that nobody waits for. The client by itself waits without end for an
    /// answer that was lost: `spring.elasticsearch.socket-timeout` is no limit,
    /// because a request's own, which is none, takes its place.
    ///
    /// Errors with [TimeoutException] after `guidang.index.work`.
    <T> Mono<T> call(Function<ElasticsearchAsyncClient, CompletableFuture<T>> request) {
        return told(sent(request).timeout(work));
    }

    /// The client writes the request, and waits for a lock of its pool, on the
    /// thread that calls; so it does when a request is given up.
    private <T> Mono<T> sent(Function<ElasticsearchAsyncClient, CompletableFuture<T>> request) {
        return Mono.fromFuture(() -> request.apply(client)).subscribeOn(Schedulers.boundedElastic())
                .cancelOn(Schedulers.boundedElastic());
    }

    private <T> Mono<T> told(Mono<T> answer) {
        return answer.doOnSuccess(value -> awaySince = null).doOnError(this::noteFailure).publishOn(Schedulers.parallel());
    }

    /// Since when it does not answer; none while it does.
    @Nullable
    Instant awaySince() {
        return awaySince;
    }

    private void noteFailure(Throwable failure) {
        if (!isPassing(failure)) {
            awaySince = null;
        } else if (awaySince == null) {
            awaySince = Instant.now();
        }
    }

    /// Waits longer each time, without end, whatever the failure is.
    static RetryBackoffSpec withoutEnd(Duration patience) {
        return Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(100)).maxBackoff(patience).transientErrors(true);
    }

    /// As [#withoutEnd], as long as the failure may pass.
    static RetryBackoffSpec untilItPasses(Duration patience) {
        return withoutEnd(patience).filter(Elasticsearch::isPassing);
    }

    /// Whether repeating the same request may succeed: it was not reached,
    /// overloaded, or has no shard ready.
    static boolean isPassing(Throwable failure) {
        int status = status(failure);
        return status == 408 || status == 429 || status >= 500
                || (status == 0 && (failure instanceof IOException || failure instanceof TimeoutException
                        || failure instanceof BulkWriter.PassingFailure));
    }

    /// Elasticsearch's word for it, never its sentence: that may quote a text.
    static String reason(Throwable failure) {
        return switch (failure) {
            case ElasticsearchException e when e.error().type() != null -> e.error().type();
            case BulkWriter.PassingFailure refused -> String.valueOf(refused.getMessage());
            default -> failure.getClass().getSimpleName();
        };
    }

    static boolean isAbsence(Throwable failure) {
        return status(failure) == 404;
    }

    static boolean isConflict(Throwable failure) {
        return status(failure) == 409;
    }

    /// Whether what was to be made is there already.
    static boolean isPresence(Throwable failure) {
        return failure instanceof ElasticsearchException e && "resource_already_exists_exception".equals(e.error().type());
    }

    /// The answer's HTTP status; 0 where there was no answer.
    static int status(Throwable failure) {
        return failure instanceof ElasticsearchException e
                ? e.status()
                : failure instanceof co.elastic.clients.transport.TransportException t ? t.statusCode() : 0;
    }
}
