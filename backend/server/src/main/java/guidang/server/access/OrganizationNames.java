package guidang.server.access;

import guidang.server.kernel.Code;
import java.util.Collection;
import java.util.Map;
import reactor.core.publisher.Mono;

/// What organisations are called; implemented by `organizations`.
public interface OrganizationNames {
    /// The names of those that are known; a code without one is left out.
    Mono<Map<Code, String>> names(Collection<Code> codes);
}
