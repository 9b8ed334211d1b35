package guidang.server.organizations;

import guidang.server.kernel.Code;
import guidang.server.objects.Blobs;
import org.jspecify.annotations.Nullable;

/// What may happen to an organisation, on its own
/// stream `organizations/{code}`.
public sealed interface OrganizationRecord {
    /// It exists from now on.
    ///
    /// @param parent
    ///            the one it lies directly under; null for the root
    /// @param details
    ///            the blob with its name, shared by the rows of one import
    record Created(@Nullable Code parent, OrganizationType type, Blobs.Ref details) implements OrganizationRecord {}
}
