package guidang.server.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.minio.ListObjectVersionsArgs;
import io.minio.MakeBucketArgs;
import io.minio.RemoveObjectArgs;
import io.minio.SetObjectLockConfigurationArgs;
import io.minio.messages.ObjectLockConfiguration;
import io.minio.messages.RetentionMode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

class MinioObjectsIT extends S3ObjectsContract {
    private static final String MISSING = "MinIO is not tested: no program minio on PATH or in ~/go/bin, no GUIDANG_TEST_MINIO";

    @TempDir
    private static Path folder;
    private static @Nullable S3Server server;

    @BeforeAll
    static void start() throws IOException {
        server = S3Server.minio(folder).orElse(null);
        if (server == null && "true".equals(System.getenv("CI"))) {
            fail(MISSING);
        }
        if (server == null) {
            System.out.println(MISSING);
        }
        Assumptions.assumeTrue(server != null, MISSING);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void noVersionOfADestroyedBlobIsLeft() {
        try (S3Connection connection = server().connect()) {
            String bucket = bucket(connection, null);
            ObjectStore archive = new S3Objects(connection, bucket, Place.ARCHIVE);
            String key = "blobs/ab/abc/1";
            put(archive, key, "spilt");
            await(connection.call(client -> client.removeObject(RemoveObjectArgs.builder().bucket(bucket).object(key).build()))
                    .thenReturn(true));
            put(archive, key, "spilt again");
            assertThat(await(archive.destroy(key))).isEqualTo(ObjectStore.Removal.REMOVED);
            int left = await(connection
                    .call(client -> client.listObjectVersions(ListObjectVersionsArgs.builder().bucket(bucket).build()))
                    .map(found -> found.result().contents().size() + found.result().deleteMarkers().size()));
            assertThat(left).isZero();
        }
    }

    @Test
    void lockedBytesStayAndTheStoreSaysSo() {
        try (S3Connection connection = server().connect()) {
            String bucket = bucket(connection,
                    new ObjectLockConfiguration(RetentionMode.COMPLIANCE, new ObjectLockConfiguration.RetentionDurationDays(1)));
            ObjectStore archive = new S3Objects(connection, bucket, Place.ARCHIVE);
            put(archive, "blobs/ab/abc/1", "locked");
            assertThat(await(archive.destroy("blobs/ab/abc/1"))).isEqualTo(ObjectStore.Removal.KEPT);
            assertThat(text(archive, "blobs/ab/abc/1")).isEqualTo("locked");
        }
    }

    private static String bucket(S3Connection connection, @Nullable ObjectLockConfiguration retention) {
        String name = "locked-" + Long.toString(System.nanoTime(), 36);
        Mono<String> made = connection
                .call(client -> client.makeBucket(MakeBucketArgs.builder().bucket(name).objectLock(true).build()))
                .thenReturn(name);
        return await(retention == null
                ? made
                : made.flatMap(bucket -> connection.call(client -> client.setObjectLockConfiguration(
                        SetObjectLockConfigurationArgs.builder().bucket(bucket).config(retention).build())).thenReturn(bucket)));
    }

    @Override
    protected S3Server server() {
        return java.util.Objects.requireNonNull(server);
    }
}
