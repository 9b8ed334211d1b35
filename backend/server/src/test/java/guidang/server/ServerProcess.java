package guidang.server;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// The packaged server as a child process, to be killed and started again on
/// the same data.
public final class ServerProcess implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration END = Duration.ofSeconds(20);

    private final Process process;
    private final URI address;
    private final Path log;

    private ServerProcess(Process process, URI address, Path log) {
        this.process = process;
        this.address = address;
        this.log = log;
    }

    /// Starts it and waits until it answers.
    ///
    /// @param data
    ///            holds objects, log key and output
    /// @param settings
    ///            more, such as `--guidang.access.issuer=…`
    public static ServerProcess start(Path data, List<String> settings) throws IOException, InterruptedException {
        return start(data, settings, PackagedServer.command());
    }

    static ServerProcess start(Path data, List<String> settings, List<String> java) throws IOException, InterruptedException {
        int port = freePort();
        List<String> command = new ArrayList<>(java);
        command.addAll(List.of("--server.port=" + port,
                "--guidang.objects.files.root=" + data.resolve("objects"), "--guidang.inspection.spool=" + data.resolve("spool"),
                "--guidang.journal.origin=test.invalid/log", "--guidang.journal.signing-key=" + data.resolve("log.key"),
                "--guidang.journal.create-key=true", "--guidang.organizations.root-code=ROOT",
                "--guidang.organizations.root-name=根"));
        command.addAll(settings);
        Path log = data.resolve("server.log");
        Process process = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
        ServerProcess server = new ServerProcess(process, URI.create("http://127.0.0.1:" + port), log);
        server.awaitAnswer();
        return server;
    }

    private void awaitAnswer() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/api/config")).build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (long end = System.nanoTime() + START.toNanos(); System.nanoTime() < end && process.isAlive();) {
                try {
                    if (http.send(request, BodyHandlers.discarding()).statusCode() == 200) {
                        return;
                    }
                } catch (IOException notYet) {
                    LockSupport.parkNanos(20_000_000);
                }
            }
        }
        kill();
        throw new IOException("the server did not start:\n" + Files.readString(log));
    }

    public URI address() {
        return address;
    }

    /// SIGKILL, at once.
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /// Ends it in order.
    @Override
    public void close() throws InterruptedException {
        if (!end(END)) {
            kill();
        }
    }

    /// Whether it ended in order in that time.
    boolean end(Duration patience) throws InterruptedException {
        process.destroy();
        return process.waitFor(patience);
    }
}
