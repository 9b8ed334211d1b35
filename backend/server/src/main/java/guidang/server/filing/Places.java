package guidang.server.filing;

import guidang.server.journal.View;
import guidang.server.kernel.Code;
import java.util.List;
import java.util.Optional;

/// What a decision reads of other rooms, from the same view as its own stream.
interface Places {
    /// The codes from the root to the organisation itself; empty where it does
    /// not exist.
    List<Code> lineage(View view, Code organization);

    /// The campaign; empty where it does not exist.
    Optional<Campaign> campaign(View view, Code campaign);

    /// What a filing must know of its campaign.
    interface Campaign {
        Code target();

        boolean open();

        boolean requires(Code documentType);

        boolean requires(Code documentType, guidang.server.kernel.Period period);
    }
}
