package guidang.server.organizations;

import guidang.server.kernel.Code;
import org.jspecify.annotations.Nullable;

/// One organisation as a list names it.
///
/// @param number
///            its row, from 1
/// @param shortName
///            empty: it has none; null: the list has no such column
/// @param level
///            0: as deep as it lies; null: the list has no such column
/// @param parent
///            null where the field is empty, as of the root
/// @param status
///            null: the list has no such column
/// @param successor
///            null where the field is empty
record ImportRow(int number, Code code, String name, @Nullable String shortName, OrganizationType type, @Nullable Integer level,
        @Nullable Code parent, @Nullable OrganizationStatus status, @Nullable Code successor) {
    /// Whether it is at work when the list is done.
    ///
    /// @param now
    ///            what it is before
    boolean open(OrganizationStatus now) {
        return (status == null ? now : status) == OrganizationStatus.OPEN;
    }
}
