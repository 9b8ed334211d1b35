package guidang.server.drafts;

import guidang.server.filing.FileRole;
import guidang.server.kernel.Code;
import guidang.server.kernel.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One saving of a draft as it lies in `work` (docs/FORMAT.md). It names
/// nobody: neither who began it nor who saved it.
///
/// @param filing
///            absent: it was removed or filed
record Draft(int format, Instant savedAt, @Nullable Unfinished filing) {
    private static final int FORMAT = 1;

    static Draft of(Instant savedAt, Unfinished filing) {
        return new Draft(FORMAT, savedAt, filing);
    }

    static Draft removed(Instant at) {
        return new Draft(FORMAT, at, null);
    }

    /// What was filled in so far.
    ///
    /// @param organization
    ///            that is to file it; absent where none is chosen, as the three
    ///            members of the slot
    /// @param title
    ///            may be empty
    /// @param files
    ///            1 to 20
    record Unfinished(@Nullable Code organization, @Nullable Code campaign, @Nullable Code documentType,
            @Nullable Period period, String title, @Nullable LocalDate date, List<File> files) {
        Unfinished {
            files = List.copyOf(files);
        }
    }

    /// A file of it.
    ///
    /// @param upload
    ///            whose expiry the draft does not outlive
    record File(String upload, FileRole role, String name) {}
}
