package guidang.server.access;

import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// Lets a controller's method take a [Caller], with its grants as they are held
/// on the tree of now ([Scopes#resolved]).
@Component
final class CallerArgument implements HandlerMethodArgumentResolver, WebFluxConfigurer {
    private final ObjectProvider<Scopes> scopes;

    CallerArgument(ObjectProvider<Scopes> scopes) {
        this.scopes = scopes;
    }

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
    }

    @Override
    public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
        configurer.addCustomResolver(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class;
    }

    @Override
    public Mono<Object> resolveArgument(MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
        return exchange.getPrincipal().ofType(CallerAuthentication.class).map(CallerAuthentication::getPrincipal)
                .<Object>map(caller -> scopes.getObject().resolved(caller))
                .switchIfEmpty(Mono.error(() -> new Problem(ProblemType.UNAUTHENTICATED)));
    }
}
