package guidang.server.review;

import guidang.server.filing.Reason;
import guidang.server.filing.Version;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How it stands with the review of a version.
///
/// @param levels
///            the organisations that accept it, in turn
/// @param said
///            what was said last; absent where nothing was
/// @param mayAccept
///            whether the caller may now
/// @param mayReturn
///            whether the caller may now
/// @param mayReopen
///            whether the caller may now
record ReviewView(Version.State state, List<Level> levels, @Nullable Said said, boolean mayAccept, boolean mayReturn,
        boolean mayReopen) {
    /// One of the organisations that accept.
    record Level(String organization, String name, boolean accepted) {}

    /// The last act of the review.
    ///
    /// @param type
    ///            `returned`, `accepted` or `reopened`
    /// @param marks
    ///            passages of the version's text
    record Said(String type, Instant at, @Nullable String reason, List<Reason.Mark> marks) {}
}
