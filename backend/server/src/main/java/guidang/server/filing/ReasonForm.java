package guidang.server.filing;

import org.jspecify.annotations.Nullable;

/// Why something is to be done to a version.
///
/// @param reason
///            1–1,000 characters; it stays on record
public record ReasonForm(@Nullable String reason) {
    /// The words, checked.
    ///
    /// @throws guidang.server.kernel.Problem
    ///             `INVALID_FIELD`
    public Reason checked() {
        return Reason.of(reason);
    }
}
