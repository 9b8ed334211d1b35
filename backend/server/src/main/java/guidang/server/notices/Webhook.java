package guidang.server.notices;

import guidang.server.kernel.Digests;
import guidang.server.kernel.OperationId;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Whom events are posted to.
///
/// @param url
///            by https; by http too where `allowPrivate`
/// @param secret
///            what requests are signed with: `whsec_` and 24 to 64 bytes in
///            base64 (Standard Webhooks)
/// @param allowPrivate
///            whether the address may be private, of this machine, or otherwise
///            not of the public internet
record Webhook(@NotNull URI url, @NotBlank String secret, @DefaultValue("false") boolean allowPrivate) {
    @AssertTrue(message = "url is an absolute https address without user, or an http one where allow-private is set")
    boolean isUrlAllowed() {
        if (url == null) {
            return true;
        }
        boolean scheme = "https".equals(url.getScheme()) || (allowPrivate && "http".equals(url.getScheme()));
        return scheme && url.getHost() != null && url.getRawUserInfo() == null && url.getRawFragment() == null;
    }

    @AssertTrue(message = "secret is whsec_ and 24 to 64 bytes in base64")
    boolean isSecretOne() {
        return secret == null || WebhookSignature.isSecret(secret);
    }

    /// By which a message knows it, whatever stands before it in the settings.
    String name() {
        return OperationId.base32(Digests.sha256(url.toString().getBytes(StandardCharsets.UTF_8)), 16);
    }

    /// The secret stays out of every log.
    @Override
    public String toString() {
        return url.toString();
    }
}
