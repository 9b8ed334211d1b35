package guidang.server.rectification;

import guidang.server.filing.Reason;
import guidang.server.journal.JournalRecord;
import guidang.server.journal.NewRecord;
import guidang.server.journal.StreamKey;
import guidang.server.objects.Blobs;
import guidang.server.objects.StoredJson;

/// How items' records and words are written as JSON (docs/FORMAT.md; golden
/// files hold it still). Unknown members are skipped; an unknown type
/// is refused.
public final class ItemCodec {
    private ItemCodec() {
    }

    /// The fact that a record of an item's stream holds.
    ///
    /// @throws IllegalStateException
    ///             where the type is none of these
    public static ItemRecord read(JournalRecord record) {
        Class<? extends ItemRecord> type = switch (record.type()) {
            case "opened" -> ItemRecord.Opened.class;
            case "edited" -> ItemRecord.Edited.class;
            case "reclassified" -> ItemRecord.Reclassified.class;
            case "progressed" -> ItemRecord.Progressed.class;
            case "commented" -> ItemRecord.Commented.class;
            case "close-out-requested" -> ItemRecord.CloseOutRequested.class;
            case "close-out-withdrawn" -> ItemRecord.CloseOutWithdrawn.class;
            case "closed" -> ItemRecord.Closed.class;
            case "returned" -> ItemRecord.Returned.class;
            case "extension-requested" -> ItemRecord.ExtensionRequested.class;
            case "extension-granted" -> ItemRecord.ExtensionGranted.class;
            case "extension-refused" -> ItemRecord.ExtensionRefused.class;
            case "reviewed" -> ItemRecord.Reviewed.class;
            case "reopened" -> ItemRecord.Reopened.class;
            case "voided" -> ItemRecord.Voided.class;
            default -> throw new IllegalStateException(
                    "unknown type " + record.type() + " in commit " + record.commit() + " on " + record.stream());
        };
        return StoredJson.read(record.data(), type);
    }

    /// The fact as a record of its item's stream.
    static NewRecord write(StreamKey item, ItemRecord fact) {
        return new NewRecord(item, type(fact), StoredJson.text(fact));
    }

    /// The type of the record that holds the fact.
    static String type(ItemRecord fact) {
        return switch (fact) {
            case ItemRecord.Opened _ -> "opened";
            case ItemRecord.Edited _ -> "edited";
            case ItemRecord.Reclassified _ -> "reclassified";
            case ItemRecord.Progressed _ -> "progressed";
            case ItemRecord.Commented _ -> "commented";
            case ItemRecord.CloseOutRequested _ -> "close-out-requested";
            case ItemRecord.CloseOutWithdrawn _ -> "close-out-withdrawn";
            case ItemRecord.Closed _ -> "closed";
            case ItemRecord.Returned _ -> "returned";
            case ItemRecord.ExtensionRequested _ -> "extension-requested";
            case ItemRecord.ExtensionGranted _ -> "extension-granted";
            case ItemRecord.ExtensionRefused _ -> "extension-refused";
            case ItemRecord.Reviewed _ -> "reviewed";
            case ItemRecord.Reopened _ -> "reopened";
            case ItemRecord.Voided _ -> "voided";
        };
    }

    /// What an item is, from the blob of an `opened` or `edited`.
    public static ItemWords words(byte[] blob) {
        return StoredJson.read(Blobs.unsalted(blob), ItemWords.class);
    }

    /// What was done, from the blob of a `progressed`.
    public static ProgressWords progress(byte[] blob) {
        return StoredJson.read(Blobs.unsalted(blob), ProgressWords.class);
    }

    /// What was said, from the blob of any other record.
    public static Reason reason(byte[] blob) {
        return StoredJson.read(Blobs.unsalted(blob), Reason.class);
    }

    /// What a record of a register's stream holds.
    public static Entered entered(JournalRecord record) {
        if (!record.type().equals("entered")) {
            throw new IllegalStateException(
                    "unknown type " + record.type() + " in commit " + record.commit() + " on " + record.stream());
        }
        return StoredJson.read(record.data(), Entered.class);
    }

    static NewRecord write(StreamKey register, Entered entered) {
        return new NewRecord(register, "entered", StoredJson.text(entered));
    }
}
