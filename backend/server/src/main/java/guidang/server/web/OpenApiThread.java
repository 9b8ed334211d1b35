package guidang.server.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// The API's document is made when it is first asked for, from class files: not
/// on a thread that serves others.
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
final class OpenApiThread implements WebFilter {
    private final String path;

    OpenApiThread(@Value("${springdoc.api-docs.path}") String path) {
        this.path = path;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        Mono<Void> rest = Mono.defer(() -> chain.filter(exchange));
        return exchange.getRequest().getPath().value().equals(path) ? rest.subscribeOn(Schedulers.boundedElastic()) : rest;
    }
}
