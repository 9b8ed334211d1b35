package guidang.server.filing;

import com.fasterxml.jackson.annotation.JsonProperty;
import guidang.server.journal.JournalRecord;
import guidang.server.kernel.OperationId;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
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
/// @param movedTo
///            what it is in another slot; absent where it was not moved
public record Version(ReportRecord.Filed filed, JournalRecord record, State state, ReportRecord.@Nullable Sealed sealed,
        @Nullable OperationId supersededBy, @Nullable OperationId movedTo, Review review) {
    /// One that came in just now.
    static Version fresh(ReportRecord.Filed filed, JournalRecord record) {
        return new Version(filed, record, State.FILED, null, null, null, Review.NONE);
    }

    public OperationId id() {
        return filed.report();
    }

    /// Whether it is the slot's current one: the last that is not void.
    public boolean current() {
        return state.isCurrent();
    }

    /// What whoever would do something to it is told.
    public Problem notInThisState() {
        return new Problem(ProblemType.REPORT_STATE, "report", id().value(), "state", state.text());
    }

    /// Whether its words and bytes are for nobody here: sealed, gone, or to be read
    /// in the slot that it was moved to.
    public boolean closed() {
        return state == State.SEALED || state == State.DESTROYED || state == State.MOVED;
    }

    /// What the officers above said of a version.
    ///
    /// @param levels
    ///            how many have accepted it, since it was last returned or reopened
    /// @param last
    ///            the last thing that was said; absent where nothing was
    public record Review(int levels, Slot.@Nullable Act last) {
        static final Review NONE = new Review(0, null);

        /// Of a version that nothing else became of.
        State state() {
            return switch (last == null ? null : last.fact()) {
                case ReportRecord.Returned _ -> State.RETURNED;
                case ReportRecord.Reopened _ -> State.REOPENED;
                case ReportRecord.Accepted accepted when accepted.last() -> State.ACCEPTED;
                case null, default -> State.FILED;
            };
        }
    }

    /// What can become of a version.
    public enum State {
        /// The slot's current version; it waits for review.
        @JsonProperty("filed")
        FILED,
        /// Current, and sent back to be mended.
        @JsonProperty("returned")
        RETURNED,
        /// Current, and accepted by all levels.
        @JsonProperty("accepted")
        ACCEPTED,
        /// Current, accepted once, and to be replaced.
        @JsonProperty("reopened")
        REOPENED,
        /// Void.
        @JsonProperty("withdrawn")
        WITHDRAWN,
        /// A later version counts.
        @JsonProperty("superseded")
        SUPERSEDED,
        /// Void here; it lies in another slot.
        @JsonProperty("moved")
        MOVED,
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
            return this == WITHDRAWN || this == MOVED || this == SEALED || this == DESTROYED;
        }

        /// Whether the version is what counts in its slot.
        public boolean isCurrent() {
            return this == FILED || this == RETURNED || this == ACCEPTED || this == REOPENED;
        }
    }
}
