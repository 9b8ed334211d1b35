package guidang.server.access;

import guidang.server.kernel.Code;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// What a caller may read and do, on the tree of now. The only place where a
/// role becomes a right: every door asks here and adds what it gets.
@Component
public final class Scopes {
    private final OrganizationPaths paths;

    Scopes(OrganizationPaths paths) {
        this.paths = paths;
    }

    /// Whose reports the caller reads: a clerk exactly its own organisation and
    /// those whose records passed to it, officer and auditor their subtrees, an
    /// administrator none.
    public Scope contents(Caller caller) {
        return new Scope(below(caller, EnumSet.of(Role.OFFICER, Role.AUDITOR)), own(caller));
    }

    /// Whose counts the caller sees: as [#contents], and an administrator those of
    /// its subtree.
    public Scope figures(Caller caller) {
        return new Scope(below(caller, EnumSet.of(Role.OFFICER, Role.AUDITOR, Role.ADMINISTRATOR)), own(caller));
    }

    /// Which organisations the caller knows of: those at and below its grants. A
    /// clerk knows those below it because it may file for them (代报).
    public Scope tree(Caller caller) {
        return new Scope(below(caller, EnumSet.allOf(Role.class)), Set.of());
    }

    /// Whether the caller holds the role at the path or above it.
    public boolean may(Caller caller, Role role, String path) {
        return below(caller, EnumSet.of(role)).stream().anyMatch(path::startsWith);
    }

    /// Whether the caller holds the role at exactly the root of the tree.
    public boolean atRoot(Caller caller, Role role) {
        return below(caller, EnumSet.of(role)).stream().anyMatch(path -> path.indexOf('/') == path.length() - 1);
    }

    /// Passes where the caller holds the role at the path or above.
    ///
    /// @throws Problem
    ///             `FORBIDDEN`; `NOT_FOUND` where the caller must not even know of
    ///             the path
    public void require(Caller caller, Role role, String path) {
        if (!may(caller, role, path)) {
            throw new Problem(tree(caller).includes(path) ? ProblemType.FORBIDDEN : ProblemType.NOT_FOUND);
        }
    }

    /// Passes where the caller holds the role at any organisation of the tree.
    ///
    /// @throws Problem
    ///             `FORBIDDEN`
    public void requireAnywhere(Caller caller, Role role) {
        if (below(caller, EnumSet.of(role)).isEmpty()) {
            throw new Problem(ProblemType.FORBIDDEN);
        }
    }

    /// Passes where the caller holds the role at the root of the tree.
    ///
    /// @throws Problem
    ///             `FORBIDDEN`
    public void requireAtRoot(Caller caller, Role role) {
        if (!atRoot(caller, role)) {
            throw new Problem(ProblemType.FORBIDDEN);
        }
    }

    /// The organisation's path where the caller holds the role at it or above.
    ///
    /// @throws Problem
    ///             `FORBIDDEN`; `ORGANIZATION_UNKNOWN` for one that does not exist
    ///             and for one that the caller must not know of, alike
    public String require(Caller caller, Role role, Code organization) {
        String path = known(caller, organization);
        if (!may(caller, role, path)) {
            throw new Problem(ProblemType.FORBIDDEN);
        }
        return path;
    }

    /// The organisation's path.
    ///
    /// @throws Problem
    ///             `ORGANIZATION_UNKNOWN` for one that does not exist and for one
    ///             that the caller must not know of, alike
    public String known(Caller caller, Code organization) {
        return paths.path(organization).filter(tree(caller)::includes)
                .orElseThrow(() -> new Problem(ProblemType.ORGANIZATION_UNKNOWN, "organization", organization.value()));
    }

    /// The organisations at which the caller holds one of the roles, in the order
    /// of their paths; none lies below another one.
    public List<Code> tops(Caller caller, Collection<Role> roles) {
        List<String> held = below(caller, roles).stream().sorted().toList();
        return held.stream().filter(path -> held.stream().noneMatch(above -> !above.equals(path) && path.startsWith(above)))
                .map(path -> new Code(path.substring(path.lastIndexOf('/', path.length() - 2) + 1, path.length() - 1))).toList();
    }

    /// The caller with each grant at the organisation that holds it now: those of a
    /// merged one passed to its successor, those of a closed one to the one above.
    Caller resolved(Caller caller) {
        if (caller.grants().stream().allMatch(g -> paths.successor(g.organization()).equals(g.organization()))) {
            return caller;
        }
        return new Caller(caller.subject(), caller.name(), caller.grants().stream()
                .map(g -> new Grant(g.role(), paths.successor(g.organization()))).collect(Collectors.toUnmodifiableSet()));
    }

    /// The paths of the grants of these roles. A grant at an unknown organisation
    /// gives nothing.
    private Set<String> below(Caller caller, Collection<Role> roles) {
        return granted(caller, roles).flatMap(code -> paths.path(code).stream()).collect(Collectors.toUnmodifiableSet());
    }

    private Set<String> own(Caller caller) {
        return granted(caller, EnumSet.of(Role.CLERK))
                .flatMap(code -> Stream.concat(paths.path(code).stream(), paths.passedTo(code).stream()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Stream<Code> granted(Caller caller, Collection<Role> roles) {
        return caller.grants().stream().filter(g -> roles.contains(g.role())).map(g -> paths.successor(g.organization()));
    }
}
