package guidang.server.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.server.inspection.ScannerSettings.WhenDown;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.test.StepVerifier;

/// The scanner's protocol and what holds when it is away.
class ScanningTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Instant NOW = Instant.parse("2026-11-24T01:02:03Z");

    @TempDir
    Path folder;

    @Test
    void takesCleanFilesOfAnySize() throws IOException {
        try (FakeClamd clamd = FakeClamd.onPort(Integer.MAX_VALUE)) {
            Scanning scanning = over(clamd);
            for (int size : new int[]{1, 65_535, 65_536, 65_537, 1_000_000}) {
                StepVerifier.create(scanning.scan(file(new byte[size]))).expectNext(new Scan("clean", FakeClamd.VERSION, NOW))
                        .verifyComplete();
            }
            assertThat(clamd.bytesScanned()).isEqualTo(1 + 65_535 + 65_536 + 65_537 + 1_000_000);
        }
    }

    @Test
    void refusesTheTestVirus() throws IOException {
        try (FakeClamd clamd = FakeClamd.onPort(Integer.MAX_VALUE)) {
            StepVerifier.create(over(clamd).scan(file(FakeClamd.eicar()))).expectErrorSatisfies(e -> {
                assertThat(problem(e)).isEqualTo(ProblemType.FILE_INFECTED);
                assertThat(((Problem) e).arguments().toString()).contains("Eicar-Test-Signature");
            }).verify(LIMIT);
        }
    }

    @Test
    void speaksOverAUnixSocket() throws IOException {
        UnixDomainSocketAddress place = UnixDomainSocketAddress.of(folder.resolve("clamd.sock"));
        try (FakeClamd clamd = FakeClamd.at(place)) {
            Scanning scanning = new Scanning(settings(null, 3310, place.getPath(), WhenDown.REFUSE), InstantSource.fixed(NOW));
            StepVerifier.create(scanning.scan(file(FakeClamd.eicar())))
                    .expectErrorMatches(e -> problem(e) == ProblemType.FILE_INFECTED)
                    .verify(LIMIT);
            assertThat(clamd.bytesScanned()).isPositive();
        }
    }

    @Test
    void keepsThePolicyWhenTheScannerIsAway() throws IOException {
        int port = freePort();
        Scanning refusing = new Scanning(settings("127.0.0.1", port, null, WhenDown.REFUSE), InstantSource.fixed(NOW));
        StepVerifier.create(refusing.scan(file(new byte[9])))
                .expectErrorMatches(e -> problem(e) == ProblemType.SCANNER_UNAVAILABLE)
                .verify(LIMIT);
        StepVerifier.create(refusing.status()).expectNext(new Scanning.ScannerStatus("down", "refuse")).verifyComplete();
        Scanning marking = new Scanning(settings("127.0.0.1", port, null, WhenDown.MARK), InstantSource.fixed(NOW));
        StepVerifier.create(marking.scan(file(new byte[9]))).expectNext(new Scan("unscanned", null, NOW)).verifyComplete();
        StepVerifier.create(marking.status()).expectNext(new Scanning.ScannerStatus("down", "mark")).verifyComplete();
    }

    @Test
    void takesAFileThatPassesTheScannersLimitForNotScanned() throws IOException {
        try (FakeClamd clamd = FakeClamd.onPort(100_000)) {
            StepVerifier.create(over(clamd).scan(file(new byte[8_000_000])))
                    .expectErrorMatches(e -> problem(e) == ProblemType.SCANNER_UNAVAILABLE).verify(LIMIT);
        }
    }

    @Test
    void doesNotWaitForOneThatSaysNothing() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ScannerSettings settings = new ScannerSettings("127.0.0.1", silent.getLocalPort(), null, Duration.ofMillis(300),
                    WhenDown.REFUSE);
            StepVerifier.create(new Scanning(settings, InstantSource.fixed(NOW)).scan(file(new byte[9])))
                    .expectErrorMatches(e -> problem(e) == ProblemType.SCANNER_UNAVAILABLE).verify(LIMIT);
        }
    }

    @Test
    void saysThatThereIsNone() throws IOException {
        Scanning none = new Scanning(settings(null, 3310, null, WhenDown.REFUSE), InstantSource.fixed(NOW));
        StepVerifier.create(none.scan(file(new byte[9]))).expectNext(Scan.NO_SCANNER).verifyComplete();
        StepVerifier.create(none.status()).expectNext(new Scanning.ScannerStatus("none", null)).verifyComplete();
    }

    @Test
    void saysThatItIsUp() throws IOException {
        try (FakeClamd clamd = FakeClamd.onPort(9)) {
            StepVerifier.create(over(clamd).status()).expectNext(new Scanning.ScannerStatus("up", "refuse")).verifyComplete();
        }
    }

    @Test
    void settingsNameOnePlace() {
        assertThat(settings("a", 1, Path.of("b"), WhenDown.MARK).isOnePlace()).isFalse();
        assertThat(settings("a", 1, null, WhenDown.MARK).isOnePlace()).isTrue();
        assertThat(settings(null, 1, Path.of("b"), WhenDown.MARK).isOnePlace()).isTrue();
    }

    private static Scanning over(FakeClamd clamd) {
        return new Scanning(settings("127.0.0.1", clamd.port(), null, WhenDown.REFUSE), InstantSource.fixed(NOW));
    }

    private static ScannerSettings settings(@Nullable String host, int port, @Nullable Path path, WhenDown whenDown) {
        return new ScannerSettings(host, port, path, Duration.ofSeconds(5), whenDown);
    }

    private static @Nullable ProblemType problem(Throwable e) {
        return e instanceof Problem problem ? problem.type() : null;
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("file"), bytes);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
