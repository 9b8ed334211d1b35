package guidang.server.review;

import guidang.server.access.OrganizationPaths;
import guidang.server.campaigns.CampaignRecord;
import guidang.server.campaigns.CampaignState;
import guidang.server.campaigns.Campaigns;
import guidang.server.filing.Situation;
import guidang.server.filing.Version;
import guidang.server.organizations.Lineage;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Who accepts what: as the campaign says, else the organisation
/// directly above.
@Component
class Reviewers {
    private final Campaigns campaigns;
    private final OrganizationPaths paths;

    Reviewers(Campaigns campaigns, OrganizationPaths paths) {
        this.campaigns = campaigns;
        this.paths = paths;
    }

    /// The levels of a version, as of the view in which an act is committed.
    Levels levels(Situation found) {
        return Levels.of(Lineage.accountable(found.view(), found.lineage()),
                acceptance(Campaigns.in(found.view(), found.filed().campaign())));
    }

    /// Of a version, on the tree of now.
    Levels levels(Version version) {
        return Levels.of(paths.accountable(version.filed().organization(), paths.position()),
                acceptance(campaigns.find(version.filed().campaign())));
    }

    private static List<Integer> acceptance(Optional<CampaignState> campaign) {
        return campaign.map(CampaignState::acceptance).orElse(CampaignRecord.PARENT);
    }
}
