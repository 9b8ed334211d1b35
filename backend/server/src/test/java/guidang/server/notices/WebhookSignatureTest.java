package guidang.server.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    /// The vector of the reference libraries of Standard Webhooks.
    @Test
    void signsAsTheReferenceDoes() {
        assertThat(WebhookSignature.of(SECRET, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330,
                "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void aSecretIsLongEnough() {
        assertThat(WebhookSignature.isSecret(SECRET)).isTrue();
        assertThat(WebhookSignature.isSecret("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")).isFalse();
        assertThat(WebhookSignature.isSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLa")).isFalse();
        assertThat(WebhookSignature.isSecret("whsec_" + "A".repeat(88))).isFalse();
        assertThat(WebhookSignature.isSecret("whsec_~~~")).isFalse();
    }

    @Test
    void onlyHttpsUnlessPrivateIsAllowed() {
        assertThat(allowed("https://example.org/hook?a=1", false)).isTrue();
        assertThat(allowed("http://example.org/hook", false)).isFalse();
        assertThat(allowed("http://10.0.0.1/hook", true)).isTrue();
        assertThat(allowed("https://user:word@example.org/", true)).isFalse();
        assertThat(allowed("file:///etc/passwd", true)).isFalse();
        assertThat(allowed("/hook", true)).isFalse();
        assertThat(new Webhook(URI.create("https://example.org/"), SECRET, false).toString()).doesNotContain("whsec");
    }

    private static boolean allowed(String url, boolean allowPrivate) {
        return new Webhook(URI.create(url), SECRET, allowPrivate).isUrlAllowed();
    }
}
