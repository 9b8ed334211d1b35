package guidang.server.organizations;

import guidang.server.kernel.Code;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What an organisation is before an import.
///
/// @param level
///            0: as deep as it lies
/// @param parent
///            null for the root; of a merged one its successor
/// @param administered
///            whether the caller administers it
/// @param movable
///            whether the caller administers the place in which it lies, too
/// @param position
///            how many records its stream has
record Standing(String name, @Nullable String shortName, OrganizationType type, int level, @Nullable Code parent,
        OrganizationStatus status, boolean administered, boolean movable, int position) {
    boolean open() {
        return status == OrganizationStatus.OPEN;
    }

    /// The tree, as an import reads it.
    interface Known {
        /// Empty where the code is free.
        Optional<Standing> find(Code code);

        /// The codes of those directly below that are at work.
        Collection<Code> children(Code code);
    }
}
