package guidang.server.jobs;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A job as its page shows it.
///
/// @param kind
///            what is done: `organizations-import`, `reports-import`, `roster`,
///            `export`, `rebuild`
/// @param organization
///            whose work it is; absent where the caller does not know it any
///            more
/// @param subject
///            what it is about: the kind's own small facts, such as the code of
///            the campaign
/// @param total
///            absent while it is not known
/// @param failed
///            of those done, which came to nothing
/// @param remainingSeconds
///            at the pace so far; absent while nobody can tell
/// @param endedAt
///            absent until it ended
/// @param problem
///            absent but where it failed
/// @param result
///            absent where there is no file, or not any more
/// @param counts
///            what came of it
/// @param cancellable
///            whether it may be told to stop: not where it ended or was told
/// @param mine
///            whether the caller began it
@Schema(name = "Job")
public record JobView(String id, String kind, @Nullable JobOrganization organization, Map<String, String> subject,
        JobState state, long done, @Nullable Long total, long failed, @Nullable Long remainingSeconds, Instant startedAt,
        @Nullable Instant endedAt, @Nullable JobProblem problem, @Nullable JobFile result, Map<String, Long> counts,
        boolean cancellable, boolean mine) {
    /// Whose work it is.
    public record JobOrganization(String code, String name) {}

    /// Why it failed, as a problem's members of these names.
    public record JobProblem(String code, String title, String detail, String action) {}

    /// The file that came of it.
    ///
    /// @param href
    ///            of this API
    public record JobFile(String name, String href, Instant expiresAt) {}

    /// The newest first.
    ///
    /// @param next
    ///            to be handed in as `after`; absent on the last page
    @Schema(name = "JobPage")
    record JobPage(List<JobView> jobs, @Nullable String next) {}
}
