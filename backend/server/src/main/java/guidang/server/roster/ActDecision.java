package guidang.server.roster;

import guidang.server.access.Caller;
import guidang.server.access.Role;
import guidang.server.campaigns.CampaignState;
import guidang.server.campaigns.Campaigns;
import guidang.server.campaigns.Meeting;
import guidang.server.campaigns.RequiredDocument;
import guidang.server.filing.ReportCodec;
import guidang.server.filing.Slot;
import guidang.server.filing.SlotRecord;
import guidang.server.journal.Decision;
import guidang.server.journal.NewRecord;
import guidang.server.journal.StreamKey;
import guidang.server.journal.View;
import guidang.server.kernel.Code;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.objects.Blobs;
import guidang.server.organizations.Organizations;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One organisation's documents are exempted, included again or given more
/// time: by an administrator or an officer at the campaign's target or above,
/// and by nobody for the own organisation.
///
/// @param frozen
///            whether the organisation is in the frozen roster, which never
///            changes; whether it was added is read from the view
record ActDecision(Organizations tree, Caller caller, Code campaign, Code organization, boolean frozen, ActForm form,
        Blobs.Ref details, Instant receivedAt) implements Decision {
    /// Errors: `CAMPAIGN_UNKNOWN`, `ORGANIZATION_UNKNOWN`, `FORBIDDEN`,
    /// `CAMPAIGN_STATE`, `NOT_ROSTERED`, `INVALID_FIELD`; `ROSTER_UNCHANGED` where
    /// everything is so already.
    @Override
    public List<NewRecord> decide(View view) {
        view.need(List.of(StreamKey.campaign(campaign), StreamKey.organization(organization),
                StreamKey.meeting(campaign, organization)));
        CampaignState state = Campaigns.in(view, campaign)
                .orElseThrow(() -> new Problem(ProblemType.CAMPAIGN_UNKNOWN, "campaign", campaign.value()));
        requireMayAct(view, state);
        requireRostered(state);
        List<RequiredDocument> documents = state.documents().stream().filter(d -> form.about(d.type(), d.period())).toList();
        view.need(documents.stream().map(this::slot).toList());
        Meeting meeting = Meeting.of(view.stream(StreamKey.meeting(campaign, organization)));
        List<NewRecord> records = new ArrayList<>();
        for (RequiredDocument document : documents) {
            SlotRecord fact = fact(Slot.of(view.stream(slot(document))), document.due().day(meeting));
            if (fact != null) {
                records.add(ReportCodec.write(slot(document), fact));
            }
        }
        if (records.isEmpty()) {
            throw new Problem(ProblemType.ROSTER_UNCHANGED, "campaign", campaign.value());
        }
        return records;
    }

    private StreamKey slot(RequiredDocument document) {
        return StreamKey.report(campaign, organization, document.type(), document.period());
    }

    /// Null where there is nothing to say.
    private @Nullable SlotRecord fact(Slot slot, @Nullable LocalDate due) {
        return switch (form.kind()) {
            case EXEMPT -> slot.exempted() ? null : new SlotRecord.Exempted(receivedAt, caller.subject(), details);
            case INCLUDE -> slot.exempted() ? new SlotRecord.Included(receivedAt, caller.subject(), details) : null;
            case EXTEND -> extended(slot, due, Objects.requireNonNull(form.due()));
        };
    }

    private @Nullable SlotRecord extended(Slot slot, @Nullable LocalDate due, LocalDate wished) {
        if (due != null && wished.isBefore(due)) {
            throw new Problem(ProblemType.INVALID_FIELD, "fields", List.of("due"));
        }
        boolean same = wished.equals(slot.extended().orElse(due));
        return same ? null : new SlotRecord.Extended(wished, receivedAt, caller.subject(), details);
    }

    private void requireMayAct(View view, CampaignState state) {
        List<Code> lineage = tree.lineage(view, organization);
        List<Code> target = tree.lineage(view, state.target());
        Stream<Code> acting = Stream.of(Role.ADMINISTRATOR, Role.OFFICER).flatMap(role -> caller.at(role).stream());
        if (acting.anyMatch(at -> target.contains(at) && lineage.contains(at) && mayFor(at, lineage))) {
            return;
        }
        boolean known = caller.grants().stream().anyMatch(grant -> lineage.contains(grant.organization()));
        throw known
                ? new Problem(ProblemType.FORBIDDEN)
                : new Problem(ProblemType.ORGANIZATION_UNKNOWN, "organization", organization.value());
    }

    /// Not for the own organisation, but where nobody stands above it.
    private boolean mayFor(Code at, List<Code> lineage) {
        return !at.equals(organization) || lineage.size() == 1;
    }

    private void requireRostered(CampaignState state) {
        boolean closedFor = state.phase() == CampaignState.Phase.CLOSED && form.kind() == ActKind.EXTEND;
        if (state.openedAt() == null || closedFor) {
            throw new Problem(ProblemType.CAMPAIGN_STATE, "campaign", campaign.value(), "state", state.phase().text());
        }
        if (!frozen && !state.additions().containsKey(organization)) {
            throw new Problem(ProblemType.NOT_ROSTERED, "organization", organization.value(), "campaign", campaign.value());
        }
    }
}
