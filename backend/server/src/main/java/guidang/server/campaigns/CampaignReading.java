package guidang.server.campaigns;

import guidang.server.access.Caller;
import guidang.server.access.OrganizationNames;
import guidang.server.access.OrganizationPaths;
import guidang.server.access.Role;
import guidang.server.access.Scope;
import guidang.server.access.Scopes;
import guidang.server.campaigns.CampaignController.Campaign;
import guidang.server.campaigns.CampaignController.CampaignDocument;
import guidang.server.campaigns.CampaignController.CampaignOrganization;
import guidang.server.kernel.Code;
import guidang.server.kernel.Period;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
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
        return Flux.fromIterable(campaigns.all()).filter(campaign -> campaigns.concerns(caller, campaign))
                .concatMap(campaign -> shown(caller, campaign));
    }

    Mono<Campaign> one(Caller caller, Code code) {
        return Mono.fromSupplier(() -> known(caller, code)).flatMap(campaign -> shown(caller, campaign));
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
        return campaigns.concerning(caller, code);
    }

    private Mono<Campaign> shown(Caller caller, CampaignState campaign) {
        Scope known = scopes.tree(caller);
        List<Code> listed = campaign.created().whom().named().filter(code -> paths.path(code).filter(known::includes).isPresent())
                .toList();
        List<Code> all = Stream.concat(listed.stream(), Stream.of(campaign.target())).distinct().toList();
        return Mono.zip(campaigns.names(campaign), names.names(all),
                (named, organizations) -> shown(caller, campaign, named, new Listed(Set.copyOf(listed), organizations)));
    }

    /// The organisations that the caller may see listed, and what they are called.
    private record Listed(Set<Code> known, Map<Code, String> names) {
        List<CampaignOrganization> of(Set<Code> codes) {
            return codes.stream().filter(known::contains)
                    .map(code -> new CampaignOrganization(code.value(), names.getOrDefault(code, code.value()))).toList();
        }
    }

    private Campaign shown(Caller caller, CampaignState campaign, CampaignNames named, Listed listed) {
        Whom whom = campaign.created().whom();
        Period period = campaign.created().period();
        boolean counts = campaign.openedAt() != null
                && paths.path(campaign.target()).filter(scopes.figures(caller)::includes).isPresent();
        return new Campaign(campaign.code().value(), named.name(), period == null ? null : period.value(), campaign.phase(),
                campaign.documents().stream().map(document -> shown(document, named)).toList(), whom.target().value(),
                listed.names.get(whom.target()), listed.of(whom.targets()), listed.of(whom.leftOut()),
                listed.of(whom.leftOutAlone()), whom.levels(), whom.types(), campaign.acceptance(), campaign.openedAt(),
                counts ? campaign.rostered() : null,
                campaign.phase() == CampaignState.Phase.OPENING ? campaign.frozen() : null,
                counts ? campaign.additions().size() : null, campaign.revision(),
                may(caller, campaign, Role.ADMINISTRATOR), may(caller, campaign, Role.ADMINISTRATOR, Role.OFFICER));
    }

    private static CampaignDocument shown(RequiredDocument document, CampaignNames named) {
        return new CampaignDocument(document.type().value(), named.document(document.type()), document.period().value(),
                document.due() instanceof DueRule.On(LocalDate day) ? day : null,
                document.due() instanceof DueRule.AfterMeeting rule ? rule : null, document.required());
    }
}
