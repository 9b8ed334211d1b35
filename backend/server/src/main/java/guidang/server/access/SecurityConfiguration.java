package guidang.server.access;

import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.header.XFrameOptionsServerHttpHeadersWriter.Mode;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// The one door: who may reach which path, with what headers. What is not named
/// here is refused.
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class SecurityConfiguration {
    /// What anybody may read: how to sign in, what the API is, and the log, whose
    /// purpose is to be watched (its entries excepted). A ticket carries its
    /// own right.
    private static final String[] PUBLIC = {"/api/config", "/api/openapi.json", "/api/log/checkpoint", "/api/log/key",
            "/api/files/*"};

    @Bean
    ReactiveJwtDecoder tokenDecoder(AccessSettings settings) {
        return new TokenDecoder(settings);
    }

    /// Requests are measured as a whole; a measurement of each filter cost more
    /// than the filters.
    @Bean
    SecurityObservationSettings observations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    SecurityWebFilterChain securityChain(ServerHttpSecurity http, AccessSettings settings) {
        CallerReader callers = new CallerReader(settings.grantsClaim());
        // Bearer tokens only: no cookie, so nothing for a forged request to ride on.
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable).httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable).logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .headers(headers -> headers(headers, settings.issuerOrigin())).authorizeExchange(SecurityConfiguration::doors)
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(SecurityConfiguration::unauthenticated)
                        .accessDeniedHandler((exchange, denied) -> Mono.error(new Problem(ProblemType.FORBIDDEN))))
                .oauth2ResourceServer(server -> server.authenticationEntryPoint(SecurityConfiguration::unauthenticated)
                        .jwt(jwt -> jwt.jwtAuthenticationConverter(token -> authentication(callers, token))))
                .build();
    }

    private static Mono<AbstractAuthenticationToken> authentication(CallerReader callers, Jwt token) {
        return Mono.fromSupplier(() -> new CallerAuthentication(callers.read(token)));
    }

    private static void doors(AuthorizeExchangeSpec doors) {
        doors.pathMatchers(HttpMethod.GET, PUBLIC).permitAll() //
                .pathMatchers(HttpMethod.HEAD, PUBLIC).permitAll() //
                .pathMatchers(HttpMethod.GET, "/api/log/tile/entries/**").authenticated() //
                .pathMatchers(HttpMethod.GET, "/api/log/tile/**").permitAll() //
                .pathMatchers("/api/**").authenticated() //
                .pathMatchers("/actuator/health/**").permitAll() //
                .pathMatchers("/actuator/**").hasAuthority(Role.ADMINISTRATOR.name()) //
                .pathMatchers(HttpMethod.GET, "/**").permitAll() //
                .pathMatchers(HttpMethod.HEAD, "/**").permitAll() //
                .anyExchange().denyAll();
    }

    /// The words, and the header of RFC 6750 §3, come from `web`.
    private static Mono<Void> unauthenticated(ServerWebExchange exchange, AuthenticationException why) {
        return Mono.error(new Problem(
                why instanceof OAuth2AuthenticationException ? ProblemType.TOKEN_INVALID : ProblemType.UNAUTHENTICATED));
    }

    private static void headers(ServerHttpSecurity.HeaderSpec headers, String issuer) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(contentSecurityPolicy(issuer)))
                .frameOptions(frames -> frames.mode(Mode.DENY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER));
    }

    /// Scripts from this server only, none inline. Styles may be inline: the
    /// components place and size things by style attributes.
    static String contentSecurityPolicy(String issuer) {
        return "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
                + "font-src 'self' data: blob:; worker-src 'self' blob:; connect-src 'self' " + issuer
                + "; frame-src 'self' blob: " + issuer
                + "; form-action 'self' " + issuer + "; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";
    }
}
