package guidang.server.spill;

import com.fasterxml.jackson.annotation.JsonProperty;
import guidang.server.filing.ReportRecord.Ground;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How it stands with a sealed or destroyed report.
///
/// @param mayDecide
///            whether the caller may release or destroy it: an officer at or
///            above its organisation who did not seal it
/// @param removal
///            what became of its bytes and words; absent while it is only sealed
record Sealing(String report, Ground ground, Instant sealedAt, @Nullable String reason, boolean mayDecide,
        @Nullable Progress removal) {
    /// How far a destruction has come.
    enum Progress {
        /// Bytes or words may still lie in the store or in the index.
        @JsonProperty("pending")
        PENDING,
        /// The store does not let go of the bytes: they are locked.
        @JsonProperty("kept")
        KEPT,
        /// Nothing is left but the records.
        @JsonProperty("removed")
        REMOVED
    }
}
