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
        List<Filing> filings = new ArrayList<>();
        Map<OperationId, Withdrawal> withdrawals = new HashMap<>();
        for (JournalRecord record : stream) {
            switch (ReportCodec.read(record)) {
                case ReportRecord.Filed filed -> filings.add(new Filing(filed, record));
                case ReportRecord.Withdrawn withdrawn -> withdrawals.put(withdrawn.report(), new Withdrawal(withdrawn, record));
            }
        }
        return new Slot(backwards(filings, withdrawals));
    }

    private record Filing(ReportRecord.Filed filed, JournalRecord record) {}

    private record Withdrawal(ReportRecord.Withdrawn withdrawn, JournalRecord record) {}

    /// From the last version to the first, so that each knows the one that
    /// superseded it.
    private static List<Version> backwards(List<Filing> filings, Map<OperationId, Withdrawal> withdrawals) {
        List<Version> versions = new ArrayList<>();
        @Nullable
        OperationId next = null;
        for (Filing filing : filings.reversed()) {
            ReportRecord.Filed filed = filing.filed();
            @Nullable
            Withdrawal withdrawal = withdrawals.get(filed.report());
            if (withdrawal != null) {
                versions.add(new Version(filed, filing.record(), withdrawal.withdrawn(), withdrawal.record(), null));
            } else {
                versions.add(new Version(filed, filing.record(), null, null, next));
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
