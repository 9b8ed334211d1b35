package guidang.server.filing;

import guidang.server.access.OrganizationNames;
import guidang.server.access.OrganizationPaths;
import guidang.server.campaigns.CampaignNames;
import guidang.server.campaigns.Campaigns;
import guidang.server.kernel.Code;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// What people call the parts of a slot now, and where its organisation lies.
@Component
class SlotNames {
    private final OrganizationNames organizations;
    private final OrganizationPaths paths;
    private final Campaigns campaigns;

    SlotNames(OrganizationNames organizations, OrganizationPaths paths, Campaigns campaigns) {
        this.organizations = organizations;
        this.paths = paths;
        this.campaigns = campaigns;
    }

    /// The names of one slot's parts; the code itself where there is no name.
    ///
    /// @param path
    ///            codes from the root, each followed by a slash
    record Named(String organization, String path, String campaign, String document) {}

    Mono<Named> of(ReportRecord.Filed filed) {
        Code organization = filed.organization();
        return Mono.zip(organizations.names(List.of(organization)), campaigns.names(filed.campaign())
                .defaultIfEmpty(new CampaignNames(filed.campaign(), filed.campaign().value(), Map.of())),
                (names, campaign) -> new Named(names.getOrDefault(organization, organization.value()),
                        paths.path(organization).orElse(""), campaign.name(), campaign.document(filed.documentType())));
    }
}
