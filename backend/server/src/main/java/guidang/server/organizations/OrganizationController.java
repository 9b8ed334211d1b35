package guidang.server.organizations;

import guidang.server.access.Caller;
import guidang.server.kernel.Code;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// The tree, as far as the caller knows it, of now and of any earlier time.
@RestController
class OrganizationController {
    private static final int LARGEST_PAGE = 500;
    private static final int LONGEST_QUERY = 100;

    private final TreeReading reading;
    private final OrganizationHistory history;

    OrganizationController(TreeReading reading, OrganizationHistory history) {
        this.reading = reading;
        this.history = history;
    }

    /// One organisation.
    ///
    /// @param level
    ///            1 is the highest
    /// @param levelGiven
    ///            whether the level was said of it, or is as deep as it lies
    /// @param parent
    ///            absent for the root
    /// @param path
    ///            from the root, each code followed by a slash
    /// @param children
    ///            how many at work lie directly below
    /// @param successor
    ///            of one that was merged
    /// @param until
    ///            when it was closed or merged
    /// @param ancestors
    ///            those above it that the caller knows of, from the top; absent
    ///            in lists
    record Organization(String code, String name, @Nullable String shortName, OrganizationType type, int level,
            boolean levelGiven, @Nullable String parent, String path, int children, OrganizationStatus status,
            @Nullable Ancestor successor, Instant since, @Nullable Instant until, @Nullable List<Ancestor> ancestors) {}

    /// Organisations in the order of the tree.
    ///
    /// @param total
    ///            of all pages
    /// @param next
    ///            to be handed in as `after`; absent on the last page
    record OrganizationPage(List<Organization> items, long total, @Nullable String next) {}

    /// A step of the way down to an organisation.
    record Ancestor(String code, String name) {}

    /// What an organisation was before or after a change.
    ///
    /// @param level
    ///            absent: as deep as it lay
    /// @param parent
    ///            absent for the root, and where the caller does not know of it
    record OrganizationThen(String name, @Nullable String shortName, OrganizationType type, @Nullable Integer level,
            @Nullable Ancestor parent, OrganizationStatus status) {}

    /// One thing that happened to it.
    ///
    /// @param type
    ///            `created`, `renamed`, `moved`, `retyped`, `merged`, `closed`,
    ///            `reopened`
    /// @param at
    ///            from when on
    /// @param position
    ///            of the journal, after it
    /// @param before
    ///            absent of `created`
    /// @param reason
    ///            absent where none was given
    record OrganizationChange(String type, Instant at, long position, @Nullable OrganizationThen before,
            OrganizationThen after, @Nullable String reason) {}

    /// All that happened to it, the last first.
    record OrganizationChanges(List<OrganizationChange> items) {}

    /// The organisations directly below `parent`; without it the tops of the
    /// caller's own parts of the tree. With `query` all below these whose code,
    /// name, short name or pinyin (whole or by initials) holds it. With `asOf` the
    /// tree of that moment, without those that lie outside the caller's scope today.
    ///
    /// @param asOf
    ///            `2026-11-23T06:05:00Z`, or a day: its end
    /// @param closed
    ///            whether those that are closed or merged are listed too
    @GetMapping("/api/organizations")
    Mono<OrganizationPage> organizations(Caller caller,
            @RequestParam(required = false) @Nullable Code parent,
            @RequestParam(required = false) @Nullable String query,
            @RequestParam(required = false) @Nullable Code after,
            @RequestParam(defaultValue = "50") int size,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(defaultValue = "false") boolean closed) {
        if (size < 1 || size > LARGEST_PAGE) {
            throw new Problem(ProblemType.INVALID_FIELD, "fields", List.of("size"));
        }
        if (query != null && query.length() > LONGEST_QUERY) {
            throw new Problem(ProblemType.INVALID_FIELD, "fields", List.of("query"));
        }
        String sought = query == null || query.isBlank() ? null : query.strip();
        return reading.page(caller, new TreeReading.Asked(parent, sought, after, size, asOf, closed));
    }

    @GetMapping("/api/organizations/{code}")
    Mono<Organization> organization(Caller caller, @PathVariable Code code,
            @RequestParam(required = false) @Nullable String asOf) {
        return reading.detail(caller, code, asOf);
    }

    @GetMapping("/api/organizations/{code}/history")
    Mono<OrganizationChanges> history(Caller caller, @PathVariable Code code) {
        return history.of(caller, code);
    }
}
