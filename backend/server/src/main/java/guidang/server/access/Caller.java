package guidang.server.access;

import guidang.server.kernel.Code;
import java.util.Set;
import java.util.stream.Collectors;

/// Who asks, as the verified token says.
///
/// @param subject
///            the token's subject: the only name of a person that a record may
///            hold
/// @param name
///            the display name: state, shown to the person itself and nowhere
///            recorded
/// @param grants
///            what the person may do, and where
public record Caller(String subject, String name, Set<Grant> grants) {
    /// The organisations at which the caller holds the role.
    public Set<Code> at(Role role) {
        return grants.stream().filter(g -> g.role() == role).map(Grant::organization).collect(Collectors.toUnmodifiableSet());
    }
}
