package guidang.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The server as a child process with the settings of one machine. A setting of
/// the caller's own environment, such as `GUIDANG_OBJECTS_KIND=s3`, goes
/// before them.
final class ServerProcess {
    private static final Duration START = Duration.ofMinutes(3);

    private ServerProcess() {
    }

    static ChildProcess launch(Installation installation, DataFolder data, Instance instance, List<String> options)
            throws IOException {
        List<String> command = new ArrayList<>(List.of("-Xms128m", "-Xmx768m", "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(options);
        command.addAll(List.of("-cp", installation.serverClassPath(), "guidang.local.Child",
                "guidang.server.GuidangApplication"));
        return ChildProcess.java("server", command, environment(installation.root(), data, instance),
                data.logs().resolve("server.log"));
    }

    private static Map<String, String> environment(Path root, DataFolder data, Instance instance) {
        Map<String, String> settings = new HashMap<>();
        settings.put("SERVER_PORT", Integer.toString(instance.url().getPort()));
        settings.put("SPRING_ELASTICSEARCH_URIS", instance.elasticsearch().toString());
        settings.put("GUIDANG_ACCESS_ISSUER", instance.issuer().toString());
        settings.put("GUIDANG_OBJECTS_FILES_ROOT", data.root().toString());
        settings.put("GUIDANG_JOURNAL_ORIGIN", "guidang.local/" + data.root().getFileName());
        settings.put("GUIDANG_JOURNAL_SIGNINGKEY", data.keys().resolve("log.key").toString());
        settings.put("GUIDANG_JOURNAL_CREATEKEY", "true");
        settings.put("GUIDANG_INSPECTION_SPOOL", data.spool().toString());
        settings.put("GUIDANG_INSPECTION_READERJAR", root.resolve("backend/reader/target/guidang-reader-0.1.0.jar").toString());
        settings.put("GUIDANG_ORGANIZATIONS_ROOTCODE", "ROOT");
        settings.put("GUIDANG_ORGANIZATIONS_ROOTNAME", "市直机关工委");
        settings.put("GUIDANG_DEMO", "true");
        settings.keySet().removeAll(System.getenv().keySet());
        return settings;
    }

    /// Returns once the server tells its configuration, which the pages ask for
    /// first.
    ///
    /// @throws IOException
    ///             when it ends or is not ready in time; the message holds the tail
    ///             of its log
    static void awaitReady(ChildProcess server, URI url) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url.resolve("/api/config")).timeout(Duration.ofSeconds(2)).build();
        long deadline = System.nanoTime() + START.toNanos();
        try (HttpClient http = HttpClient.newHttpClient()) {
            while (!answers(http, request)) {
                if (server.process().waitFor(100, TimeUnit.MILLISECONDS)) {
                    throw new IOException("the server ended while starting:\n" + server.tail());
                }
                if (System.nanoTime() > deadline) {
                    throw new IOException("the server was not ready within " + START.toSeconds() + " s:\n" + server.tail());
                }
            }
        }
    }

    private static boolean answers(HttpClient http, HttpRequest request) throws InterruptedException {
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }
}
