package guidang.server.organizations;

import guidang.server.journal.JournalRecord;
import guidang.server.journal.View;
import guidang.server.journal.StreamKey;
import guidang.server.kernel.Code;
import guidang.server.organizations.OrganizationRecord.Closed;
import guidang.server.organizations.OrganizationRecord.Created;
import guidang.server.organizations.OrganizationRecord.Merged;
import guidang.server.organizations.OrganizationRecord.Moved;
import guidang.server.organizations.OrganizationRecord.Renamed;
import guidang.server.organizations.OrganizationRecord.Reopened;
import guidang.server.organizations.OrganizationRecord.Retyped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An organisation as its stream tells.
///
/// @param parent
///            null for the root; of a merged one its successor
/// @param level
///            null: as deep as it lies
public record OrganizationState(@Nullable Code parent, OrganizationType type, @Nullable Integer level,
        OrganizationStatus status) {
    /// The organisation in a view; empty where it does not exist.
    public static Optional<OrganizationState> in(View view, Code code) {
        return of(view.stream(StreamKey.organization(code)));
    }

    static Optional<OrganizationState> of(List<JournalRecord> stream) {
        OrganizationState state = null;
        for (JournalRecord record : stream) {
            state = after(state, OrganizationCodec.read(record));
        }
        return Optional.ofNullable(state);
    }

    /// What it is after one more record.
    ///
    /// @param before
    ///            null before it was created
    static OrganizationState after(@Nullable OrganizationState before, OrganizationRecord record) {
        if (record instanceof Created created) {
            return new OrganizationState(created.parent(), created.type(), created.level(), OrganizationStatus.OPEN);
        }
        OrganizationState was = Objects.requireNonNull(before, "nothing happens to an organisation before it is created");
        return switch (record) {
            case Created _,Renamed _ -> was;
            case Moved moved -> was.under(moved.parent(), was.status);
            case Retyped retyped -> new OrganizationState(was.parent, retyped.type(), retyped.level(), was.status);
            case Merged merged -> was.under(merged.into(), OrganizationStatus.MERGED);
            case Closed _ -> was.under(was.parent, OrganizationStatus.CLOSED);
            case Reopened reopened -> was.under(reopened.parent() == null ? was.parent : reopened.parent(),
                    OrganizationStatus.OPEN);
        };
    }

    private OrganizationState under(@Nullable Code other, OrganizationStatus now) {
        return new OrganizationState(other, type, level, now);
    }

    boolean open() {
        return status == OrganizationStatus.OPEN;
    }
}
