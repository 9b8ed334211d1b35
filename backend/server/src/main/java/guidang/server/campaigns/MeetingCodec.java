package guidang.server.campaigns;

import guidang.server.objects.StoredJson;
import guidang.server.journal.JournalRecord;
import guidang.server.journal.NewRecord;
import guidang.server.journal.StreamKey;
import guidang.server.kernel.Code;

/// How what is told of meetings is written as JSON (docs/FORMAT.md; golden
/// files hold it still).
public final class MeetingCodec {
    private MeetingCodec() {
    }

    /// The fact that a record of a meeting's stream holds.
    ///
    /// @throws IllegalStateException
    ///             where the type is none of this room's
    public static MeetingRecord read(JournalRecord record) {
        return switch (record.type()) {
            case "planned" -> StoredJson.read(record.data(), MeetingRecord.Planned.class);
            case "held" -> StoredJson.read(record.data(), MeetingRecord.Held.class);
            default -> throw new IllegalStateException(
                    "unknown type " + record.type() + " in commit " + record.commit() + " on " + record.stream());
        };
    }

    static NewRecord write(Code campaign, Code organization, MeetingRecord record) {
        String type = switch (record) {
            case MeetingRecord.Planned _ -> "planned";
            case MeetingRecord.Held _ -> "held";
        };
        return new NewRecord(StreamKey.meeting(campaign, organization), type, StoredJson.text(record));
    }
}
