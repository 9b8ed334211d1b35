package guidang.server.campaigns;

import guidang.server.access.Caller;
import guidang.server.access.OrganizationNames;
import guidang.server.access.OrganizationPaths;
import guidang.server.access.Role;
import guidang.server.access.Scopes;
import guidang.server.campaigns.CampaignController.Campaign;
import guidang.server.campaigns.CampaignController.CampaignDocument;
import guidang.server.kernel.Code;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Campaigns with their names, as far as they concern the caller: those whose
/// target lies above, at or below one of its grants.
@Service
class CampaignReading {
    private final Campaigns campaigns;
    private final OrganizationPaths paths;
    private final OrganizationNames names;
    private final Scopes scopes;

    CampaignReading(Campaigns campaigns, OrganizationPaths paths, OrganizationNames names, Scopes scopes) {
        this.campaigns = campaigns;
        this.paths = paths;
        this.names = names;
        this.scopes = scopes;
    }

    Flux<Campaign> all(Caller caller) {
        return Flux.fromIterable(campaigns.all()).filter(campaign -> concerns(caller, campaign)).concatMap(this::shown);
    }

    Mono<Campaign> one(Caller caller, Code code) {
        return Mono.fromSupplier(() -> known(caller, code)).flatMap(this::shown);
    }

    /// Whether the caller holds one of the roles at the target or above.
    boolean may(Caller caller, CampaignState campaign, Role... roles) {
        String target = paths.path(campaign.target()).orElse("");
        return Arrays.stream(roles).anyMatch(role -> scopes.may(caller, role, target));
    }

    /// Passes where the caller holds the role at the campaign's target or above.
    ///
    /// @throws Problem
    ///             `CAMPAIGN_UNKNOWN` for one that does not exist and for one that
    ///             does not concern the caller, alike; `FORBIDDEN`
    void require(Caller caller, Role role, Code code) {
        String target = paths.path(known(caller, code).target()).orElseThrow();
        if (!scopes.may(caller, role, target)) {
            throw new Problem(ProblemType.FORBIDDEN);
        }
    }

    /// The campaign.
    ///
    /// @throws Problem
    ///             `CAMPAIGN_UNKNOWN` for one that does not exist and for one that
    ///             does not concern the caller, alike
    CampaignState known(Caller caller, Code code) {
        return campaigns.find(code).filter(campaign -> concerns(caller, campaign))
                .orElseThrow(() -> new Problem(ProblemType.CAMPAIGN_UNKNOWN, "campaign", code.value()));
    }

    private boolean concerns(Caller caller, CampaignState campaign) {
        String target = paths.path(campaign.target()).orElse("");
        return caller.grants().stream().flatMap(g -> paths.path(g.organization()).stream())
                .anyMatch(path -> path.startsWith(target) || target.startsWith(path));
    }

    private Mono<Campaign> shown(CampaignState campaign) {
        return Mono.zip(campaigns.names(campaign.code()), names.names(List.of(campaign.target())),
                (named, targets) -> shown(campaign, named, targets.get(campaign.target())));
    }

    private static Campaign shown(CampaignState campaign, CampaignNames named, @Nullable String targetName) {
        List<CampaignDocument> documents = campaign.documents().stream()
                .map(d -> new CampaignDocument(d.type().value(), named.document(d.type()), d.period().value(), d.due(),
                        d.required()))
                .toList();
        return new Campaign(campaign.code().value(), named.name(), campaign.phase(), documents, campaign.target().value(),
                targetName,
                campaign.created().types(), campaign.openedAt(), campaign.openedAt() == null ? null : campaign.rostered());
    }
}
