package guidang.server;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;

/// An identity provider in this process that vouches for anybody.
public final class TestTokens implements AutoCloseable {
    private static final String ISSUER = "guidang";
    private static final long SECONDS = 24 * 3600;

    private final MockOAuth2Server provider = new MockOAuth2Server();

    public TestTokens() {
        provider.start(InetAddress.getLoopbackAddress(), 0);
    }

    /// What `guidang.access.issuer` is to be.
    public String issuer() {
        return provider.issuerUrl(ISSUER).toString();
    }

    /// A bearer token, good for a day.
    ///
    /// @param grants
    ///            such as `clerk@BRANCH-1`
    public String of(String subject, String... grants) {
        return provider.issueToken(ISSUER, "any", new DefaultOAuth2TokenCallback(ISSUER, subject, "JWT", List.of("guidang"),
                Map.of("roles", List.of(grants)), SECONDS)).serialize();
    }

    @Override
    public void close() {
        provider.shutdown();
    }
}
