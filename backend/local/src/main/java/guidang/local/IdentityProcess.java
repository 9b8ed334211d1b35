package guidang.local;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// The demo identity provider as a child process, for the launcher and for
/// integration tests.
public final class IdentityProcess implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(60);

    private final ChildProcess child;
    private final int port;

    private IdentityProcess(ChildProcess child, int port) {
        this.child = child;
        this.port = port;
    }

    /// Waits until it answers on a free port.
    ///
    /// @param home
    ///            holds its key and log
    /// @throws IOException
    ///             when it ends or says nothing for 60 s; the message holds the tail
    ///             of its output
    public static IdentityProcess start(Path home) throws IOException, InterruptedException {
        Files.createDirectories(home);
        ChildProcess child = launch(home.resolve("identity.jwk"), 0, home.resolve("identity.log"));
        try {
            return new IdentityProcess(child, Integer.parseInt(child.awaitLine("READY ", START)));
        } catch (IOException | InterruptedException | RuntimeException failed) {
            child.kill();
            throw failed;
        }
    }

    /// Starts it without waiting.
    static ChildProcess launch(Path key, int port, Path log) throws IOException {
        return ChildProcess.java("identity", List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp",
                Installation.find().classPath("lib-identity"), "guidang.local.identity.DemoIdentityProvider", "--port",
                Integer.toString(port), "--key", key.toAbsolutePath().toString()), log);
    }

    /// Such as `http://127.0.0.1:39301/guidang`.
    public URI issuer() {
        return issuer(port);
    }

    static URI issuer(int port) {
        return URI.create("http://127.0.0.1:" + port + "/guidang");
    }

    @Override
    public void close() {
        child.stop(Duration.ofSeconds(5));
    }
}
