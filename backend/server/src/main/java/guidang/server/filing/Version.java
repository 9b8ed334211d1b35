package guidang.server.filing;

import com.fasterxml.jackson.annotation.JsonProperty;
import guidang.server.journal.JournalRecord;
import guidang.server.kernel.OperationId;
import java.util.Locale;
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

    /// What can become of a version.
    public enum State {
        /// The slot's current version.
        @JsonProperty("filed")
        FILED,
        /// Void.
        @JsonProperty("withdrawn")
        WITHDRAWN,
        /// A later version counts.
        @JsonProperty("superseded")
        SUPERSEDED;

        /// As in JSON and in the index.
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
