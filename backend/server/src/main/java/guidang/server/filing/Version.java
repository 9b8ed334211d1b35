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
/// @param sealed
///            why nobody reads it; absent where it is neither sealed nor
///            destroyed
/// @param supersededBy
///            the next version that is not void; absent where there is none, or
///            where this one is void itself
public record Version(ReportRecord.Filed filed, JournalRecord record, State state, ReportRecord.@Nullable Sealed sealed,
        @Nullable OperationId supersededBy) {
    public OperationId id() {
        return filed.report();
    }

    /// Whether it is the slot's current one: the last that is not void.
    public boolean current() {
        return state == State.FILED;
    }

    /// Whether its words and bytes are for nobody, or gone.
    public boolean closed() {
        return state == State.SEALED || state == State.DESTROYED;
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
        SUPERSEDED,
        /// Void, and read by nobody.
        @JsonProperty("sealed")
        SEALED,
        /// Void; only its records are left.
        @JsonProperty("destroyed")
        DESTROYED;

        /// As in JSON and in the index.
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// Whether it counts as not delivered.
        public boolean isVoid() {
            return this == WITHDRAWN || this == SEALED || this == DESTROYED;
        }
    }
}
