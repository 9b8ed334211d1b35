package guidang.local;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The three children of one installation: Elasticsearch node, identity
/// provider, server. They start at the same time: the server waits for neither.
final class Services implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final DataFolder data;
    private final FileLock lock;
    private final FastStart fast;
    private final Instance instance;
    private final ChildProcess identity;
    private final ChildProcess server;
    private ChildProcess elasticsearch;
    private volatile boolean closing;

    private Services(DataFolder data, FileLock lock, int port, FastStart fast) throws IOException {
        this.data = data;
        this.lock = lock;
        this.fast = fast;
        Instance planned = new Instance(ProcessHandle.current().pid(), List.of(), local(port),
                IdentityProcess.issuer(Ports.near(port + 1)), local(Ports.near(port + 2)), false);
        elasticsearch = node(planned);
        identity = IdentityProcess.launch(data.keys().resolve("identity.jwk"), planned.issuer().getPort(),
                data.logs().resolve("identity.log"), fast.options("identity"));
        server = ServerProcess.launch(Installation.find(), data, planned, fast.options("server"));
        instance = new Instance(planned.launcher(), children().map(child -> child.process().pid()).toList(), planned.url(),
                planned.issuer(), planned.elasticsearch(), false);
        instance.write(data.instance());
    }

    private ChildProcess node(Instance at) throws IOException {
        return ElasticsearchProcess.launch(data.elasticsearch(), at.elasticsearch().getPort(),
                data.logs().resolve("elasticsearch.log"), fast.options("elasticsearch"));
    }

    private static URI local(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    /// Starts all three and returns before they are ready.
    ///
    /// @throws Refused
    ///             when the folder is in use or the port taken
    static Services start(DataFolder data, int port, FastStart fast) throws IOException {
        data.create();
        FileLock lock = data.lock().orElseThrow(() -> new Refused("Guidang already runs on " + data.root()
                + ". See './guidang status', or end it with './guidang stop'."));
        Optional<Instance> killed = Instance.read(data.instance());
        if (killed.isPresent()) {
            killed.get().children().forEach(Services::awaitEnd);
            Files.deleteIfExists(data.instance());
        }
        if (!Ports.free(port)) {
            throw new Refused("Port " + port + " is in use by another programme; choose another with --port N.");
        }
        return new Services(data, lock, port, fast);
    }

    /// Children of a launcher that was killed end by themselves; they hold the data
    /// until then.
    private static void awaitEnd(long child) {
        ProcessHandle.of(child).filter(process -> process.info().command().orElse("").endsWith("java")).ifPresent(process -> {
            try {
                process.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
            } catch (RuntimeException stays) {
                process.destroyForcibly();
            }
        });
    }

    Instance instance() {
        return instance;
    }

    /// Waits for the sign-in page.
    void awaitReady() throws IOException, InterruptedException {
        identity.awaitLine("READY ", Duration.ofSeconds(90));
        ServerProcess.awaitReady(server, instance.url());
        instance.nowReady().write(data.instance());
    }

    /// Waits for the search as well.
    void awaitSearch() throws IOException, InterruptedException {
        elasticsearch.awaitLine("READY ", Duration.ofSeconds(90));
    }

    /// Returns when the server or the identity provider has ended, saying which; a
    /// node that ends is started again, because nothing but searching depends on it.
    String supervise() throws IOException, InterruptedException {
        while (true) {
            Optional<ChildProcess> gone = children().filter(child -> !child.process().isAlive()).findFirst();
            if (gone.isPresent() && gone.get() != elasticsearch) {
                TimeUnit.MILLISECONDS.sleep(500); // Ctrl-C reaches the children as soon as this process
                if (closing) {
                    Thread.currentThread().join(); // until the JVM has ended
                }
                return gone.get().name() + " ended unexpectedly; its log is in " + data.logs() + ":\n" + gone.get().tail();
            }
            if (gone.isPresent()) {
                restartElasticsearch();
            }
            TimeUnit.MILLISECONDS.sleep(500);
        }
    }

    private synchronized void restartElasticsearch() throws IOException {
        if (!closing) {
            System.err.println("The Elasticsearch node ended unexpectedly and is started again.");
            elasticsearch = node(instance);
        }
    }

    private Stream<ChildProcess> children() {
        return Stream.of(server, identity, elasticsearch);
    }

    private Duration patience() {
        return fast.training() ? Duration.ofMinutes(3) : PATIENCE; // a cache is written at the end
    }

    /// Ends the server first, then the others; each is killed after 30 s.
    @Override
    public synchronized void close() {
        if (closing) {
            return;
        }
        closing = true;
        server.stop(patience());
        identity.end();
        elasticsearch.stop(patience());
        identity.stop(patience());
        try {
            Files.deleteIfExists(data.instance());
            lock.channel().close();
        } catch (IOException failed) {
            System.err.println("The run folder could not be tidied: " + failed);
        }
    }
}
