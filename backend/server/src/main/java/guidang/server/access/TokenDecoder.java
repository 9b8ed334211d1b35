package guidang.server.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jwt.JWTParser;
import guidang.server.kernel.Digests;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/// Verifies a token: RS256 and nothing else, issuer, audience, time. A token
/// that held is not taken apart again for a minute, only its time is looked at.
/// The keys are fetched when the first token comes, so that the server starts
/// before its identity provider, and again when a token names an unknown one.
///
/// Errors: [Problem] `TOKEN_INVALID`, `TOKEN_ISSUER`, `TOKEN_AUDIENCE`,
/// `TOKEN_EXPIRED`; `IDENTITY_UNAVAILABLE` where the provider does not answer.
final class TokenDecoder implements ReactiveJwtDecoder {
    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int MOST = 10_000;

    private final String issuer;
    private final NimbusReactiveJwtDecoder verifier;
    private final JwtTimestampValidator time;
    /// By the token's digest: a heap dump shows no token that could be used.
    private final Cache<String, Jwt> held = Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(REMEMBERED).build();

    TokenDecoder(AccessSettings settings) {
        issuer = settings.issuer().toString();
        var keys = settings.jwkSetUri() == null
                ? NimbusReactiveJwtDecoder.withIssuerLocation(issuer)
                : NimbusReactiveJwtDecoder.withJwkSetUri(settings.jwkSetUri().toString());
        verifier = keys.jwsAlgorithm(SignatureAlgorithm.RS256).build();
        time = new JwtTimestampValidator(settings.clockSkew());
        time.setAllowEmptyExpiryClaim(false);
        verifier.setJwtValidator(rules(settings));
    }

    @Override
    public Mono<Jwt> decode(String token) {
        return Mono.defer(() -> known(token)).onErrorMap(JwtException.class, TokenDecoder::problem);
    }

    private Mono<Jwt> known(String token) {
        String digest = Digests.hex(Digests.sha256(token.getBytes(StandardCharsets.UTF_8)));
        Jwt jwt = held.getIfPresent(digest);
        return jwt != null && !time.validate(jwt).hasErrors()
                ? Mono.just(jwt)
                : verified(token).doOnNext(fresh -> held.put(digest, fresh));
    }

    /// A token of another issuer is refused before its signature is looked at: it
    /// gets its own words, and no keys are fetched for it.
    private Mono<Jwt> verified(String token) {
        if (!issuer.equals(claimedIssuer(token))) {
            return Mono.error(new Problem(ProblemType.TOKEN_ISSUER));
        }
        return verifier.decode(token);
    }

    private static @Nullable String claimedIssuer(String token) {
        try {
            return JWTParser.parse(token).getJWTClaimsSet().getIssuer();
        } catch (ParseException | RuntimeException e) {
            throw new BadJwtException("not a token", e);
        }
    }

    private OAuth2TokenValidator<Jwt> rules(AccessSettings settings) {
        return new DelegatingOAuth2TokenValidator<>(jwt -> rule(jwt.hasClaim("iss"), ProblemType.TOKEN_ISSUER),
                jwt -> rule(jwt.getAudience() != null && jwt.getAudience().contains(settings.audience()),
                        ProblemType.TOKEN_AUDIENCE),
                jwt -> rule(!time.validate(jwt).hasErrors(), ProblemType.TOKEN_EXPIRED),
                jwt -> rule(jwt.getSubject() != null && !jwt.getSubject().isBlank(), ProblemType.TOKEN_INVALID));
    }

    private static OAuth2TokenValidatorResult rule(boolean kept, ProblemType otherwise) {
        return kept
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(new OAuth2Error(otherwise.name()));
    }

    private static Problem problem(JwtException e) {
        if (e instanceof JwtValidationException broken) {
            return new Problem(ProblemType.valueOf(broken.getErrors().iterator().next().getErrorCode()));
        }
        return new Problem(e instanceof BadJwtException ? ProblemType.TOKEN_INVALID : ProblemType.IDENTITY_UNAVAILABLE);
    }
}
