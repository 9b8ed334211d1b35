package guidang.server.inspection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.springframework.test.context.DynamicPropertyRegistry;

/// A server of the rooms that an upload passes: door, inspection, problems,
/// over real files, a real identity provider and real reader processes.
final class UploadServer {
    private static final MockOAuth2Server PROVIDER = new MockOAuth2Server();
    static final Path FOLDER = folder();
    private static final FakeClamd SCANNER = scanner();

    static {
        PROVIDER.start(InetAddress.getLoopbackAddress(), 0);
    }

    private UploadServer() {
    }

    static void settings(DynamicPropertyRegistry registry) {
        registry.add("guidang.access.issuer", () -> PROVIDER.issuerUrl("guidang").toString());
        registry.add("guidang.inspection.spool", () -> FOLDER.resolve("spool"));
        registry.add("guidang.inspection.scanner.host", () -> "127.0.0.1");
        registry.add("guidang.inspection.scanner.port", SCANNER::port);
    }

    static String token(String subject) {
        return PROVIDER.issueToken("guidang", "guidang-web",
                new DefaultOAuth2TokenCallback("guidang", subject, "JWT", List.of("guidang"),
                        Map.of("roles", List.of("clerk@A")), 3_600))
                .serialize();
    }

    private static FakeClamd scanner() {
        try {
            return FakeClamd.onPort(Integer.MAX_VALUE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("uploads");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
