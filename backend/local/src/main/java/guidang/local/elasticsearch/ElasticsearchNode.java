package guidang.local.elasticsearch;

import guidang.local.Arguments;
import guidang.local.ParentWatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.node.ClasspathNode;
import org.elasticsearch.transport.netty4.Netty4Plugin;

/// Main class of the child JVM: `--home DIR` (data, logs and config lie under
/// it), `--http-port N` (0: a free one). Listens on 127.0.0.1 only. Prints
/// `READY <port>` once it answers; ends when its standard input closes, so that
/// it never outlives the process that started it, even one that was killed.
public final class ElasticsearchNode {
    private ElasticsearchNode() {
    }

    /// Exit code 1 with the reason on standard error when it can't start.
    public static void main(String[] args) {
        try {
            Arguments arguments = Arguments.of(args);
            run(Path.of(arguments.required("home")).toAbsolutePath(), arguments.number("http-port", 0));
        } catch (Exception | Error failed) { // a half-started node has threads that would keep the JVM alive
            System.err.println("The Elasticsearch node could not start: " + failed);
            failed.printStackTrace();
            System.exit(1);
        }
    }

    private static void run(Path home, int port) throws Exception {
        Path ports = home.resolve("logs").resolve("http.ports");
        Files.createDirectories(home.resolve("config"));
        Files.createDirectories(ports.getParent());
        Files.deleteIfExists(ports);
        LogConfigurator.configureESLogging();
        // Its static initialiser names all subclasses. Where the node's first two failures come at once on two threads, one begins
        // at the class and the other at a subclass, and they wait for each other for ever.
        Class.forName("org.elasticsearch.ElasticsearchException");
        ClasspathNode node = new ClasspathNode(settings(home, port),
                List.of(Netty4Plugin.class, ChineseAnalysis.class, RootRequest.class));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(node)));
        node.start();
        System.out.println("READY " + boundPort(ports));
        ParentWatch.untilParentEnds();
        System.exit(0);
    }

    private static Settings settings(Path home, int port) {
        return Settings.builder()
                .put("path.home", home)
                .put("path.data", home.resolve("data"))
                .put("path.logs", home.resolve("logs"))
                .put("cluster.name", "guidang")
                .put("node.name", "local")
                .put("network.host", "127.0.0.1")
                .put("http.port", port)
                .put("transport.port", 0)
                .put("node.portsfile", true)
                .put("http.type", "netty4")
                .put("transport.type", "netty4")
                .put("discovery.type", "single-node")
                // A nearly full disk of a developer's machine would otherwise turn every index read-only.
                .put("cluster.routing.allocation.disk.threshold_enabled", false)
                // The serial collector leaves garbage until the heap is full; counted as used, it would refuse
                // searches and bulks (429) that have room.
                .put("indices.breaker.total.use_real_memory", false)
                .build();
    }

    /// Lines of `logs/http.ports` read `127.0.0.1:39201`.
    private static int boundPort(Path ports) throws IOException {
        String line = Files.readAllLines(ports).getFirst();
        return Integer.parseInt(line.substring(line.lastIndexOf(':') + 1));
    }

    private static void close(ClasspathNode node) {
        try {
            node.close();
            boolean ignored = node.awaitClose(10, TimeUnit.SECONDS);
        } catch (IOException | InterruptedException failed) {
            System.err.println("The Elasticsearch node did not close cleanly: " + failed);
        }
    }
}
