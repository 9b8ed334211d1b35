package guidang.server.access;

import guidang.server.kernel.Code;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Who the caller is, with its grants in words.
@RestController
class MeController {
    private final OrganizationPaths paths;
    private final OrganizationNames names;

    MeController(OrganizationPaths paths, OrganizationNames names) {
        this.paths = paths;
        this.names = names;
    }

    /// @param grants
    ///            empty where the identity provider gives none
    record Me(String subject, String name, List<GrantView> grants) {}

    /// @param role
    ///            `clerk`, `officer`, `auditor` or `administrator`
    /// @param known
    ///            whether the organisation is in the tree; the page of an unknown
    ///            one says whom to ask
    record GrantView(String role, String organization, @Nullable String organizationName, @Nullable String path, boolean known) {}

    @GetMapping("/api/me")
    Mono<Me> me(Caller caller) {
        List<Code> codes = caller.grants().stream().map(Grant::organization).distinct().toList();
        return names.names(codes).map(named -> new Me(caller.subject(), caller.name(), views(caller, named)));
    }

    private List<GrantView> views(Caller caller, Map<Code, String> named) {
        return caller.grants().stream().sorted(Comparator.comparing(Grant::organization).thenComparing(Grant::role))
                .map(g -> view(g, named))
                .toList();
    }

    private GrantView view(Grant grant, Map<Code, String> named) {
        String path = paths.path(grant.organization()).orElse(null);
        return new GrantView(grant.role().name().toLowerCase(Locale.ROOT), grant.organization().value(),
                named.get(grant.organization()), path,
                path != null);
    }
}
