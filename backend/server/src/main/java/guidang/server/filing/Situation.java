package guidang.server.filing;

import guidang.server.journal.View;
import guidang.server.kernel.Code;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.objects.Blobs;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What whoever decides on an act about a version finds, all of it read in the
/// view in which the act is committed.
///
/// @param lineage
///            from the root to the version's organisation; empty where it does
///            not exist
/// @param details
///            the blob with the reason that was given; absent where none was
public record Situation(View view, List<Code> lineage, Slot slot, Version version, Blobs.@Nullable Ref details) {
    public ReportRecord.Filed filed() {
        return version.filed();
    }

    /// The blob with the reason of an act that is not done without one.
    public Blobs.Ref reason() {
        if (details == null) {
            throw new IllegalStateException("no reason was given");
        }
        return details;
    }

    /// Passes where the version is in one of these states.
    ///
    /// @throws Problem
    ///             `REPORT_STATE`
    public void require(Version.State... states) {
        if (!List.of(states).contains(version.state())) {
            throw version.notInThisState();
        }
    }

    /// Passes where this holds of the caller.
    ///
    /// @throws Problem
    ///             `FORBIDDEN`
    public static void allow(boolean allowed) {
        if (!allowed) {
            throw new Problem(ProblemType.FORBIDDEN);
        }
    }
}
