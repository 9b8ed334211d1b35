package guidang.server.objects;

import guidang.server.objects.ObjectStore.Put;
import io.minio.AbortMultipartUploadArgs;
import io.minio.Checksum;
import io.minio.CompleteMultipartUploadArgs;
import io.minio.ComposeObjectArgs;
import io.minio.CreateMultipartUploadArgs;
import io.minio.Http;
import io.minio.SourceObject;
import io.minio.UploadPartArgs;
import io.minio.UploadPartCopyArgs;
import io.minio.errors.MinioException;
import io.minio.messages.Part;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Makes one large object of parts, at most one of them in memory; the
/// condition stands on the request that completes it.
final class S3Multipart {
    /// The largest part, and so the largest piece that is copied at once.
    private static final long COPIED = 5L << 30;
    private static final Checksum.Algorithm CHECKSUM = Checksum.Algorithm.CRC32C;

    private final S3Connection connection;
    private final String bucket;
    private final String key;

    S3Multipart(S3Connection connection, String bucket, String key) {
        this.connection = connection;
        this.bucket = bucket;
        this.key = key;
    }

    /// Sends the payload through this process.
    Mono<Put> send(Payload payload) {
        return begin(new Http.Headers("x-amz-checksum-algorithm", CHECKSUM.toString())).flatMap(
                upload -> Parts.of(payload).index().concatMap(part -> part(upload, number(part.getT1()), part.getT2()), 0)
                        .collectList().onErrorResume(e -> abandon(upload, e)).flatMap(parts -> complete(upload, parts)));
    }

    /// Copies an object of the same service without moving a byte here.
    Mono<Put> copy(String sourceBucket, String sourceKey, long length) {
        return begin(new Http.Headers()).flatMap(upload -> Flux.range(0, Math.toIntExact((length + COPIED - 1) / COPIED))
                .concatMap(i -> piece(upload, i + 1, sourceBucket + "/" + sourceKey, i * COPIED, length)).collectList()
                .onErrorResume(e -> abandon(upload, e)).flatMap(parts -> complete(upload, parts)));
    }

    private Mono<String> begin(Http.Headers headers) {
        return connection
                .call(client -> client
                        .createMultipartUpload(
                                CreateMultipartUploadArgs.builder().bucket(bucket).object(key).headers(headers).build()))
                .map(begun -> begun.result().uploadId()).onErrorMap(S3Outcome::ofRead);
    }

    private Mono<Part> part(String upload, int number, byte[] bytes) {
        return connection.call(client -> {
            try {
                return client.uploadPart(UploadPartArgs.builder().bucket(bucket).object(key).uploadId(upload).partNumber(number)
                        .data(bytes, bytes.length).headers(checksums(bytes)).build());
            } catch (MinioException e) {
                return CompletableFuture.failedFuture(e);
            }
        }).map(sent -> sent.part());
    }

    private Mono<Part> piece(String upload, int number, String source, long from, long length) {
        Http.Headers headers = new Http.Headers("x-amz-copy-source", source);
        headers.put(Http.Headers.X_AMZ_COPY_SOURCE_RANGE, "bytes=" + from + "-" + (Math.min(from + COPIED, length) - 1));
        return connection.call(client -> client.uploadPartCopy(new UploadPartCopyArgs(target(), upload, number, headers)))
                .map(copied -> copied.part());
    }

    /// The arguments of a part that is copied have no working builder
    /// (minio 9.0.4).
    private ComposeObjectArgs target() {
        return ComposeObjectArgs.builder().bucket(bucket).object(key)
                .sources(List.of(SourceObject.builder().bucket(bucket).object(key).build())).build();
    }

    private Mono<Put> complete(String upload, List<Part> parts) {
        return connection.call(client -> client.completeMultipartUpload(CompleteMultipartUploadArgs.builder().bucket(bucket)
                .object(key).uploadId(upload).parts(parts.toArray(Part[]::new)).extraHeaders(S3Objects.IF_ABSENT).maxRetries(0)
                .build()))
                .thenReturn(Put.CREATED)
                .onErrorResume(S3Outcome::occupied, e -> abort(upload).thenReturn(Put.OCCUPIED))
                .onErrorMap(S3Outcome::ofWrite);
    }

    /// Before it is completed an upload has made nothing.
    private <T> Mono<T> abandon(String upload, Throwable error) {
        return abort(upload).then(Mono.error(() -> S3Outcome.ofRead(error)));
    }

    private Mono<Void> abort(String upload) {
        return connection.call(client -> client
                .abortMultipartUpload(AbortMultipartUploadArgs.builder().bucket(bucket).object(key).uploadId(upload).build()))
                .then()
                .onErrorComplete();
    }

    private static Http.Headers checksums(byte[] bytes) throws MinioException {
        var hashers = Checksum.newHasherMap(new Checksum.Algorithm[]{CHECKSUM, Checksum.Algorithm.SHA256});
        Checksum.update(hashers, bytes, bytes.length);
        return Checksum.makeHeaders(hashers, true, false);
    }

    private static int number(long index) {
        return Math.toIntExact(index + 1);
    }
}
