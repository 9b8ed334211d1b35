package guidang.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.util.DigestUtils;
import org.springframework.util.FileSystemUtils;

/// The packaged server taken apart, with a cache of its classes (JEP 514): a
/// server that is killed twenty times starts in a third of the time. The first
/// use makes both by one trial start; a newer package makes them anew.
final class PackagedServer {
    private static final Path JAR = Path.of("target/guidang-server-0.1.0.jar").toAbsolutePath();
    private static final Path FOLDER = Path.of("target/server-apart").toAbsolutePath();
    private static final Path CACHE = FOLDER.resolve("server.aot");
    /// Of which jar they were made. Its time tells nothing, being that of
    /// the release.
    private static final Path OF = FOLDER.resolve("md5");
    private static final Duration ASSEMBLY = Duration.ofMinutes(3);
    private static boolean made;

    private PackagedServer() {
    }

    /// The command that starts it, to be followed by settings.
    static synchronized List<String> command() throws IOException, InterruptedException {
        if (!made) {
            make(digest());
            made = true;
        }
        return command("-XX:AOTCache=" + CACHE);
    }

    private static void make(String digest) throws IOException, InterruptedException {
        if (!Files.exists(OF) || !Files.readString(OF).equals(digest)) {
            takeApart();
            train();
            Files.writeString(OF, digest);
        }
    }

    private static String digest() throws IOException {
        try (InputStream jar = Files.newInputStream(JAR)) {
            return DigestUtils.md5DigestAsHex(jar);
        }
    }

    private static List<String> command(String cache) {
        return List.of(java(), cache, "-Xlog:aot=off,cds=off", "-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar",
                FOLDER.resolve(JAR.getFileName()).toString());
    }

    private static void takeApart() throws IOException {
        FileSystemUtils.deleteRecursively(FOLDER);
        Process tool = new ProcessBuilder(java(), "-Djarmode=tools", "-jar", JAR.toString(), "extract", "--destination",
                FOLDER.toString()).redirectErrorStream(true).start();
        String said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (tool.onExit().join().exitValue() != 0) {
            throw new IOException("the server's jar could not be taken apart: " + said);
        }
    }

    /// Without its cache the server starts all the same.
    private static void train() throws IOException, InterruptedException {
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
