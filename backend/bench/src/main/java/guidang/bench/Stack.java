package guidang.bench;

import guidang.local.ElasticsearchProcess;
import guidang.local.IdentityProcess;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Everything on loopback, as children of this process: identity provider,
/// Elasticsearch node, packaged server with FileObjects.
final class Stack implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(2);

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10)).build();
    private final IdentityProcess identity;
    private final ElasticsearchProcess elasticsearch;
    private final Process server;
    private final URI address;
    private final Path log;

    private Stack(IdentityProcess identity, ElasticsearchProcess elasticsearch, Process server, URI address, Path log) {
        this.identity = identity;
        this.elasticsearch = elasticsearch;
        this.server = server;
        this.address = address;
        this.log = log;
    }

    /// How the server is started; plain: as the launcher does.
    ///
    /// @param elasticsearch
    ///            the address that the server is told, where it is not the node's
    ///            own
    /// @param jvm
    ///            options of the server's JVM
    record Options(java.util.function.UnaryOperator<URI> elasticsearch, List<String> jvm, List<String> settings) {
        static final Options PLAIN = new Options(java.util.function.UnaryOperator.identity(),
                List.of("-Xmx768m", "-XX:+UseSerialGC"), List.of());
    }

    /// Starts all three and waits until the server answers.
    ///
    /// @param root
    ///            of the checkout
    /// @param data
    ///            what is there goes on; an empty directory begins anew
    static Stack start(Path root, Path data, Options options) throws IOException, InterruptedException {
        Files.createDirectories(data);
        IdentityProcess identity = IdentityProcess.start(data.resolve("identity"));
        ElasticsearchProcess elasticsearch = ElasticsearchProcess.start(data.resolve("elasticsearch"));
        int port = freePort();
        Path log = data.resolve("server.log");
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(options.jvm());
        command.addAll(List.of("-jar", root.resolve("backend/server/target/guidang-server-0.1.0.jar").toString(),
                "--server.port=" + port, "--guidang.access.issuer=" + identity.issuer(),
                "--spring.elasticsearch.uris=" + options.elasticsearch().apply(elasticsearch.uri()),
                "--guidang.objects.files.root=" + data.resolve("objects"), "--guidang.inspection.spool=" + data.resolve("spool"),
                "--guidang.journal.origin=bench.invalid/log",
                "--guidang.journal.signing-key=" + data.resolve("log.key"), "--guidang.journal.create-key=true",
                "--guidang.organizations.root-code=ROOT", "--guidang.organizations.root-name=市直机关工委"));
        command.addAll(options.settings());
        Process server = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile())
                .directory(root.toFile())
                .start();
        Stack stack = new Stack(identity, elasticsearch, server, URI.create("http://127.0.0.1:" + port), log);
        stack.awaitAnswer();
        return stack;
    }

    private void awaitAnswer() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < deadline && server.isAlive()) {
            try {
                HttpRequest request = HttpRequest.newBuilder(address.resolve("/api/config")).build();
                if (http.send(request, BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
        close();
        throw new IOException("the server did not start:\n" + Files.readString(log));
    }

    /// A client with a demo user's token.
    Api as(String user) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(identity.issuer() + "/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials&client_id=" + user + "&client_secret=none")).build();
        return new Api(http, address, Json.member(http.send(request, BodyHandlers.ofString()).body(), "access_token"));
    }

    HttpClient http() {
        return http;
    }

    URI elasticsearch() {
        return elasticsearch.uri();
    }

    /// The server's process.
    ProcessHandle server() {
        return server.toHandle();
    }

    /// All that the server printed.
    Path log() {
        return log;
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        server.destroy();
        try {
            if (!server.waitFor(20, TimeUnit.SECONDS)) {
                server.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        elasticsearch.close();
        identity.close();
        http.close();
    }
}
