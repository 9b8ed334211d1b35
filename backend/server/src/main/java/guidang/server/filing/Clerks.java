package guidang.server.filing;

import guidang.server.access.Caller;
import guidang.server.access.Role;
import guidang.server.kernel.Code;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.organizations.Lineage;
import java.util.List;
import java.util.Set;

/// Who may write into an organisation's slots, on the tree of the view in which
/// it is committed.
public final class Clerks {
    private Clerks() {
    }

    /// A clerk of the organisation or of one above it (代报); an officer likewise,
    /// where the role says so.
    ///
    /// @param lineage
    ///            from the root to the organisation; empty where it does not exist
    /// @throws Problem
    ///             `ORGANIZATION_UNKNOWN` where there is no such organisation, and
    ///             alike where the caller has no grant at or above it; `FORBIDDEN`
    ///             where it has another one
    static void require(Caller caller, Role role, Code organization, List<Code> lineage) {
        if (lineage.stream().anyMatch(caller.at(role)::contains)) {
            return;
        }
        boolean known = caller.grants().stream().anyMatch(grant -> lineage.contains(grant.organization()));
        throw known
                ? new Problem(ProblemType.FORBIDDEN)
                : new Problem(ProblemType.ORGANIZATION_UNKNOWN, "organization", organization.value());
    }

    /// A clerk of the organisation itself or of the one that its records passed to,
    /// or the clerk of one above it that filed the version on its behalf.
    ///
    /// @throws Problem
    ///             `FORBIDDEN`
    static void requireOwner(Caller caller, Situation found) {
        Situation.allow(owns(caller, found));
    }

    /// Whether [#requireOwner] passes.
    public static boolean owns(Caller caller, Situation found) {
        List<Code> lineage = found.lineage();
        Set<Code> clerk = caller.at(Role.CLERK);
        boolean behalf = caller.subject().equals(found.filed().actor()) && lineage.stream().anyMatch(clerk::contains);
        return behalf || (!lineage.isEmpty() && clerk.contains(Lineage.holder(found.view(), lineage)));
    }
}
