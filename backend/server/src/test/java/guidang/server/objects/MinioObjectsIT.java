package guidang.server.objects;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.jspecify.annotations.Nullable;

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

    @Override
    protected S3Server server() {
        return java.util.Objects.requireNonNull(server);
    }
}
