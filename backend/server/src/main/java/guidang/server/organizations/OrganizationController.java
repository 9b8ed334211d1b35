package guidang.server.organizations;

import guidang.server.access.Caller;
import guidang.server.kernel.Code;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// The tree, as far as the caller knows it.
@RestController
class OrganizationController {
    private static final int LARGEST_PAGE = 500;
    private static final int LONGEST_QUERY = 100;

    private final TreeReading reading;

    OrganizationController(TreeReading reading) {
        this.reading = reading;
    }

    /// One organisation.
    ///
    /// @param parent
    ///            absent for the root
    /// @param path
    ///            from the root, each code followed by a slash
    /// @param children
    ///            how many lie directly below
    /// @param ancestors
    ///            those above it that the caller knows of, from the top; absent
    ///            in lists
    record Organization(String code, String name, OrganizationType type, @Nullable String parent, String path, int children,
            @Nullable List<Ancestor> ancestors) {}

    /// Organisations in the order of the tree.
    ///
    /// @param total
    ///            of all pages
    /// @param next
    ///            to be handed in as `after`; absent on the last page
    record OrganizationPage(List<Organization> items, long total, @Nullable String next) {}

    /// A step of the way down to an organisation.
    record Ancestor(String code, String name) {}

    /// The organisations directly below `parent`; without it the tops of the
    /// caller's own parts of the tree. With `query` all below these whose code or
    /// name contains it.
    @GetMapping("/api/organizations")
    Mono<OrganizationPage> organizations(Caller caller,
            @RequestParam(required = false) @Nullable Code parent,
            @RequestParam(required = false) @Nullable String query,
            @RequestParam(required = false) @Nullable Code after,
            @RequestParam(defaultValue = "50") int size) {
        if (size < 1 || size > LARGEST_PAGE) {
            throw new Problem(ProblemType.INVALID_FIELD, "fields", List.of("size"));
        }
        if (query != null && query.length() > LONGEST_QUERY) {
            throw new Problem(ProblemType.INVALID_FIELD, "fields", List.of("query"));
        }
        return reading.page(caller, parent, query == null || query.isBlank() ? null : query.strip(), after, size);
    }

    @GetMapping("/api/organizations/{code}")
    Mono<Organization> organization(Caller caller, @PathVariable Code code) {
        return reading.detail(caller, code);
    }
}
