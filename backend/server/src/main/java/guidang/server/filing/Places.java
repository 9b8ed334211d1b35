package guidang.server.filing;

import guidang.server.campaigns.CampaignState;
import guidang.server.campaigns.Campaigns;
import guidang.server.journal.View;
import guidang.server.kernel.Code;
import guidang.server.organizations.Organizations;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// What a decision reads of other rooms, from the same view as its own stream.
public interface Places {
    /// The codes from the root to the organisation itself; empty where it does
    /// not exist.
    List<Code> lineage(View view, Code organization);

    /// Passes where the organisation is at work. Error: `ORGANIZATION_CLOSED`.
    default void requireOpen(View view, Code organization) {
        Organizations.requireOpen(view, organization);
    }

    /// The campaign; empty where it does not exist.
    Optional<CampaignState> campaign(View view, Code campaign);

    /// As `organizations` and `campaigns` read them.
    @Component
    record OfView(Organizations organizations) implements Places {
        @Override
        public List<Code> lineage(View view, Code organization) {
            return organizations.lineage(view, organization);
        }

        @Override
        public Optional<CampaignState> campaign(View view, Code campaign) {
            return Campaigns.in(view, campaign);
        }
    }
}
