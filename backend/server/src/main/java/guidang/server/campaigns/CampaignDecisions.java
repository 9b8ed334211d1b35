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
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The rules of a campaign's life, read in the view in which they
/// are committed.
final class CampaignDecisions {
    private final Organizations tree;

    CampaignDecisions(Organizations tree) {
        this.tree = tree;
    }

    /// Errors: `CAMPAIGN_EXISTS`; `ORGANIZATION_UNKNOWN` where the caller does not
    /// administer the target, or another organisation does not lie below it.
    Decision create(Caller caller, CampaignForm form, Blobs.Ref details) {
        return view -> {
            view.need(Stream.concat(Stream.of(StreamKey.campaign(form.code())), streams(form.whom())).toList());
            if (Campaigns.in(view, form.code()).isPresent()) {
                throw new Problem(ProblemType.CAMPAIGN_EXISTS, "campaign", form.code().value());
            }
            requireAsked(view, caller, form.whom());
            return List.of(CampaignCodec.write(form.code(), form.record(details)));
        };
    }

    /// A draft becomes another one. Errors: `CAMPAIGN_UNKNOWN`; `CAMPAIGN_STATE`
    /// where it is none any more; `CAMPAIGN_CHANGED`; as [#create] for both targets.
    ///
    /// @param replaces
    ///            the revision that was seen
    Decision change(Caller caller, CampaignForm form, int replaces, Blobs.Ref details) {
        return view -> {
            view.need(Stream.concat(Stream.of(StreamKey.campaign(form.code())), streams(form.whom())).toList());
            CampaignState state = in(view, form.code());
            requireAdministered(view, caller, state.target());
            requirePhase(state, CampaignState.Phase.DRAFT);
            if (state.revision() != replaces) {
                throw new Problem(ProblemType.CAMPAIGN_CHANGED, "campaign", form.code().value(), "revision", state.revision());
            }
            requireAsked(view, caller, form.whom());
            return List.of(CampaignCodec.write(form.code(), new CampaignRecord.Changed(form.record(details))));
        };
    }

    private Stream<StreamKey> streams(Whom whom) {
        return whom.named().flatMap(this::way).distinct().map(StreamKey::organization);
    }

    /// The streams that say where it lies, as far as the tree of now can tell.
    private Stream<Code> way(Code organization) {
        Stream<Code> above = tree.path(organization).stream().flatMap(path -> Arrays.stream(path.split("/", -1)))
                .filter(code -> !code.isEmpty()).map(Code::new);
        return Stream.concat(Stream.of(organization), above);
    }

    private void requireAsked(View view, Caller caller, Whom whom) {
        requireAdministered(view, caller, whom.target());
        whom.named().filter(code -> !tree.lineage(view, code).contains(whom.target())).findFirst().ifPresent(code -> {
            throw new Problem(ProblemType.ORGANIZATION_UNKNOWN, "organization", code.value());
        });
    }

    /// From draft to opening. Errors: `CAMPAIGN_UNKNOWN`, `CAMPAIGN_STATE`,
    /// `FORBIDDEN`; `CAMPAIGN_INCOMPLETE` where it asks for nothing.
    Decision startOpening(Caller caller, Code campaign) {
        return view -> {
            CampaignState state = in(view, campaign);
            requireAdministered(view, caller, state.target());
            requirePhase(state, CampaignState.Phase.DRAFT);
            if (state.documents().isEmpty()) {
                throw new Problem(ProblemType.CAMPAIGN_INCOMPLETE, "campaign", campaign.value());
            }
            return List.of(CampaignCodec.write(campaign, new CampaignRecord.OpeningStarted()));
        };
    }

    /// Further organisations are asked. Those that were added meanwhile are left
    /// out. Errors: `CAMPAIGN_UNKNOWN`, `CAMPAIGN_STATE`, `FORBIDDEN`;
    /// `ORGANIZATION_UNKNOWN` where one does not lie below the target;
    /// `ROSTER_UNCHANGED` where all are there already.
    Decision add(Caller caller, Code campaign, List<Code> organizations, Blobs.Ref details, Instant receivedAt) {
        return view -> {
            view.need(Stream.concat(Stream.of(StreamKey.campaign(campaign)),
                    organizations.stream().flatMap(this::way).distinct().map(StreamKey::organization)).toList());
            CampaignState state = in(view, campaign);
            require(view, caller, state.target(), Set.of(Role.ADMINISTRATOR, Role.OFFICER));
            requirePhase(state, CampaignState.Phase.OPEN);
            List<RosterRow> rows = organizations.stream().filter(code -> !state.additions().containsKey(code)).sorted()
                    .map(code -> row(view, state.target(), code)).toList();
            if (rows.isEmpty()) {
                throw new Problem(ProblemType.ROSTER_UNCHANGED, "campaign", campaign.value());
            }
            return List.of(CampaignCodec.write(campaign, new CampaignRecord.Added(rows, details, receivedAt, caller.subject())));
        };
    }

    private RosterRow row(View view, Code target, Code organization) {
        List<Code> lineage = tree.lineage(view, organization);
        if (!lineage.contains(target)) {
            throw new Problem(ProblemType.ORGANIZATION_UNKNOWN, "organization", organization.value());
        }
        Organizations.requireOpen(view, organization);
        return new RosterRow(organization, lineage.stream().map(Code::value).collect(Collectors.joining("/", "", "/")));
    }

    /// From open to closed. Errors as [#startOpening].
    Decision close(Caller caller, Code campaign) {
        return view -> {
            CampaignState state = in(view, campaign);
            requireAdministered(view, caller, state.target());
            requirePhase(state, CampaignState.Phase.OPEN);
            return List.of(CampaignCodec.write(campaign, new CampaignRecord.Closed()));
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
