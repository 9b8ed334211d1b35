package guidang.server.organizations;

import org.jspecify.annotations.Nullable;

/// What an organisation is from a commit on.
///
/// @param commit
///            the commit that made it so
/// @param at
///            the commit's time, in milliseconds since 1970
/// @param parent
///            null for the root; of a merged one its successor
/// @param level
///            0: as deep as it lies
record TreeState(long commit, long at, Change change, @Nullable TreeNode parent, OrganizationType type, byte level,
        OrganizationStatus status, Naming naming) {
    /// What happened.
    enum Change {
        CREATED,
        RENAMED,
        MOVED,
        RETYPED,
        MERGED,
        CLOSED,
        REOPENED
    }

    boolean open() {
        return status == OrganizationStatus.OPEN;
    }
}
