package guidang.server.access;

import guidang.server.kernel.Code;
import java.util.Comparator;
import java.util.List;
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

    /// Who the caller is.
    ///
    /// @param grants
    ///            empty where the identity provider gives none
    record Me(String subject, String name, List<MeGrant> grants) {}

    /// One grant, in words.
    ///
    /// @param known
    ///            whether the organisation is in the tree; the page of an unknown
    ///            one says whom to ask
    record MeGrant(Role role, String organization, @Nullable String organizationName, @Nullable String path, boolean known) {}

    @GetMapping("/api/me")
    Mono<Me> me(Caller caller) {
        List<Code> codes = caller.grants().stream().map(Grant::organization).distinct().toList();
        return names.names(codes).map(named -> new Me(caller.subject(), caller.name(), views(caller, named)));
    }

    private List<MeGrant> views(Caller caller, Map<Code, String> named) {
        return caller.grants().stream().sorted(Comparator.comparing(Grant::organization).thenComparing(Grant::role))
                .map(g -> view(g, named))
                .toList();
    }

    private MeGrant view(Grant grant, Map<Code, String> named) {
        String path = paths.path(grant.organization()).orElse(null);
        return new MeGrant(grant.role(), grant.organization().value(),
                named.get(grant.organization()), path,
                path != null);
    }
}
