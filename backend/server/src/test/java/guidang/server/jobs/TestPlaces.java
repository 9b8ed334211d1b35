package guidang.server.jobs;

import guidang.server.access.OrganizationNames;
import guidang.server.access.OrganizationPaths;
import guidang.server.access.Scopes;
import guidang.server.access.TestScopes;
import guidang.server.kernel.Code;
import guidang.server.web.Texts;
import java.util.Map;
import java.util.Optional;
import reactor.core.publisher.Mono;

/// A tree of a root, `A` and `B` below it, and `A-1` below `A`.
final class TestPlaces {
    private static final Map<String, String> TREE = Map.of("ROOT", "ROOT/", "A", "ROOT/A/", "A-1", "ROOT/A/A-1/", "B", "ROOT/B/");
    static final OrganizationPaths PATHS = code -> Optional.ofNullable(TREE.get(code.value()));
    static final OrganizationNames NAMES = codes -> Mono
            .just(codes.stream().collect(java.util.stream.Collectors.toMap(code -> code, Code::value)));
    static final Texts TEXTS = new Texts();

    private TestPlaces() {
    }

    static Scopes scopes() {
        return TestScopes.of(PATHS);
    }
}
