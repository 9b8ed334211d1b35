package guidang.server.objects;

import io.minio.GetObjectArgs;
import io.minio.GetObjectResponse;
import io.minio.Http;
import io.minio.ListObjectVersionsArgs;
import io.minio.ListObjectsV2Args;
import io.minio.ListObjectsV2Response;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.StatObjectArgs;
import io.minio.StatObjectResponse;
import io.minio.messages.Item;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/// A place in a bucket of an S3 service.
///
/// Up to 5 MiB an object is one conditional PUT (`If-None-Match: *`), atomic on
/// every service that the start-up probe lets pass. Larger ones are sent in
/// parts, and some services ignore the condition on completing them: there, two
/// racing writers of one key may both be told that they made it. Only blobs are
/// that large, and all writers of a blob have the same bytes. Reads are
/// repeated, writes never are. Results come on parallel.
public final class S3Objects implements ObjectStore {
    static final Http.Headers IF_ABSENT = new Http.Headers("If-None-Match", "*");
    /// The client sends more than this in parts.
    static final int ONE_PUT = 5 << 20;
    private static final Retry AGAIN = Retry.backoff(2, Duration.ofMillis(100)).filter(StoreUnavailable.class::isInstance)
            .onRetryExhaustedThrow((spec, last) -> last.failure());

    private final S3Connection connection;
    private final String bucket;
    private final Place place;

    S3Objects(S3Connection connection, String bucket, Place place) {
        this.connection = connection;
        this.bucket = bucket;
        this.place = place;
    }

    @Override
    public Mono<Put> putIfAbsent(String key, Payload payload) {
        Keys.checked(key);
        Mono<Put> put = payload.length() > ONE_PUT
                ? size(key).map(size -> Put.OCCUPIED).switchIfEmpty(large(key, payload))
                : Chunks.whole(payload).flatMap(bytes -> small(key, bytes));
        return put.publishOn(Schedulers.parallel());
    }

    @Override
    public Mono<Void> replace(String key, byte[] bytes) {
        Keys.checked(key);
        return connection
                .call(client -> client
                        .putObject(PutObjectArgs.builder().bucket(bucket).object(key).data(bytes, bytes.length).build()))
                .onErrorMap(S3Outcome::ofWrite).publishOn(Schedulers.parallel()).then();
    }

    @Override
    public Mono<byte[]> get(String key, int limit) {
        return open(key, null, null).publishOn(Schedulers.boundedElastic()).flatMap(in -> Blocking.call(() -> whole(in, limit)))
                .retryWhen(AGAIN);
    }

    @Override
    public Flux<ByteBuffer> read(String key, long offset, long length) {
        Keys.checked(key);
        if (length <= 0) {
            return Flux.empty();
        }
        @Nullable
        Long bounded = length > Long.MAX_VALUE - offset ? null : length;
        Mono<Range> range = open(key, offset, bounded).retryWhen(AGAIN).map(in -> new Range(in, length));
        return Flux.usingWhen(range, Range::chunks, Range::closing).publishOn(Schedulers.parallel(), Chunks.AHEAD);
    }

    @Override
    public Mono<Long> size(String key) {
        return stat(key).map(found -> found.size());
    }

    @Override
    public Mono<Instant> madeAt(String key) {
        return stat(key).map(found -> found.lastModified().toInstant());
    }

    private Mono<StatObjectResponse> stat(String key) {
        Keys.checked(key);
        return connection.call(client -> client.statObject(StatObjectArgs.builder().bucket(bucket).object(key).build()))
                .onErrorResume(S3Outcome::absent, e -> Mono.empty()).onErrorMap(S3Outcome::ofRead)
                .retryWhen(AGAIN).publishOn(Schedulers.parallel());
    }

    @Override
    public Flux<String> list(String prefix, String after) {
        return page(prefix, after, null).expand(page -> page.result().isTruncated()
                ? page(prefix, after, page.result().nextContinuationToken())
                : Mono.empty()).concatMapIterable(page -> page.result().contents()).map(object -> object.objectName())
                .publishOn(Schedulers.parallel());
    }

    @Override
    public Mono<Void> delete(String key) {
        Keys.checked(key);
        return place.mayDelete().then(connection
                .call(client -> client.removeObject(RemoveObjectArgs.builder().bucket(bucket).object(key).build()))
                .onErrorMap(S3Outcome::ofWrite).publishOn(Schedulers.parallel()).then());
    }

