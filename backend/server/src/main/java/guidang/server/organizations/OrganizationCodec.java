package guidang.server.organizations;

import guidang.server.objects.StoredJson;
import guidang.server.journal.JournalRecord;
import guidang.server.journal.NewRecord;
import guidang.server.journal.StreamKey;
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
import java.time.Instant;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// How this room's records and details are written as JSON (docs/FORMAT.md;
/// golden files hold it still).
public final class OrganizationCodec {
    private OrganizationCodec() {
    }

    /// The members of all records; what a type of record has not is absent.
    private record Data(@Nullable String parent, @Nullable String into, @Nullable String type, @Nullable Integer level,
            Blobs.Ref details, @Nullable Instant receivedAt, @Nullable String actor) {
        static Data of(OrganizationRecord record) {
            return new Data(null, null, null, null, record.details(), null, null).by(record.act());
        }

        Data parent(@Nullable Code code) {
            return new Data(code == null ? null : code.value(), into, type, level, details, receivedAt, actor);
        }

        Data into(Code code) {
            return new Data(parent, code.value(), type, level, details, receivedAt, actor);
        }

        Data type(OrganizationType kind, @Nullable Integer of) {
            return new Data(parent, into, kind.text(), of, details, receivedAt, actor);
        }

        private Data by(@Nullable Act act) {
            return act == null ? this : new Data(parent, into, type, level, details, act.receivedAt(), act.actor());
        }

        @Nullable
        Act act() {
            return receivedAt == null || actor == null ? null : new Act(receivedAt, actor);
        }

        @Nullable
        Code parentCode() {
            return parent == null ? null : new Code(parent);
        }

        OrganizationType organizationType() {
            return OrganizationType.of(String.valueOf(type))
                    .orElseThrow(() -> new IllegalStateException("unknown type of organisation: " + type));
        }
    }

    /// The fact that a record of an organisation's stream holds.
    ///
    /// @throws IllegalStateException
    ///             where the type is none of this room's
    public static OrganizationRecord read(JournalRecord record) {
        Data data = StoredJson.read(record.data(), Data.class);
        Act act = data.act();
        return switch (record.type()) {
            case "created" -> new Created(data.parentCode(), data.organizationType(), data.level, data.details, act);
            case "renamed" -> new Renamed(data.details, act);
            case "moved" -> new Moved(Objects.requireNonNull(data.parentCode()), data.details, act);
            case "retyped" -> new Retyped(data.organizationType(), data.level, data.details, act);
            case "merged" -> new Merged(new Code(Objects.requireNonNull(data.into)), data.details, act);
            case "closed" -> new Closed(data.details, act);
            case "reopened" -> new Reopened(data.parentCode(), data.details, act);
            default -> throw new IllegalStateException(
                    "unknown type " + record.type() + " in commit " + record.commit() + " on " + record.stream());
        };
    }

    static NewRecord write(Code code, OrganizationRecord record) {
        Data data = Data.of(record);
        return switch (record) {
            case Created created -> written(code, "created",
                    data.parent(created.parent()).type(created.type(), created.level()));
            case Renamed _ -> written(code, "renamed", data);
            case Moved moved -> written(code, "moved", data.parent(moved.parent()));
            case Retyped retyped -> written(code, "retyped", data.type(retyped.type(), retyped.level()));
            case Merged merged -> written(code, "merged", data.into(merged.into()));
            case Closed _ -> written(code, "closed", data);
            case Reopened reopened -> written(code, "reopened", data.parent(reopened.parent()));
        };
    }

    private static NewRecord written(Code code, String type, Data data) {
        return new NewRecord(StreamKey.organization(code), type, StoredJson.text(data));
    }

    /// The names of one import's rows as a details blob.
    static byte[] details(SortedMap<String, String> names) {
        return new OrganizationDetails(1, names, null, null).salted();
    }

    /// The code that an organisation's stream is the history of.
    public static Code code(StreamKey stream) {
        return new Code(stream.value().substring(stream.value().indexOf('/') + 1));
    }

    static byte[] json(OrganizationDetails details) {
        return StoredJson.bytes(details);
    }

    static OrganizationDetails details(byte[] blob) {
        return StoredJson.read(Blobs.unsalted(blob), OrganizationDetails.class);
    }
}
