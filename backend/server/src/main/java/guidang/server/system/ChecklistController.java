package guidang.server.system;

import guidang.server.access.Caller;
import guidang.server.access.Role;
import guidang.server.access.Scopes;
import guidang.server.campaigns.CampaignState;
import guidang.server.campaigns.Campaigns;
import guidang.server.organizations.Organizations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// What the first administrator has done and has yet to do.
@RestController
class ChecklistController {
    private final Organizations organizations;
    private final Campaigns campaigns;
    private final Scopes scopes;

    ChecklistController(Organizations organizations, Campaigns campaigns, Scopes scopes) {
        this.organizations = organizations;
        this.campaigns = campaigns;
        this.scopes = scopes;
    }

    /// How far the installation is.
    ///
    /// @param organizations
    ///            in the tree, the root among them
    /// @param reports
    ///            whether any report was ever filed
    record Checklist(int organizations, int campaigns, int openCampaigns, boolean reports) {}

    /// It counts the whole installation: for administrators of its root.
    @GetMapping("/api/system/checklist")
    Checklist checklist(Caller caller) {
        scopes.requireAtRoot(caller, Role.ADMINISTRATOR);
        int open = (int) campaigns.all().stream().filter(CampaignState::open).count();
        return new Checklist(organizations.size(), campaigns.all().size(), open, campaigns.anythingFiled());
    }
}
