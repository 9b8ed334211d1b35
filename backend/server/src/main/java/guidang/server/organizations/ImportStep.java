package guidang.server.organizations;

import guidang.server.kernel.Code;
import guidang.server.objects.Blobs;
import guidang.server.organizations.OrganizationRecord.Act;
import guidang.server.organizations.OrganizationRecord.Closed;
import guidang.server.organizations.OrganizationRecord.Created;
import guidang.server.organizations.OrganizationRecord.Merged;
import guidang.server.organizations.OrganizationRecord.Moved;
import guidang.server.organizations.OrganizationRecord.Renamed;
import guidang.server.organizations.OrganizationRecord.Reopened;
import guidang.server.organizations.OrganizationRecord.Retyped;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One thing that an import does to one organisation.
///
/// @param was
///            null where it is new
/// @param position
///            how many records its stream has before
record ImportStep(ImportRow row, Kind kind, @Nullable Standing was, int position) {
    /// What is done.
    enum Kind {
        ADDED,
        REOPENED,
        MOVED,
        RENAMED,
        RETYPED,
        MERGED,
        CLOSED
    }

    Code code() {
        return row.code();
    }

    boolean names() {
        return kind == Kind.ADDED || kind == Kind.RENAMED;
    }

    /// The short name that it has afterwards.
    @Nullable
    String shortName() {
        String wanted = row.shortName() == null && was != null ? was.shortName() : row.shortName();
        return wanted == null || wanted.isEmpty() ? null : wanted;
    }

    /// The level that it has afterwards.
    @Nullable
    Integer level() {
        int before = was == null ? 0 : was.level();
        int wanted = Objects.requireNonNullElse(row.level(), before);
        return wanted == 0 ? null : wanted;
    }

    OrganizationRecord record(Blobs.Ref details, Act act) {
        return switch (kind) {
            case ADDED -> new Created(row.parent(), row.type(), level(), details, act);
            case REOPENED -> new Reopened(row.parent(), details, act);
            case MOVED -> new Moved(Objects.requireNonNull(row.parent()), details, act);
            case RENAMED -> new Renamed(details, act);
            case RETYPED -> new Retyped(row.type(), level(), details, act);
            case MERGED -> new Merged(Objects.requireNonNull(row.successor()), details, act);
            case CLOSED -> new Closed(details, act);
        };
    }

    /// All that makes it another step than another one.
    String text() {
        return String.join("\0", kind.name(), code().value(), row.name(), String.valueOf(shortName()), row.type().text(),
                String.valueOf(level()), String.valueOf(row.parent()), String.valueOf(row.successor()),
                String.valueOf(position));
    }
}
