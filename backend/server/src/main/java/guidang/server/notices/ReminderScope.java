package guidang.server.notices;

import guidang.server.access.Caller;
import guidang.server.access.Grant;
import guidang.server.access.OrganizationPaths;
import guidang.server.access.Role;
import guidang.server.access.Scopes;
import guidang.server.kernel.Code;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Who reminds whom, and who sees reminders.
@Component
class ReminderScope {
    private static final Set<Role> REMIND = Set.of(Role.OFFICER, Role.ADMINISTRATOR);

    private final Scopes scopes;
    private final OrganizationPaths paths;

    ReminderScope(Scopes scopes, OrganizationPaths paths) {
        this.scopes = scopes;
        this.paths = paths;
    }

    /// Passes for whoever is officer or administrator somewhere.
    ///
    /// @throws Problem
    ///             `FORBIDDEN`
    void requireSome(Caller caller) {
        if (caller.grants().stream().noneMatch(grant -> REMIND.contains(grant.role()))) {
            throw new Problem(ProblemType.FORBIDDEN);
        }
    }

    /// In whose name the caller reminds the organisation: the nearest at or above
    /// it of which it is officer or administrator. Empty where there is none, and
    /// where the organisation does not exist, alike.
    Optional<Code> from(Caller caller, Code organization) {
        return from(caller, organization, REMIND);
    }

    /// In whose name the caller reminds the organisation of rectification items,
    /// which officers alone read; as [#from].
    Optional<Code> officer(Caller caller, Code organization) {
        return from(caller, organization, Set.of(Role.OFFICER));
    }

    private Optional<Code> from(Caller caller, Code organization, Set<Role> roles) {
        return paths.path(organization).filter(path -> roles.stream().anyMatch(role -> scopes.may(caller, role, path)))
                .flatMap(path -> nearest(caller, path, roles));
    }

    private Optional<Code> nearest(Caller caller, String path, Set<Role> roles) {
        Map<Code, String> above = caller.grants().stream().filter(grant -> roles.contains(grant.role()))
                .map(Grant::organization).distinct().filter(code -> paths.path(code).filter(path::startsWith).isPresent())
                .collect(Collectors.toMap(code -> code, code -> paths.path(code).orElse("")));
        return above.entrySet().stream().max(Comparator.comparingInt(each -> each.getValue().length())).map(Map.Entry::getKey);
    }

    /// Which notices of rectification items the caller sees there: of its own items
    /// who reads or files them, of close-outs who decides below it.
    Set<ItemsTold.Kind> items(Caller caller, Code organization) {
        String path = scopes.known(caller, organization);
        Set<ItemsTold.Kind> kinds = EnumSet.noneOf(ItemsTold.Kind.class);
        if (scopes.contents(caller).includes(path) || scopes.may(caller, Role.CLERK, path)) {
            kinds.addAll(Set.of(ItemsTold.Kind.REMINDER, ItemsTold.Kind.DUE));
        }
        if (scopes.may(caller, Role.OFFICER, path)) {
            kinds.add(ItemsTold.Kind.CLOSE_OUTS);
        }
        return kinds;
    }

    /// Passes for those who see what the organisation owes: its figures' readers,
    /// and the clerks at or above it.
    ///
    /// @throws Problem
    ///             `ORGANIZATION_UNKNOWN` for one that does not exist, and for all
    ///             others alike
    void requireReader(Caller caller, Code organization) {
        String path = scopes.known(caller, organization);
        if (!scopes.figures(caller).includes(path) && !scopes.may(caller, Role.CLERK, path)) {
            throw new Problem(ProblemType.ORGANIZATION_UNKNOWN, "organization", organization.value());
        }
    }
}
