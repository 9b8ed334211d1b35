package guidang.server.objects;

import io.minio.MakeBucketArgs;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/// A real S3 service in a process of its own, on loopback, that ends with
/// the tests.
public record S3Server(String endpoint, String accessKey, String secretKey, @Nullable Process process) implements AutoCloseable {
    private static final AtomicInteger BUCKETS = new AtomicInteger();
    private static final String KEY = "guidang-test";
    private static final String SECRET = "guidang-test-secret";
    private static final Retry STARTING = Retry.fixedDelay(300, Duration.ofMillis(100));

    /// S3Proxy, from the build's own folder.
    public static S3Server s3Proxy(Path folder) throws IOException {
        int port = freePort();
        Path settings = Files.writeString(folder.resolve("s3proxy.properties"), """
                s3proxy.endpoint=http://127.0.0.1:%d
                s3proxy.authorization=aws-v2-or-v4
                s3proxy.identity=%s
                s3proxy.credential=%s
                s3proxy.v4-max-non-chunked-request-size=536870912
                jclouds.provider=filesystem-nio2
                jclouds.filesystem.basedir=%s
                """.formatted(port, KEY, SECRET, Files.createDirectories(folder.resolve("s3proxy"))));
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path jar = Path.of("target", "s3proxy", "s3proxy-jar-with-dependencies.jar");
        return start(folder, port, Map.of(),
                List.of(java.toString(), "-Xmx256m", "-jar", jar.toString(), "--properties", settings.toString()));
    }

    /// MinIO: a URL or program in `GUIDANG_TEST_MINIO`, or a program `minio` on the
    /// path or where `go install` puts it. Empty where there is none.
    static Optional<S3Server> minio(Path folder) throws IOException {
        String given = System.getenv("GUIDANG_TEST_MINIO");
        if (given != null && given.startsWith("http")) {
            return Optional.of(at(URI.create(given)));
        }
        Optional<Path> program = programs(given).filter(Files::isExecutable).findFirst();
        return program.isEmpty() ? Optional.empty() : Optional.of(minio(program.get(), folder));
    }

    S3Connection connect() {
        return new S3Connection(endpoint, "us-east-1", accessKey, secretKey);
    }

    /// A new, empty bucket.
    public String newBucket() {
        try (S3Connection connection = connect()) {
            return bucket(connection);
        }
    }

    /// A new, empty bucket.
    String bucket(S3Connection connection) {
        return ObjectStoreContract.await(newBucket(connection));
    }

    private static Mono<String> newBucket(S3Connection connection) {
        String name = "test-" + Long.toString(System.nanoTime(), 36) + "-" + BUCKETS.incrementAndGet();
        return connection.call(client -> client.makeBucket(MakeBucketArgs.builder().bucket(name).build())).thenReturn(name);
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroy();
            process.onExit().completeOnTimeout(process, 5, TimeUnit.SECONDS).thenAccept(Process::destroyForcibly).join();
        }
    }

    private static S3Server minio(Path program, Path folder) throws IOException {
        int port = freePort();
        return start(folder, port, Map.of("MINIO_ROOT_USER", KEY, "MINIO_ROOT_PASSWORD", SECRET, "MINIO_BROWSER", "off"),
                List.of(program.toString(), "server", "--quiet", "--address", "127.0.0.1:" + port,
                        Files.createDirectories(folder.resolve("minio")).toString()));
    }

    /// `http://key:secret@host:port`.
    private static S3Server at(URI url) {
        String[] user = (url.getUserInfo() == null ? "minioadmin:minioadmin" : url.getUserInfo()).split(":", 2);
        return new S3Server(url.getScheme() + "://" + url.getHost() + ":" + url.getPort(), user[0], user[1], null);
    }

    private static Stream<Path> programs(@Nullable String given) {
        Stream<String> path = Stream.of(System.getenv().getOrDefault("PATH", "").split(":"));
        Stream<String> go = Stream.of(System.getenv().getOrDefault("GOBIN", ""), System.getProperty("user.home") + "/go/bin");
        Stream<Path> found = Stream.concat(path, go).filter(folder -> !folder.isEmpty()).map(folder -> Path.of(folder, "minio"));
        return given == null ? found : Stream.of(Path.of(given));
    }

    private static S3Server start(Path folder, int port, Map<String, String> environment, List<String> command)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(folder.resolve("server.log").toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        S3Server server = new S3Server("http://127.0.0.1:" + port, KEY, SECRET, process);
        try (S3Connection connection = server.connect()) {
            ObjectStoreContract.done(Mono.defer(() -> newBucket(connection)).retryWhen(STARTING));
        }
        return server;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
