package guidang.server.filing;

import guidang.server.journal.JournalRecord;
import guidang.server.kernel.OperationId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The place of one document of one organisation in one campaign, folded from
/// its stream: versions in the order in which they came in. At most one is
/// current, and it is the last that is not void.
public record Slot(List<Version> versions) {
    public Slot {
        versions = List.copyOf(versions);
    }

    /// Folds a whole stream, or the beginning of one.
    public static Slot of(List<JournalRecord> stream) {
        List<JournalRecord> filings = new ArrayList<>();
        Map<OperationId, JournalRecord> withdrawals = new HashMap<>();
        for (JournalRecord record : stream) {
            if (ReportCodec.read(record) instanceof ReportRecord.Withdrawn withdrawn) {
                withdrawals.put(withdrawn.report(), record);
            } else {
                filings.add(record);
            }
        }
        return new Slot(backwards(filings, withdrawals));
    }

    /// From the last version to the first, so that each knows the one that
    /// superseded it.
    private static List<Version> backwards(List<JournalRecord> filings, Map<OperationId, JournalRecord> withdrawals) {
        List<Version> versions = new ArrayList<>();
        @Nullable
        OperationId next = null;
        for (JournalRecord record : filings.reversed()) {
            var filed = (ReportRecord.Filed) ReportCodec.read(record);
            @Nullable
            JournalRecord withdrawal = withdrawals.get(filed.report());
            if (withdrawal != null) {
                versions.add(new Version(filed, record, (ReportRecord.Withdrawn) ReportCodec.read(withdrawal), withdrawal, null));
            } else {
                versions.add(new Version(filed, record, null, null, next));
                next = filed.report();
            }
        }
        return versions.reversed();
    }

    /// What counts as delivered; empty where nothing is, or all of it is void.
    public Optional<Version> current() {
        return versions.stream().filter(Version::current).findFirst();
    }

    public Optional<Version> version(OperationId id) {
        return versions.stream().filter(version -> version.id().equals(id)).findFirst();
    }
}
