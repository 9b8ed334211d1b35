package guidang.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import guidang.server.kernel.Code;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;

/// What the door makes of tokens, with a real identity provider beside it.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class TokenTest {
    private static final MockOAuth2Server PROVIDER = new MockOAuth2Server();

    @Value("${local.server.port}")
    int port;

    static {
        PROVIDER.start(InetAddress.getLoopbackAddress(), 0);
    }

    @AfterAll
    static void stop() {
        PROVIDER.shutdown();
    }

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry registry) {
        registry.add("guidang.access.issuer", () -> PROVIDER.issuerUrl("guidang").toString());
    }

    @Test
    void aGoodTokenIsWelcome() {
        get("/api/me",
                token("guidang", "guidang", 60, "clerk@a", "auditor@ROOT", "uma_protection", "clerk@no such code", "chef@A"))
                .expectStatus()
                .isOk().expectBody().json("""
                        {"subject":"zhang","name":"zhang","grants":[
                         {"role":"clerk","organization":"A","organizationName":"甲支部","path":"ROOT/A/","known":true},
                         {"role":"auditor","organization":"ROOT","known":true}]}
                        """);
    }

    @Test
    void anUnknownOrganisationIsNamed() {
        get("/api/me", token("guidang", "guidang", 60, "clerk@ZZZ")).expectStatus().isOk().expectBody()
                .jsonPath("$.grants[0].known")
                .isEqualTo(false).jsonPath("$.grants[0].organization").isEqualTo("ZZZ");
    }

    @Test
    void noTokenIsNoCaller() {
        refused("/api/me", null, 401, "unauthenticated");
        refused("/api/nothing-of-ours", null, 401, "unauthenticated");
    }

    @Test
    void everythingElseIsNotFoundOnceSignedIn() {
        refused("/api/nothing-of-ours", token("guidang", "guidang", 60, "clerk@A"), 404, "not-found");
    }

    @Test
    void theWrongIssuerIsRefused() {
        refused("/api/me", token("other", "guidang", 60, "clerk@A"), 401, "token-issuer");
    }

    @Test
    void theWrongAudienceIsRefused() {
        refused("/api/me", token("guidang", "other", 60, "clerk@A"), 401, "token-audience");
    }

    @Test
    void anExpiredTokenIsRefused() {
        refused("/api/me", token("guidang", "guidang", -3600, "clerk@A"), 401, "token-expired");
    }

    @Test
    void anUnsignedTokenIsRefused() {
        refused("/api/me", new PlainJWT(claims()).serialize(), 401, "token-invalid");
        refused("/api/me", "no token at all", 401, "token-invalid");
        refused("/api/me", "a.b.c", 401, "token-invalid");
    }

    @Test
    void anotherSignatureIsRefused() throws JOSEException, ParseException {
        RSAKey stranger = new RSAKeyGenerator(2048).keyID("guidang").generate();
        SignedJWT forged = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("guidang").build(), claims());
        forged.sign(new RSASSASigner(stranger));
        refused("/api/me", forged.serialize(), 401, "token-invalid");
        String good = token("guidang", "guidang", 60, "clerk@A");
        String cut = good.substring(0, good.lastIndexOf('.') + 1) + "AAAA";
        refused("/api/me", cut, 401, "token-invalid");
    }

    @Test
    void anotherAlgorithmIsRefused() throws JOSEException {
        SignedJWT mac = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("guidang").build(), claims());
        mac.sign(new MACSigner("a secret of thirty-two bytes, or more".getBytes(StandardCharsets.UTF_8)));
        refused("/api/me", mac.serialize(), 401, "token-invalid");
    }

    @Test
    void administratorAndAuditorInOneTokenIsRefused() {
        refused("/api/me", token("guidang", "guidang", 60, "administrator@ROOT", "auditor@A"), 403, "conflicting-grants");
    }

    @Test
    void thePageIsServedWithItsPolicy() {
        client().get().uri("/api/me").exchange().expectHeader()
                .value("Content-Security-Policy",
                        policy -> assertThat(policy).contains("script-src 'self';", "frame-ancestors 'none'")
                                .contains("connect-src 'self' http://" + PROVIDER.issuerUrl("guidang").host()))
                .expectHeader().valueEquals("X-Content-Type-Options", "nosniff").expectHeader()
                .valueEquals("Referrer-Policy", "no-referrer").expectHeader().valueEquals("WWW-Authenticate", "Bearer");
    }

    @Test
    void theWordsFollowTheLanguage() {
        client().get().uri("/api/me").exchange().expectBody().jsonPath("$.title").isEqualTo("尚未登录");
        client().get().uri("/api/me").header("Accept-Language", "en-GB,en;q=0.9").exchange().expectBody().jsonPath("$.title")
                .isEqualTo("Not signed in");
        client().get().uri("/api/me").header("Accept-Language", "zh-TW").exchange().expectBody().jsonPath("$.title")
                .isEqualTo("尚未登录");
    }

    private void refused(String path, @Nullable String token, int status, String code) {
        get(path, token).expectStatus().isEqualTo(status).expectHeader().contentType("application/problem+json").expectBody()
                .jsonPath("$.code").isEqualTo(code).jsonPath("$.type").isEqualTo("urn:guidang:problem:" + code)
                .jsonPath("$.action")
                .isNotEmpty();
    }

    private WebTestClient.ResponseSpec get(String path, @Nullable String token) {
        return client().get().uri(path).headers(h -> {
            if (token != null) {
                h.set("Authorization", "Bearer " + token);
            }
        }).exchange();
    }

    private WebTestClient client() {
        return WebTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port).build();
    }

    private static String token(String issuer, String audience, long seconds, String... roles) {
        Instant issued = Instant.now().minusSeconds(2 * 3600);
        return PROVIDER.issueToken(issuer, "guidang-web",
                new DefaultOAuth2TokenCallback(issuer, "zhang", "JWT", List.of(audience),
                        Map.of("roles", List.of(roles), "iat", Date.from(issued), "nbf", Date.from(issued)), seconds))
                .serialize();
    }

    private static JWTClaimsSet claims() {
        return new JWTClaimsSet.Builder().issuer(PROVIDER.issuerUrl("guidang").toString()).subject("zhang").audience("guidang")
                .expirationTime(Date.from(Instant.now().plusSeconds(60))).claim("roles", List.of("clerk@A")).build();
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @ConfigurationPropertiesScan("guidang.server.access")
    @ComponentScan({"guidang.server.access", "guidang.server.web"})
    static class Rooms {
        @Bean
        OrganizationPaths paths() {
            return code -> Optional.ofNullable(Map.of("ROOT", "ROOT/", "A", "ROOT/A/").get(code.value()));
        }

        @Bean
        OrganizationNames names() {
            return new OrganizationNames() {
                @Override
                public Mono<Map<Code, String>> names(Collection<Code> codes) {
                    return Mono.just(
                            codes.stream().filter(c -> c.value().equals("A")).collect(Collectors.toMap(c -> c, _ -> "甲支部")));
                }
            };
        }
    }
}
