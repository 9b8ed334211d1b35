package guidang.server.objects;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class S3ProxyObjectsIT extends S3ObjectsContract {
    @TempDir
    private static Path folder;
    private static S3Server server;

    @BeforeAll
    static void start() throws IOException {
        server = S3Server.s3Proxy(folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Override
    protected S3Server server() {
        return server;
    }
}
