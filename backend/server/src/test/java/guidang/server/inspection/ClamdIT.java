package guidang.server.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/// The real clamd, where the machine has one (Debian's package clamav-daemon),
/// with one signature: that of the EICAR test file.
@EnabledIf("there")
class ClamdIT {
    private static final Path PROGRAM = Path.of("/usr/sbin/clamd");

    @TempDir
    Path folder;

    static boolean there() {
        return Files.isExecutable(PROGRAM);
    }

    @Test
    void findsTheTestVirusAndNothingElse() throws Exception {
        Path socket = folder.resolve("clamd.sock");
        Process daemon = start(socket);
        try {
            Clamd clamd = new Clamd(() -> UnixDomainSocketAddress.of(socket), Duration.ofSeconds(30));
            Awaitility.await().atMost(Duration.ofSeconds(60)).ignoreExceptions()
                    .until(() -> clamd.version().startsWith("ClamAV"));
            assertThat(clamd.scan(Files.write(folder.resolve("virus"), FakeClamd.eicar()))).contains("Guidang.Eicar");
            assertThat(clamd.scan(Files.write(folder.resolve("clean"), new byte[3_000_000]))).isEmpty();
        } finally {
            daemon.destroy();
            assertThat(daemon.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    private Process start(Path socket) throws IOException {
        Path signatures = Files.createDirectory(folder.resolve("signatures"));
        // Name:type:offset:bytes, see the manual of ClamAV, "extended signatures".
        String hex = java.util.HexFormat.of().formatHex(FakeClamd.eicar()).toLowerCase(Locale.ROOT);
        Files.writeString(signatures.resolve("eicar.ndb"), "Guidang.Eicar:0:*:" + hex + "\n");
        Path settings = Files.writeString(folder.resolve("clamd.conf"), """
                LocalSocket %s
                DatabaseDirectory %s
                Foreground yes
                StreamMaxLength 300M
                """.formatted(socket, signatures), StandardCharsets.UTF_8);
        return new ProcessBuilder(PROGRAM.toString(), "--config-file=" + settings).redirectErrorStream(true)
                .redirectOutput(folder.resolve("clamd.log").toFile()).start();
    }
}
