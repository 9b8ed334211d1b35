package guidang.server.rectification;

import guidang.server.access.Caller;
import guidang.server.access.OrganizationPaths;
import guidang.server.access.Role;
import guidang.server.filing.Places;
import guidang.server.journal.View;
import guidang.server.kernel.Code;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.organizations.Lineage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a caller is to an organisation's items, on one view of the tree.
///
/// @param lineage
///            from the root to the organisation; empty where it does not exist
/// @param accountable
///            from the root to whoever answers for its items now
/// @param holder
///            who holds its records
record Hands(Caller caller, List<Code> lineage, List<Code> accountable, Code holder) {
    /// In the view of a decision.
    static Hands in(View view, Places places, Caller caller, Code organization) {
        List<Code> lineage = places.lineage(view, organization);
        return lineage.isEmpty()
                ? new Hands(caller, lineage, lineage, organization)
                : new Hands(caller, lineage, Lineage.accountable(view, lineage), Lineage.holder(view, lineage));
    }

    /// On the tree of now.
    static Hands now(OrganizationPaths paths, Caller caller, Code organization) {
        List<Code> lineage = paths.path(organization).stream().flatMap(path -> Arrays.stream(path.split("/"))).map(Code::new)
                .toList();
        return new Hands(caller, lineage, paths.accountable(organization, paths.position()), paths.successor(organization));
    }

    /// A clerk of the organisation or of one above it (代报).
    boolean clerk() {
        return holds(Role.CLERK);
    }

    /// The organisation as whose officer the caller oversees the items: the nearest
    /// one above whoever answers for them; at the root the root itself. Empty where
    /// the caller is none.
    Optional<Code> officer() {
        List<Code> above = accountable.size() > 1 ? accountable.subList(0, accountable.size() - 1) : accountable;
        return above.reversed().stream().filter(caller.at(Role.OFFICER)::contains).findFirst();
    }

    /// The nearest organisation, itself included, of which the caller is an
    /// officer; empty where there is none.
    Optional<Code> overseer() {
        return lineage.reversed().stream().filter(caller.at(Role.OFFICER)::contains).findFirst();
    }

    /// Whether the caller is at work for an organisation above it only (代报).
    boolean onBehalf() {
        Set<Code> clerk = caller.at(Role.CLERK);
        return !clerk.contains(holder) && !clerk.contains(lineage.getLast());
    }

    /// Whether the caller is one of those who do this.
    boolean may(ItemAct act) {
        return switch (act.role()) {
            case CLERK -> clerk();
            case OFFICER -> officer().isPresent();
            case null, default -> clerk() || overseer().isPresent();
        };
    }

    /// Passes where the caller may enter items: a clerk or an officer, at the
    /// organisation or above it.
    ///
    /// @throws Problem
    ///             `ORGANIZATION_UNKNOWN` where there is no such organisation, and
    ///             alike where the caller has no grant at or above it; `FORBIDDEN`
    ///             where it has another one
    void requireEntering(Code organization) {
        if (clerk() || overseer().isPresent()) {
            return;
        }
        boolean known = caller.grants().stream().anyMatch(grant -> lineage.contains(grant.organization()));
        throw known
                ? new Problem(ProblemType.FORBIDDEN)
                : new Problem(ProblemType.ORGANIZATION_UNKNOWN, "organization", organization.value());
    }

    private boolean holds(Role role) {
        return lineage.stream().anyMatch(caller.at(role)::contains);
    }
}