    /// Deletes each version by its id: a plain DELETE of a versioned key only hides
    /// it. Some services have no versions, and say so.
    @Override
    public Mono<Removal> destroy(String key) {
        return Mono.fromSupplier(() -> Layout.destructible(key)).flatMap(this::removeVersions).publishOn(Schedulers.parallel());
    }

    private Mono<Removal> removeVersions(String key) {
        return versions(key).concatMap(version -> removeVersion(key, version)).then().thenReturn(Removal.REMOVED)
                .onErrorResume(S3Outcome::kept, e -> Mono.just(Removal.KEPT)).onErrorMap(S3Outcome::ofWrite);
    }

    /// The ids of all versions and delete markers of the key; empty text where the
    /// service knows no versions.
    private Flux<String> versions(String key) {
        return connection
                .call(client -> client
                        .listObjectVersions(ListObjectVersionsArgs.builder().bucket(bucket).prefix(key).maxKeys(1000).build()))
                .flatMapIterable(found -> Stream.<Item>concat(found.result().contents().stream(),
                        found.result().deleteMarkers().stream()).filter(item -> item.objectName().equals(key))
                        .map(Item::versionId).map(id -> Objects.requireNonNullElse(id, ""))
                        .toList())
                .onErrorResume(S3Outcome::unsupported, e -> Flux.just(""));
    }

    private Mono<Void> removeVersion(String key, String version) {
        RemoveObjectArgs.Builder args = RemoveObjectArgs.builder().bucket(bucket).object(key);
        if (!version.isEmpty()) {
            args.versionId(version);
        }
        return connection.call(client -> client.removeObject(args.build())).then();
    }

    /// What an S3 service acknowledged is durable.
    @Override
    public Mono<Void> sync(Collection<String> keys) {
        return Mono.empty();
    }

    private Mono<Put> small(String key, byte[] bytes) {
        return connection
                .call(client -> client.putObject(PutObjectArgs.builder().bucket(bucket).object(key).data(bytes, bytes.length)
                        .extraHeaders(IF_ABSENT).build()))
                .thenReturn(Put.CREATED).onErrorResume(S3Outcome::occupied, e -> Mono.just(Put.OCCUPIED))
                .onErrorMap(S3Outcome::ofWrite);
    }

    private Mono<Put> large(String key, Payload payload) {
        S3Multipart parts = new S3Multipart(connection, bucket, key);
        return Mono.defer(() -> payload instanceof Payload.Stored stored && stored.store() instanceof S3Objects other
                && other.connection == connection ? copy(parts, other, stored) : parts.send(payload));
    }

    private static Mono<Put> copy(S3Multipart parts, S3Objects other, Payload.Stored source) {
        return other.size(source.key()).defaultIfEmpty(0L).map(size -> Chunks.complete(source, size, size))
                .flatMap(size -> parts.copy(other.bucket, source.key(), size));
    }

    private Mono<GetObjectResponse> open(String key, @Nullable Long offset, @Nullable Long length) {
        GetObjectArgs.Builder args = GetObjectArgs.builder().bucket(bucket).object(Keys.checked(key)).offset(offset)
                .length(length);
        return connection.call(client -> client.getObject(args.build()))
                .onErrorResume(e -> S3Outcome.absent(e) || S3Outcome.beyond(e), e -> Mono.empty()).onErrorMap(S3Outcome::ofRead);
    }

    private static byte[] whole(GetObjectResponse in, int limit) throws IOException {
        try (in) {
            byte[] bytes = in.readNBytes(limit);
            if (in.read() >= 0) {
                throw Chunks.tooLarge(limit, limit + 1L);
            }
            return bytes;
        }
    }

    private Mono<ListObjectsV2Response> page(String prefix, String after, @Nullable String next) {
        Function<ListObjectsV2Args.Builder, ListObjectsV2Args.Builder> from = args -> next == null
                ? args.startAfter(after)
                : args.continuationToken(next);
        return connection
                .call(client -> client
                        .listObjectsV2(from.apply(ListObjectsV2Args.builder().bucket(bucket).prefix(prefix)).build()))
                .onErrorMap(S3Outcome::ofRead).retryWhen(AGAIN);
    }
}
