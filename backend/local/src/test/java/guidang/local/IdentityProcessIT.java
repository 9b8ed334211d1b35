package guidang.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentityProcessIT {
    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path home;

    @Test
    void givesScriptsATokenWithTheUsersGrantAndKeepsItsKeyOverARestart() throws Exception {
        String first;
        try (IdentityProcess identity = IdentityProcess.start(home)) {
            first = send(get(identity.issuer() + "/jwks")).body();
            String answer = send(form(identity.issuer() + "/token",
                    "grant_type=client_credentials&client_id=zhang&client_secret=x&scope=openid")).body();
            String token = answer.replaceAll("(?s).*\"access_token\"\\s*:\\s*\"([^\"]+)\".*", "$1");
            String claims = new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8);
            assertThat(claims).contains("\"sub\":\"zhang\"", "clerk@C01-01", "\"guidang\"", "张舒",
                    "\"iss\":\"" + identity.issuer() + "\"");
        }
        try (IdentityProcess identity = IdentityProcess.start(home)) {
            assertThat(send(get(identity.issuer() + "/jwks")).body()).isEqualTo(first);
        }
    }

    @Test
    void signsPagesOfAnotherOriginInAndOut() throws Exception {
        try (IdentityProcess identity = IdentityProcess.start(home)) {
            String authorize = identity.issuer() + "/authorize?client_id=guidang-web&response_type=code&scope=openid"
                    + "&state=s&redirect_uri=http%3A%2F%2F127.0.0.1%3A8080%2Fsigned-in";
            assertThat(send(get(authorize)).body()).contains("任何人都可以是任何人", "id=\"u-zhang\"", "id=\"u-chen\"");
            HttpResponse<String> signedIn = send(form(authorize, "username=zhang&claims=%7B%7D"));
            assertThat(signedIn.headers().firstValue("location").orElseThrow())
                    .startsWith("http://127.0.0.1:8080/signed-in?").contains("code=", "state=s");

            HttpRequest preflight = HttpRequest.newBuilder(URI.create(identity.issuer() + "/token"))
                    .method("OPTIONS", BodyPublishers.noBody()).header("Origin", "http://127.0.0.1:8080").build();
            assertThat(send(preflight).headers().firstValue("access-control-allow-origin"))
                    .contains("http://127.0.0.1:8080");

            HttpResponse<String> out = send(
                    get(identity.issuer() + "/endsession?post_logout_redirect_uri=http%3A%2F%2F127.0.0.1%3A8080%2F"));
            assertThat(out.headers().firstValue("location")).contains("http://127.0.0.1:8080/");
        }
    }

    private static HttpRequest get(String uri) {
        return HttpRequest.newBuilder(URI.create(uri)).timeout(Duration.ofSeconds(20)).build();
    }

    private static HttpRequest form(String uri, String body) {
        return HttpRequest.newBuilder(URI.create(uri)).timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)).build();
    }

    private HttpResponse<String> send(HttpRequest request) throws Exception {
        return http.send(request, BodyHandlers.ofString());
    }
}
