package guidang.server.register;

import guidang.server.kernel.Code;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An import of a register as a whole; each change of it is a new document.
///
/// @param name
///            of the file
/// @param organization
///            at or below which its items lie
/// @param campaign
///            of rows that name none
/// @param subject
///            whose import it is
/// @param receivedAt
///            its last byte: that of all that it writes
/// @param counts
///            of its items, as they were seen last
/// @param job
///            that writes or wrote it; absent until it was started
/// @param end
///            what came of it; absent until the job has ended
record SheetHead(int format, String name, Code organization, Code campaign, String subject, long size, Instant receivedAt,
        Counts counts, @Nullable String job, @Nullable End end) {
    static final int FORMAT = 1;

    /// Of the items of a sheet.
    ///
    /// @param ready
    ///            without a fault
    record Counts(int rows, int ready, int added, int changed, int unchanged, int faulty) {
        static Counts of(ImportPlan plan) {
            return new Counts(plan.size(), plan.steps().size(), plan.count(SheetStep.Kind.ADDED),
                    plan.count(SheetStep.Kind.CHANGED), plan.count(SheetStep.Kind.UNCHANGED), plan.faulty());
        }
    }

    /// What was written, in however many runs, and what was not.
    record End(int added, int changed, List<Refused> refused) {
        End {
            refused = List.copyOf(refused);
        }
    }

    /// A row that was not taken after all.
    ///
    /// @param code
    ///            the problem's type: `item-changed`
    record Refused(int row, String code, Map<String, Object> arguments) {}

    SheetHead begun(String by, Counts now) {
        return new SheetHead(format, name, organization, campaign, subject, size, receivedAt, now, by, null);
    }

    SheetHead ended(End how) {
        return new SheetHead(format, name, organization, campaign, subject, size, receivedAt, counts, job, how);
    }
}
