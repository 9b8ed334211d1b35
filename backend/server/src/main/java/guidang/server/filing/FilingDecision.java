package guidang.server.filing;

import guidang.server.access.Caller;
import guidang.server.access.Role;
import guidang.server.campaigns.CampaignState;
import guidang.server.journal.Decision;
import guidang.server.journal.NewRecord;
import guidang.server.journal.StreamKey;
import guidang.server.journal.View;
import guidang.server.kernel.Code;
import guidang.server.kernel.OperationId;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.objects.Blobs;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whether a filing may become the slot's next version. All rules are read in
/// the view in which it is committed, so that no two clerks, no closing campaign
/// and no replica can slip in between.
///
/// @param receivedAt
///            fixed before, like the operation and all digests: deciding again
///            decides the same
record FilingDecision(Places places, Caller caller, OperationId operation, FilingForm form, List<ReportRecord.FiledFile> files,
        Blobs.Ref reading, Blobs.Ref details, Instant receivedAt) implements Decision {
    @Override
    public List<NewRecord> decide(View view) {
        StreamKey key = form.slot();
        view.need(List.of(key, StreamKey.campaign(form.campaign()), StreamKey.organization(form.organization())));
        List<Code> lineage = places.lineage(view, form.organization());
        Clerks.require(caller, form.organization(), lineage);
        places.requireOpen(view, form.organization());
        requireOpen(places.campaign(view, form.campaign()), lineage);
        Slot slot = Slot.of(view.stream(key));
        requireNewContent(slot);
        requireCurrent(slot, form.replaces());
        return List.of(ReportCodec.write(key, next(slot)));
    }

    private ReportRecord.Filed next(Slot slot) {
        return new ReportRecord.Filed(operation, slot.versions().size() + 1, form.replaces(), form.organization(),
                form.campaign(), form.documentType(), form.period(), files, reading, details, receivedAt, caller.subject(),
                !caller.at(Role.CLERK).contains(form.organization()));
    }

    private void requireOpen(Optional<CampaignState> found, List<Code> lineage) {
        CampaignState campaign = found.filter(c -> lineage.contains(c.target())).orElseThrow(
                () -> new Problem(ProblemType.CAMPAIGN_UNKNOWN, "campaign", form.campaign().value()));
        if (!campaign.open()) {
            throw new Problem(ProblemType.CAMPAIGN_NOT_OPEN, "campaign", form.campaign().value());
        }
        if (!campaign.requires(form.documentType())) {
            throw new Problem(ProblemType.DOCUMENT_TYPE_UNKNOWN, "documentType", form.documentType().value());
        }
        if (!campaign.requires(form.documentType(), form.period())) {
            throw new Problem(ProblemType.PERIOD_UNKNOWN, "period", form.period().value());
        }
    }

    private void requireNewContent(Slot slot) {
        String main = files.stream().filter(file -> file.role() == FileRole.MAIN).findFirst().orElseThrow().sha256();
        slot.versions().stream().filter(v -> v.state() != Version.State.WITHDRAWN && v.filed().main().sha256().equals(main))
                .findFirst()
                .ifPresent(same -> {
                    throw conflict(ProblemType.ALREADY_FILED, same);
                });
    }

    private static void requireCurrent(Slot slot, @Nullable OperationId replaces) {
        Optional<Version> current = slot.current();
        if (current.isPresent() && !current.get().id().equals(replaces)) {
            throw conflict(ProblemType.SLOT_TAKEN, current.get());
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
