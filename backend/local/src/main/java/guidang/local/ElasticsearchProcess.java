package guidang.local;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A real Elasticsearch node as a child process, for the launcher and for
/// integration tests. The node's libraries are on the child's class path alone.
///
/// ```java
/// try (ElasticsearchProcess node = ElasticsearchProcess.start(temporaryFolder)) {
///     client.connect(node.uri());
/// }
/// ```
/// 
public final class ElasticsearchProcess implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(90);

    private final ChildProcess child;
    private final int port;

    private ElasticsearchProcess(ChildProcess child, int port) {
        this.child = child;
        this.port = port;
    }

    /// A node on a free port with 512 MB of heap; data under `home` survive it.
    public static ElasticsearchProcess start(Path home) throws IOException, InterruptedException {
        return start(home, 0);
    }

    /// Waits until the node answers.
    ///
    /// @param port
    ///            0: a free one; tests that stop and start a node under the same
    ///            address name it
    /// @throws IOException
    ///             when it ends or says nothing for 90 s; the message holds the tail
    ///             of its output
    public static ElasticsearchProcess start(Path home, int port) throws IOException, InterruptedException {
        Files.createDirectories(home);
        ChildProcess child = launch(home, port, home.resolve("node.log"), List.of());
        try {
            return new ElasticsearchProcess(child, Integer.parseInt(child.awaitLine("READY ", START)));
        } catch (IOException | InterruptedException | RuntimeException failed) {
            child.kill();
            throw failed;
        }
    }

    /// Starts the node without waiting.
    ///
    /// @param options
    ///            more of the `java` command
    static ChildProcess launch(Path home, int port, Path log, List<String> options) throws IOException {
        List<String> command = new ArrayList<>(List.of("-Xms512m", "-Xmx512m", "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow",
                "--add-modules=jdk.incubator.vector", "-Des.distribution.type=zip",
                // The native vector library is not on Maven Central.
                "-Dorg.elasticsearch.nativeaccess.enableVectorLibrary=false"));
        command.addAll(options);
        command.addAll(List.of("-cp", Installation.find().classPath("lib-elasticsearch"),
                "guidang.local.elasticsearch.ElasticsearchNode", "--home", home.toAbsolutePath().toString(), "--http-port",
                Integer.toString(port)));
        return ChildProcess.java("elasticsearch", command, log);
    }

    /// Of the operating system.
    public long pid() {
        return child.pid();
    }

    public int port() {
        return port;
    }

    /// Such as `http://127.0.0.1:39201`.
    public URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /// Ends the node at once, as a power cut does.
    public void kill() {
        child.kill();
    }

    /// Ends the node in order and waits for it, at most 20 s, then kills it.
    @Override
    public void close() {
        child.stop(Duration.ofSeconds(20));
    }
}
