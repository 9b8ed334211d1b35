package guidang.server.web;

import static org.springframework.web.reactive.function.server.RequestPredicates.GET;
import static org.springframework.web.reactive.function.server.RequestPredicates.accept;
import static org.springframework.web.reactive.function.server.RouterFunctions.nest;
import static org.springframework.web.reactive.function.server.RouterFunctions.resources;
import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/// The browser's pages: hashed assets are kept for a year, everything else is
/// asked for again; a path of the browser's own router gets the one page.
@Configuration(proxyBeanMethods = false)
class Pages {
    private static final Resource STATIC = new ClassPathResource("static/");
    private static final Resource INDEX = new ClassPathResource("static/index.html");
    private static final CacheControl FOREVER = CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    @Bean
    @Order(0)
    RouterFunction<ServerResponse> pageRoutes() {
        return nest(notOfTheServer(),
                resources("/assets/**", new ClassPathResource("static/assets/"), (_, headers) -> headers.setCacheControl(FOREVER))
                        .and(route(GET("/").or(GET("/**").and(accept(MediaType.TEXT_HTML)).and(browserPath())), _ -> index()))
                        .and(resources("/**", STATIC, (_, headers) -> headers.setCacheControl(CacheControl.noCache()))));
    }

    /// These routes are asked before any controller, and looking for a file in the
    /// jar costs a tenth of a filing.
    private static RequestPredicate notOfTheServer() {
        return request -> !request.path().startsWith("/api/") && !request.path().startsWith("/actuator");
    }

    /// Not a file: a path whose last segment has no dot.
    private static RequestPredicate browserPath() {
        return request -> !request.path().startsWith("/assets/")
                && request.path().indexOf('.', request.path().lastIndexOf('/')) < 0;
    }

    private static Mono<ServerResponse> index() {
        if (!INDEX.exists()) {
            return ServerResponse.notFound().build();
        }
        return ServerResponse.ok().contentType(MediaType.TEXT_HTML).cacheControl(CacheControl.noCache()).bodyValue(INDEX);
    }
}
