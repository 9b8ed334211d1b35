package guidang.server.review;

import guidang.server.access.Caller;
import guidang.server.access.Role;
import guidang.server.filing.Version;
import guidang.server.kernel.Code;
import java.util.List;
import java.util.Optional;

/// The organisations that accept a report, one after the other (逐级审核).
///
/// @param lineage
///            from the root to whoever answers for what was filed
/// @param accepting
///            in turn, each once; never empty where the lineage is not
public record Levels(List<Code> lineage, List<Code> accepting) {
    /// As many levels above as a campaign says.
    ///
    /// @param above
    ///            how many levels above the organisation each accepting one lies: 1
    ///            is its parent. Where the tree ends below, the root accepts.
    public static Levels of(List<Code> lineage, List<Integer> above) {
        List<Code> upwards = lineage.reversed();
        return new Levels(lineage,
                upwards.isEmpty()
                        ? List.of()
                        : above.stream().map(up -> upwards.get(Math.min(up, upwards.size() - 1))).distinct().toList());
    }

    /// Whether a further level accepts after this one.
    boolean isLast(int level) {
        return level >= accepting.size() - 1;
    }

    /// Whose turn it is to accept a version; empty where it waits for nobody.
    public Optional<Code> turn(Version version) {
        return version.state() == Version.State.FILED && !accepting.isEmpty()
                ? Optional.of(at(version.review().levels()))
                : Optional.empty();
    }

    /// The organisation that accepts as such a level: a campaign's levels may have
    /// become fewer since the tree was changed.
    Code at(int level) {
        return accepting.get(Math.min(level, accepting.size() - 1));
    }

    /// Whether the caller is an officer of the level's organisation or above it.
    /// What the root itself files, its own officers review.
    boolean reviews(Caller caller, int level) {
        int at = lineage.indexOf(at(level));
        return lineage.subList(0, at + 1).stream().anyMatch(caller.at(Role.OFFICER)::contains);
    }
}
