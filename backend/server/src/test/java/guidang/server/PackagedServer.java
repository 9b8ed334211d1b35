package guidang.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/// The packaged server taken apart, with a cache of its classes (JEP 514): a
/// server that is killed twenty times starts in a third of the time. The first
/// use makes both by one trial start; a newer package makes them anew.
final class PackagedServer {
    private static final Path JAR = Path.of("target/guidang-server-0.1.0.jar").toAbsolutePath();
    private static final Path FOLDER = Path.of("target/server-apart").toAbsolutePath();
    private static final Path CACHE = FOLDER.resolve("server.aot");
    private static final Duration ASSEMBLY = Duration.ofMinutes(3);
    private static @Nullable PackagedServer made;

    private PackagedServer() {
    }

    static synchronized PackagedServer get() throws IOException, InterruptedException {
        PackagedServer server = made == null ? new PackagedServer() : made;
        if (made == null && !fresh()) {
            server.takeApart();
            server.train();
        }
        made = server;
        return server;
    }

    private static boolean fresh() throws IOException {
        return Files.exists(CACHE) && Files.getLastModifiedTime(CACHE).compareTo(Files.getLastModifiedTime(JAR)) > 0;
    }

    /// The command that starts it, to be followed by settings.
    List<String> command() {
        return command("-XX:AOTCache=" + CACHE);
    }

    private static List<String> command(String cache) {
        return List.of(java(), cache, "-Xlog:aot=off,cds=off", "-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar",
                FOLDER.resolve(JAR.getFileName()).toString());
    }

    private void takeApart() throws IOException {
        FileSystemUtils.deleteRecursively(FOLDER);
        Process tool = new ProcessBuilder(java(), "-Djarmode=tools", "-jar", JAR.toString(), "extract", "--destination",
                FOLDER.toString()).redirectErrorStream(true).start();
        String said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (tool.onExit().join().exitValue() != 0) {
            throw new IOException("the server's jar could not be taken apart: " + said);
        }
    }

    /// Without its cache the server starts all the same.
    private void train() throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("guidang-trial");
        ServerProcess trial = ServerProcess.start(data,
                List.of("--guidang.access.issuer=http://127.0.0.1:9/none", "--spring.elasticsearch.uris=http://127.0.0.1:9"),
                command("-XX:AOTCacheOutput=" + CACHE));
        if (!trial.end(ASSEMBLY)) {
            trial.kill();
        }
        FileSystemUtils.deleteRecursively(data);
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
