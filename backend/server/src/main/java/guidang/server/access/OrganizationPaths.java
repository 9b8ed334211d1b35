package guidang.server.access;

import guidang.server.kernel.Code;
import java.util.Optional;

/// Where an organisation lies in the tree of now; implemented
/// by `organizations`.
public interface OrganizationPaths {
    /// The path from the root, each code followed by a slash:
    /// `ROOT/BUREAU-1/BRANCH-7/`; empty where the code is unknown.
    Optional<String> path(Code code);
}
