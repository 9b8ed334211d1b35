package guidang.server.web;

import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// Answers every failure, of handlers, filters and the security chain alike,
/// with a problem (RFC 9457) in the caller's language.
@Component
@Order(-2)
final class ProblemResponses implements WebExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemResponses.class);

    private final Texts texts;
    private final JsonMapper json;

    ProblemResponses(Texts texts, JsonMapper json) {
        this.texts = texts;
        this.json = json;
        // The serializer is made now, from class files: not on the thread of the first refusal.
        json.writeValueAsBytes(ProblemDetail.forStatus(500));
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        // Who went away reads no answer; that is no failure of ours.
        if (DisconnectedClientHelper.isClientDisconnectedException(error)) {
            LOG.debug("The client went away: {}", exchange.getRequest().getPath());
            return Mono.empty();
        }
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(error);
        }
        Problem problem = ProblemMapping.of(error);
        if (problem.type() == ProblemType.INTERNAL) {
            problem = new Problem(ProblemType.INTERNAL, "incident", logged(exchange, error));
        }
        ProblemDetail detail = detail(problem, exchange);
        return write(exchange.getResponse(), problem.type(), detail);
    }

    private ProblemDetail detail(Problem problem, ServerWebExchange exchange) {
        Locale locale = Objects.requireNonNullElse(exchange.getLocaleContext().getLocale(), Locale.SIMPLIFIED_CHINESE);
        ProblemType type = problem.type();
        ProblemDetail detail = ProblemDetail.forStatus(type.status());
        detail.setType(URI.create("urn:guidang:problem:" + type.slug()));
        detail.setTitle(text(problem, "title", locale));
        detail.setDetail(text(problem, "detail", locale));
        detail.setInstance(URI.create(exchange.getRequest().getURI().getRawPath()));
        detail.setProperty("code", type.slug());
        detail.setProperty("action", text(problem, "action", locale));
        problem.arguments().forEach(detail::setProperty);
        return detail;
    }

    private String text(Problem problem, String part, Locale locale) {
        return texts.text("problem." + problem.type().slug() + "." + part, problem.arguments(), locale);
    }

    /// @return a mark by which the one who reads the log finds the failure. The
    ///         query and the body are not logged: they may hold words of a document
    private static String logged(ServerWebExchange exchange, Throwable error) {
        String incident = exchange.getRequest().getId();
        LOG.error("Incident {}: {} {}", incident, exchange.getRequest().getMethod(), exchange.getRequest().getPath(), error);
        return incident;
    }

    private Mono<Void> write(ServerHttpResponse response, ProblemType type, ProblemDetail detail) {
        response.setStatusCode(HttpStatusCode.valueOf(type.status()));
        HttpHeaders headers = response.getHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.setCacheControl("no-store");
        if (type.status() == 401) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE,
                    type == ProblemType.UNAUTHENTICATED ? "Bearer" : "Bearer error=\"invalid_token\"");
        }
        if (type.status() == 503) {
            headers.set(HttpHeaders.RETRY_AFTER, "1");
        }
        return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(json.writeValueAsBytes(detail))));
    }
}
