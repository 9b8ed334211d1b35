package guidang.server.review;

import guidang.server.filing.Situation;
import guidang.server.kernel.Code;
import java.util.List;
import org.springframework.stereotype.Component;

/// Who accepts what.
@Component
class Reviewers {
    /// The organisation directly above.
    private static final List<Integer> PARENT = List.of(1);

    /// The levels of a version, as of the view in which an act is committed.
    Levels levels(Situation found) {
        return Levels.of(found.lineage(), PARENT);
    }

    /// Of an organisation, on the tree of now.
    Levels levels(List<Code> lineage) {
        return Levels.of(lineage, PARENT);
    }
}
