package guidang.local.identity;

import guidang.local.Arguments;
import guidang.local.ParentWatch;
import guidang.local.demo.DemoUser;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.MockWebServerWrapper;
import no.nav.security.mock.oauth2.token.KeyProvider;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;
import no.nav.security.mock.oauth2.token.RequestMapping;
import no.nav.security.mock.oauth2.token.RequestMappingTokenCallback;

/// Main class of the child JVM: `--port N` (0: a free one), `--key FILE` (made
/// when missing). The issuer is `http://127.0.0.1:PORT/guidang`, the public
/// client `guidang-web`, the audience `guidang`. Scripts take a token by
/// `grant_type=client_credentials` with a demo user's id as `client_id`. Prints
/// `READY <port>`; ends when its standard input closes.
public final class DemoIdentityProvider {
    private static final String ISSUER = "guidang";
    private static final long TOKEN_SECONDS = 8 * 3600; // a working day: nobody is signed out amid a trial

    private DemoIdentityProvider() {
    }

    /// Exit code 1 with the reason on standard error when it can't start.
    public static void main(String[] args) {
        try {
            Arguments arguments = Arguments.of(args);
            run(arguments.number("port", 0), Path.of(arguments.required("key")));
        } catch (Exception | Error failed) { // the server's threads would keep the JVM alive
            System.err.println("The demo identity provider could not start: " + failed);
            System.exit(1);
        }
    }

    private static void run(int port, Path key) throws Exception {
        Path page = Files.createTempFile("guidang-login", ".html");
        Files.writeString(page, LoginPage.html());
        page.toFile().deleteOnExit();
        KeyProvider keys = new KeyProvider(List.of(SigningKey.in(key)), "RS256");
        OAuth2Config config = new OAuth2Config(true, page.toString(), null, false, new OAuth2TokenProvider(keys, () -> null),
                Set.of(new RequestMappingTokenCallback(ISSUER, mappings(), TOKEN_SECONDS)), new MockWebServerWrapper(null));
        MockOAuth2Server server = new MockOAuth2Server(config);
        server.start(InetAddress.getLoopbackAddress(), port);
        System.out.println("READY " + server.issuerUrl(ISSUER).port());
        ParentWatch.untilParentEnds();
        System.exit(0);
    }

    private static List<RequestMapping> mappings() {
        RequestMapping pages = mapping("guidang-web", Map.of("aud", audience()));
        return Stream.concat(Stream.of(pages), DemoUser.all().stream().map(DemoIdentityProvider::token)).toList();
    }

    private static RequestMapping token(DemoUser user) {
        return mapping(user.id(),
                Map.of("sub", user.id(), "aud", audience(), "roles", List.of(user.grant()), "name", user.name()));
    }

    private static RequestMapping mapping(String client, Map<String, Object> claims) {
        return new RequestMapping("client_id", client, claims, "JWT");
    }

    /// The pages' own id stands in it too, because an OpenID Connect client may
    /// check it in the ID token.
    private static List<String> audience() {
        return List.of("guidang", "guidang-web");
    }
}
