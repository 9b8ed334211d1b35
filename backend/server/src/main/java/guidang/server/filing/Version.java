package guidang.server.filing;

import guidang.server.journal.JournalRecord;
import guidang.server.kernel.OperationId;
import org.jspecify.annotations.Nullable;

/// One version of a slot, with what became of it.
///
/// @param filed
///            as it came in
/// @param record
///            the journal's record of that
/// @param withdrawn
///            what made it void; absent where it is not
/// @param withdrawal
///            the journal's record of that
/// @param supersededBy
///            the next version that is not void; absent where there is none, or
///            where this one is void itself
public record Version(ReportRecord.Filed filed, JournalRecord record, ReportRecord.@Nullable Withdrawn withdrawn,
        @Nullable JournalRecord withdrawal, @Nullable OperationId supersededBy) {
    /// What became of it.
    public State state() {
        if (withdrawn != null) {
            return State.WITHDRAWN;
        }
        return supersededBy != null ? State.SUPERSEDED : State.FILED;
    }

    public OperationId id() {
        return filed.report();
    }

    /// Whether it is the slot's current one: the last that is not void.
    public boolean current() {
        return state() == State.FILED;
    }

    /// The states of a version.
    public enum State {
        @com.fasterxml.jackson.annotation.JsonProperty("filed")
        FILED, @com.fasterxml.jackson.annotation.JsonProperty("withdrawn")
        WITHDRAWN, @com.fasterxml.jackson.annotation.JsonProperty("superseded")
        SUPERSEDED
    }
}
