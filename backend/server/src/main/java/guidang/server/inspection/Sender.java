package guidang.server.inspection;

import guidang.server.access.Caller;
import guidang.server.access.OrganizationPaths;
import guidang.server.access.Role;
import guidang.server.access.Scopes;
import guidang.server.kernel.Code;
import org.jspecify.annotations.Nullable;

/// Who sent an upload, and for whom.
///
/// @param organization
///            whose clerks may go on with it, whoever of them sent it; absent:
///            the subject alone
record Sender(String subject, @Nullable Code organization) {
    /// Whether an upload is for the caller, on the tree of now: what was sent for
    /// an organisation is for the clerks at and above it, also of one into which it
    /// has gone, and no more for a sender who is none of them any longer.
    record Ownership(Scopes scopes, OrganizationPaths paths) {
        boolean owns(Caller caller, String subject, @Nullable String organization) {
            return organization == null
                    ? subject.equals(caller.subject())
                    : paths.path(new Code(organization)).filter(path -> scopes.may(caller, Role.CLERK, path)).isPresent();
        }
    }
}
