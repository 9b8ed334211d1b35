package guidang.server.organizations;

import guidang.server.kernel.Code;
import guidang.server.objects.Blobs;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What may happen to an organisation, on its own
/// stream `organizations/{code}`.
public sealed interface OrganizationRecord {
    /// Names and reason, salted; shared by the rows of one import.
    Blobs.Ref details();

    /// Who asked for it, and when; null in records from before it was noted.
    @Nullable
    Act act();

    /// Who asked.
    ///
    /// @param receivedAt
    ///            when the request was received
    /// @param actor
    ///            the subject of whoever asked
    record Act(Instant receivedAt, String actor) {}

    /// It exists from now on.
    ///
    /// @param parent
    ///            the one it lies directly under; null for the root
    /// @param level
    ///            1 is the highest; null: as deep as it lies
    record Created(@Nullable Code parent, OrganizationType type, @Nullable Integer level, Blobs.Ref details,
            @Nullable Act act) implements OrganizationRecord {
        Created(@Nullable Code parent, OrganizationType type, Blobs.Ref details) {
            this(parent, type, null, details, null);
        }
    }

    /// It is called otherwise from now on.
    record Renamed(Blobs.Ref details, @Nullable Act act) implements OrganizationRecord {}

    /// It lies under another one from now on, with all below it.
    record Moved(Code parent, Blobs.Ref details, @Nullable Act act) implements OrganizationRecord {}

    /// It is of another type or level from now on.
    record Retyped(OrganizationType type, @Nullable Integer level, Blobs.Ref details, @Nullable Act act)
            implements
                OrganizationRecord {}

    /// It has gone into another one, and lies below it from now on.
    record Merged(Code into, Blobs.Ref details, @Nullable Act act) implements OrganizationRecord {}

    /// It is dissolved.
    record Closed(Blobs.Ref details, @Nullable Act act) implements OrganizationRecord {}

    /// It is at work again.
    ///
    /// @param parent
    ///            where it lies from now on; null: where it lay
    record Reopened(@Nullable Code parent, Blobs.Ref details, @Nullable Act act) implements OrganizationRecord {}
}
