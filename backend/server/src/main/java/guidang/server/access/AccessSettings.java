package guidang.server.access;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Whose tokens count.
///
/// @param issuer
///            the identity provider; a token's `iss` is compared with this text
/// @param audience
///            what a token's `aud` must contain
/// @param jwkSetUri
///            where the provider's keys lie, if its discovery document must not
///            be asked (behind a proxy, say)
/// @param grantsClaim
///            the claim that lists grants as `role@CODE`; a dot leads into an
///            object: `realm_access.roles`
/// @param clientId
///            the public client that the pages sign in with
/// @param scope
///            the OAuth 2 scopes that the pages ask for
/// @param clockSkew
///            how far the provider's clock may be off
@Validated
@ConfigurationProperties("guidang.access")
public record AccessSettings(@NotNull URI issuer, @NotBlank @DefaultValue("guidang") String audience, @Nullable URI jwkSetUri,
        @NotBlank @DefaultValue("roles") String grantsClaim, @NotBlank @DefaultValue("guidang-web") String clientId,
        @NotBlank @DefaultValue("openid profile") String scope, @NotNull @DefaultValue("60s") Duration clockSkew) {
    /// Scheme, host and port of the issuer: the one foreign origin that the pages
    /// may talk to.
    String issuerOrigin() {
        return issuer.getScheme() + "://" + issuer.getRawAuthority();
    }
}
