package guidang.server.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.server.ServerProcess;
import guidang.server.TestTokens;
import guidang.server.kernel.Digests;
import guidang.server.objects.S3Server;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// Kills the server's process in the middle of an upload, and in the middle of
/// finishing it: what was acknowledged is there, and what comes of it are the
/// same bytes.
@Tag("kill")
class ResumableKillIT {
    private static final int SIZE = 64 << 20;

    @TempDir
    Path data;

    private final TestTokens tokens = new TestTokens();
    private final AtomicReference<URI> address = new AtomicReference<>();
    private final TusClient client = new TusClient(address, tokens.of("zhang", "clerk@ROOT"));
    private final List<String> settings = new ArrayList<>(List.of("--guidang.access.issuer=" + tokens.issuer(),
            "--spring.elasticsearch.uris=http://127.0.0.1:9", "--guidang.inspection.children=1"));

    @Test
    void goesOnAfterAKillOnFiles() throws Exception {
        survives(2);
    }

    @Test
    void goesOnAfterAKillOnS3() throws Exception {
        try (S3Server store = S3Server.s3Proxy(data)) {
            settings.addAll(List.of("--guidang.objects.kind=s3", "--guidang.objects.s3.endpoint=" + store.endpoint(),
                    "--guidang.objects.s3.access-key=" + store.accessKey(),
                    "--guidang.objects.s3.secret-key=" + store.secretKey(),
                    "--guidang.objects.s3.archive-bucket=" + store.newBucket(),
                    "--guidang.objects.s3.work-bucket=" + store.newBucket()));
            survives(1);
        }
    }

    private void survives(int kills) throws Exception {
        byte[] bytes = Poison.docx("佐证", SIZE);
        String upload = "";
        long acknowledged = 0;
        for (int kill = 1; kill <= kills; kill++) {
            try (ServerProcess server = start()) {
                upload = upload.isEmpty() ? client.create("佐证.docx", bytes.length, "evidence") : upload;
                assertThat(client.offset(upload)).isGreaterThanOrEqualTo(acknowledged);
                acknowledged = killedWhileSending(server, upload, bytes, bytes.length * (long) kill / (kills + 1));
            }
        }
        try (ServerProcess server = start()) {
            assertThat(client.offset(upload)).isGreaterThanOrEqualTo(acknowledged);
            assertThat(client.patch(upload, bytes, client.offset(upload)).statusCode()).isEqualTo(204);
            String finishing = upload;
            CompletableFuture<Void> ended = CompletableFuture.runAsync(() -> finish(finishing));
            LockSupport.parkNanos(150_000_000);
            server.kill();
            ended.join();
        }
        try (ServerProcess server = start()) {
            HttpResponse<String> answer = client.finish(upload);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            assertThat(JsonMapper.builder().build().readTree(answer.body()).at("/sha256").asString())
                    .isEqualTo(Digests.hex(bytes));
        }
    }

    private void finish(String upload) {
        try {
            client.finish(upload);
        } catch (IOException expected) {
            // The server was killed.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Kills the server when so much has been put, and tells what it
    /// had acknowledged.
    private long killedWhileSending(ServerProcess server, String upload, byte[] bytes, long enough) throws Exception {
        long from = client.offset(upload);
        CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> send(upload, bytes, from));
        long acknowledged = from;
        while (acknowledged < enough && !sending.isDone()) {
            LockSupport.parkNanos(2_000_000);
            acknowledged = client.offset(upload);
        }
        server.kill();
        sending.join();
        assertThat(acknowledged).isLessThan(bytes.length);
        return acknowledged;
    }

    private void send(String upload, byte[] bytes, long from) {
        try {
            client.patch(upload, bytes, from);
        } catch (IOException expected) {
            // The server was killed.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private ServerProcess start() throws Exception {
        ServerProcess server = ServerProcess.start(data, settings);
        address.set(server.address());
        return server;
    }
}
