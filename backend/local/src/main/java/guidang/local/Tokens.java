package guidang.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Bearer tokens of the demo users, by the client-credentials grant.
public final class Tokens {
    private static final Pattern TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");

    private final HttpClient http;
    private final URI issuer;

    /// Tokens of that demo identity provider.
    public Tokens(HttpClient http, URI issuer) {
        this.http = http;
        this.issuer = issuer;
    }

    /// A token for eight hours.
    ///
    /// @param user
    ///            an id of [guidang.local.demo.DemoUser#all()]
    public String of(String user) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(issuer + "/token")).timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials&client_secret=none&scope=openid&client_id=" + user))
                .build();
        Matcher token = TOKEN.matcher(http.send(request, BodyHandlers.ofString()).body());
        if (!token.find()) {
            throw new IOException("the identity provider at " + issuer + " gave no token");
        }
        return token.group(1);
    }
}
