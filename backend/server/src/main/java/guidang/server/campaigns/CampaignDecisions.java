package guidang.server.campaigns;

import guidang.server.access.Caller;
import guidang.server.access.Role;
import guidang.server.journal.Decision;
import guidang.server.journal.StreamKey;
import guidang.server.journal.View;
import guidang.server.kernel.Code;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.objects.Blobs;
import guidang.server.organizations.Organizations;
import java.util.List;
import java.util.Set;

/// The rules of a campaign's life, read in the view in which they
/// are committed.
final class CampaignDecisions {
    private final Organizations tree;

    CampaignDecisions(Organizations tree) {
        this.tree = tree;
    }

    /// Errors: `CAMPAIGN_EXISTS`; `ORGANIZATION_UNKNOWN` where the caller does not
    /// administer the target.
    Decision create(Caller caller, CampaignForm form, Blobs.Ref details) {
        return view -> {
            view.need(List.of(StreamKey.campaign(form.code()), StreamKey.organization(form.target())));
            if (Campaigns.in(view, form.code()).isPresent()) {
                throw new Problem(ProblemType.CAMPAIGN_EXISTS, "campaign", form.code().value());
            }
            requireAdministered(view, caller, form.target());
            return List.of(CampaignCodec.write(form.code(),
                    new CampaignRecord.Created(details, form.target(), form.types(), form.documents())));
        };
    }

    /// From draft to opening. Errors: `CAMPAIGN_UNKNOWN`,
    /// `CAMPAIGN_STATE`, `FORBIDDEN`.
    Decision startOpening(Caller caller, Code campaign) {
        return by(caller, campaign, CampaignState.Phase.DRAFT, new CampaignRecord.OpeningStarted());
    }

    /// From open to closed. Errors as [#startOpening].
    Decision close(Caller caller, Code campaign) {
        return by(caller, campaign, CampaignState.Phase.OPEN, new CampaignRecord.Closed());
    }

    private Decision by(Caller caller, Code campaign, CampaignState.Phase phase, CampaignRecord record) {
        return view -> {
            CampaignState state = in(view, campaign);
            requireAdministered(view, caller, state.target());
            requirePhase(state, phase);
            return List.of(CampaignCodec.write(campaign, record));
        };
    }

    /// Another template instead of the one that the caller saw. Errors:
    /// `CAMPAIGN_UNKNOWN`; `CAMPAIGN_STATE` where it is closed; `FORBIDDEN`;
    /// `TEMPLATE_CHANGED`.
    ///
    /// @param replaces
    ///            the version that was seen; 0 where there was none
    Decision template(Caller caller, Code campaign, int replaces, CampaignRecord.Template template) {
        return view -> {
            CampaignState state = in(view, campaign);
            require(view, caller, state.target(), Set.of(Role.ADMINISTRATOR, Role.OFFICER));
            if (state.phase() == CampaignState.Phase.CLOSED) {
                throw new Problem(ProblemType.CAMPAIGN_STATE, "campaign", campaign.value(), "state", state.phase().text());
            }
            if (state.templateVersion() != replaces) {
                throw new Problem(ProblemType.TEMPLATE_CHANGED, "campaign", campaign.value(), "version", state.templateVersion());
            }
            return List.of(CampaignCodec.write(campaign, template));
        };
    }

    /// A step of an opening that is under way; nobody asks for it, the job does.
    Decision whileOpening(Code campaign, CampaignRecord record) {
        return view -> {
            requirePhase(in(view, campaign), CampaignState.Phase.OPENING);
            return List.of(CampaignCodec.write(campaign, record));
        };
    }

    private static CampaignState in(View view, Code campaign) {
        return Campaigns.in(view, campaign)
                .orElseThrow(() -> new Problem(ProblemType.CAMPAIGN_UNKNOWN, "campaign", campaign.value()));
    }

    private static void requirePhase(CampaignState state, CampaignState.Phase phase) {
        if (state.phase() != phase) {
            throw new Problem(ProblemType.CAMPAIGN_STATE, "campaign", state.code().value(), "state", state.phase().text());
        }
    }

    private void requireAdministered(View view, Caller caller, Code target) {
        require(view, caller, target, Set.of(Role.ADMINISTRATOR));
    }

    /// One of the roles, at the target or above.
    private void require(View view, Caller caller, Code target, Set<Role> roles) {
        List<Code> lineage = tree.lineage(view, target);
        if (roles.stream().map(caller::at).anyMatch(at -> lineage.stream().anyMatch(at::contains))) {
            return;
        }
        boolean known = caller.grants().stream().anyMatch(g -> lineage.contains(g.organization()));
        throw known
                ? new Problem(ProblemType.FORBIDDEN)
                : new Problem(ProblemType.ORGANIZATION_UNKNOWN, "organization", target.value());
    }
}
