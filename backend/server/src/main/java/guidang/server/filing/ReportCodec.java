package guidang.server.filing;

import guidang.server.objects.StoredJson;
import guidang.server.journal.JournalRecord;
import guidang.server.journal.NewRecord;
import guidang.server.journal.StreamKey;
import guidang.server.objects.Blobs;

/// How this room's records and details are written as JSON (docs/FORMAT.md;
/// golden files hold it still). Unknown members are skipped, so that an older
/// replica reads what a newer one wrote; an unknown type is refused.
public final class ReportCodec {
    private ReportCodec() {
    }

    /// The fact that a record of a slot's stream holds.
    ///
    /// @throws IllegalStateException
    ///             where the type is none of this room's
    public static SlotRecord read(JournalRecord record) {
        return switch (record.type()) {
            case "filed" -> StoredJson.read(record.data(), ReportRecord.Filed.class);
            case "withdrawn" -> StoredJson.read(record.data(), ReportRecord.Withdrawn.class);
            case "returned" -> StoredJson.read(record.data(), ReportRecord.Returned.class);
            case "accepted" -> StoredJson.read(record.data(), ReportRecord.Accepted.class);
            case "reopened" -> StoredJson.read(record.data(), ReportRecord.Reopened.class);
            case "moved" -> StoredJson.read(record.data(), ReportRecord.Moved.class);
            case "sealed" -> StoredJson.read(record.data(), ReportRecord.Sealed.class);
            case "released" -> StoredJson.read(record.data(), ReportRecord.Released.class);
            case "destroyed" -> StoredJson.read(record.data(), ReportRecord.Destroyed.class);
            case "exempted" -> StoredJson.read(record.data(), SlotRecord.Exempted.class);
            case "included" -> StoredJson.read(record.data(), SlotRecord.Included.class);
            case "extended" -> StoredJson.read(record.data(), SlotRecord.Extended.class);
            default -> throw new IllegalStateException(
                    "unknown type " + record.type() + " in commit " + record.commit() + " on " + record.stream());
        };
    }

    /// The fact as a record of its slot's stream.
    public static NewRecord write(StreamKey slot, SlotRecord record) {
        String type = switch (record) {
            case ReportRecord.Filed _ -> "filed";
            case ReportRecord.Withdrawn _ -> "withdrawn";
            case ReportRecord.Returned _ -> "returned";
            case ReportRecord.Accepted _ -> "accepted";
            case ReportRecord.Reopened _ -> "reopened";
            case ReportRecord.Moved _ -> "moved";
            case ReportRecord.Sealed _ -> "sealed";
            case ReportRecord.Released _ -> "released";
            case ReportRecord.Destroyed _ -> "destroyed";
            case SlotRecord.Exempted _ -> "exempted";
            case SlotRecord.Included _ -> "included";
            case SlotRecord.Extended _ -> "extended";
        };
        return new NewRecord(slot, type, StoredJson.text(record));
    }

    /// The words of a filing from their blob.
    public static ReportDetails details(byte[] blob) {
        return StoredJson.read(Blobs.unsalted(blob), ReportDetails.class);
    }

    /// Why something was done to a version, from its blob.
    public static Reason reason(byte[] blob) {
        return StoredJson.read(Blobs.unsalted(blob), Reason.class);
    }

    static Reading reading(byte[] blob) {
        return StoredJson.read(blob, Reading.class);
    }

    /// Any value of this room as JSON, members in the order of declaration, absent
    /// ones left out.
    public static byte[] bytes(Object value) {
        return StoredJson.bytes(value);
    }

    /// The slot that a version lies in.
    public static StreamKey slot(ReportRecord.Filed filed) {
        return StreamKey.report(filed.campaign(), filed.organization(), filed.documentType(), filed.period());
    }
}
