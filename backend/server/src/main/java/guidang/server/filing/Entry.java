package guidang.server.filing;

import guidang.server.access.Caller;
import guidang.server.access.Role;
import guidang.server.campaigns.CampaignState;
import guidang.server.journal.StreamKey;
import guidang.server.journal.View;
import guidang.server.kernel.Code;
import guidang.server.kernel.OperationId;
import guidang.server.kernel.Period;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a version must pass to become the next of a slot, whether it is filed
/// there or moved there. All rules are read in the view in which it is
/// committed, so that no two clerks, no closing campaign and no replica can slip
/// in between.
///
/// @param role
///            as what the caller brings it
/// @param replaces
///            the version that is current there; absent where none is
record Entry(Places places, Caller caller, Role role, Code organization, Code campaign, Code documentType, Period period,
        @Nullable OperationId replaces) {
    StreamKey key() {
        return StreamKey.report(campaign, organization, documentType, period);
    }

    /// Whether whoever brings it is one of an organisation above only (代报).
    boolean onBehalf() {
        return !caller.at(role).contains(organization);
    }

    /// The slot as it was before.
    ///
    /// @param main
    ///            SHA-256 of the main file
    Slot admit(View view, String main) {
        view.need(List.of(key(), StreamKey.campaign(campaign), StreamKey.organization(organization)));
        List<Code> lineage = places.lineage(view, organization);
        Clerks.require(caller, role, organization, lineage);
        places.requireOpen(view, organization);
        requireOpen(places.campaign(view, campaign), lineage);
        Slot slot = Slot.of(view.stream(key()));
        requireNewContent(slot, main);
        requireCurrent(slot);
        return slot;
    }

    private void requireOpen(Optional<CampaignState> found, List<Code> lineage) {
        CampaignState state = found.filter(c -> c.created().whom().reaches(lineage)).orElseThrow(
                () -> new Problem(ProblemType.CAMPAIGN_UNKNOWN, "campaign", campaign.value()));
        if (!state.open()) {
            throw new Problem(ProblemType.CAMPAIGN_NOT_OPEN, "campaign", campaign.value());
        }
        if (!state.requires(documentType)) {
            throw new Problem(ProblemType.DOCUMENT_TYPE_UNKNOWN, "documentType", documentType.value());
        }
        if (!state.requires(documentType, period)) {
            throw new Problem(ProblemType.PERIOD_UNKNOWN, "period", period.value());
        }
    }

    private static void requireNewContent(Slot slot, String main) {
        slot.versions().stream().filter(v -> v.state() != Version.State.WITHDRAWN && v.state() != Version.State.MOVED)
                .filter(v -> v.filed().main().sha256().equals(main)).findFirst().ifPresent(same -> {
                    throw conflict(ProblemType.ALREADY_FILED, same);
                });
    }

    private void requireCurrent(Slot slot) {
        Optional<Version> current = slot.current();
        if (current.isPresent() && !current.get().id().equals(replaces)) {
            throw conflict(ProblemType.SLOT_TAKEN, current.get());
        }
        if (current.isPresent() && current.get().state() == Version.State.ACCEPTED) {
            throw current.get().notInThisState();
        }
        if (current.isEmpty() && replaces != null) {
            String state = slot.version(replaces).map(version -> version.state().text()).orElse("unknown");
            throw new Problem(ProblemType.REPORT_STATE, "report", replaces.value(), "state", state);
        }
    }

    /// Says what is there, since when.
    private static Problem conflict(ProblemType type, Version version) {
        return new Problem(type, "report", version.id().value(), "version", version.filed().version(), "receivedAt",
                version.filed().receivedAt().toString());
    }
}
