package guidang.local;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
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
        ChildProcess child = launch(home.resolve("identity.jwk"), 0, home.resolve("identity.log"), List.of());
        try {
            return new IdentityProcess(child, Integer.parseInt(child.awaitLine("READY ", START)));
        } catch (IOException | InterruptedException | RuntimeException failed) {
            child.kill();
            throw failed;
        }
    }

    /// Starts it without waiting.
    ///
    /// @param options
    ///            more of the `java` command
    static ChildProcess launch(Path key, int port, Path log, List<String> options) throws IOException {
        List<String> command = new ArrayList<>(List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(options);
        command.addAll(List.of("-cp", Installation.find().classPath("lib-identity"),
                "guidang.local.identity.DemoIdentityProvider", "--port", Integer.toString(port), "--key",
                key.toAbsolutePath().toString()));
        return ChildProcess.java("identity", command, log);
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
