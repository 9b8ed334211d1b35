package guidang.server.objects;

import io.minio.MinioAsyncClient;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;
import reactor.core.scheduler.Schedulers;

/// A client of one S3 service that never sends a request twice by itself: a
/// conditional write that is silently repeated meets its own object.
final class S3Connection implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(30);
    /// Shorter than servers keep an idle connection: writing to one that they have
    /// just closed has an unknown outcome.
    private static final long IDLE_SECONDS = 10;
    private static final int REQUESTS = 64;

    private final OkHttpClient http;
    private final MinioAsyncClient client;

    S3Connection(String endpoint, String region, String accessKey, String secretKey) {
        this.http = http();
        this.client = MinioAsyncClient.builder().endpoint(endpoint).region(region).credentials(accessKey, secretKey)
                .httpClient(http).build();
    }

    /// One request. The client hashes and signs on the thread that calls it: done
    /// on boundedElastic, and run to its end even if nobody waits any more.
    <T> Mono<T> call(Request<T> request) {
        return Mono.defer(() -> Mono.fromFuture(request.on(client).handle(Answer::new), true))
                .subscribeOn(Schedulers.boundedElastic()).<T>handle(Answer::give).doOnDiscard(Answer.class, Answer::discard);
    }

    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }

    /// Requests per host are limited to 5 by default, which would queue the journal
    /// behind uploads.
    private static OkHttpClient http() {
        Dispatcher dispatcher = new Dispatcher(
                Executors.newCachedThreadPool(Thread.ofPlatform().name("s3-", 0).daemon().factory()));
        dispatcher.setMaxRequests(REQUESTS);
        dispatcher.setMaxRequestsPerHost(REQUESTS);
        return new OkHttpClient.Builder().dispatcher(dispatcher).socketFactory(new NoDelay()).retryOnConnectionFailure(false)
                .followRedirects(false).addNetworkInterceptor(S3Connection::withoutRetryAfter)
                .connectionPool(new ConnectionPool(REQUESTS, IDLE_SECONDS, TimeUnit.SECONDS)).connectTimeout(CONNECT)
                .readTimeout(ANSWER).writeTimeout(ANSWER).protocols(List.of(Protocol.HTTP_1_1)).build();
    }

    /// OkHttp itself repeats a request answered with 503 and `Retry-After: 0`.
    private static Response withoutRetryAfter(Interceptor.Chain chain) throws IOException {
        return chain.proceed(chain.request()).newBuilder().removeHeader("Retry-After").build();
    }

    /// An answer that may come when nobody waits any more, so that no error is lost
    /// aloud and no response stays open.
    private record Answer<T>(@Nullable T value, @Nullable Throwable error) {
        void give(SynchronousSink<T> sink) {
            if (error != null) {
                sink.error(error);
            } else if (value != null) {
                sink.next(value);
            }
        }

        void discard() {
            if (value instanceof Closeable response) {
                Schedulers.boundedElastic().schedule(() -> close(response));
            }
        }
    }

    private static void close(Closeable response) {
        try {
            response.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A call of the client.
    interface Request<T> {
        CompletableFuture<T> on(MinioAsyncClient client);
    }
}
