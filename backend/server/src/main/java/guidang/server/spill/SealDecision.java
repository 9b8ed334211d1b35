package guidang.server.spill;

import guidang.server.access.Caller;
import guidang.server.access.Role;
import guidang.server.filing.Clerks;
import guidang.server.filing.ReportCodec;
import guidang.server.filing.ReportRecord;
import guidang.server.filing.Slot;
import guidang.server.filing.Version;
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
import java.util.List;

/// Whether a version may be sealed: by an officer at or above its organisation,
/// or by whoever may file into its slot, whatever became of it.
record SealDecision(Organizations organizations, Caller caller, ReportRecord.Filed filed, ReportRecord.Ground ground,
        Blobs.Ref details, Instant receivedAt) implements Decision {
    @Override
    public List<NewRecord> decide(View view) {
        StreamKey key = ReportCodec.slot(filed);
        view.need(List.of(key, StreamKey.organization(filed.organization())));
        List<Code> lineage = organizations.lineage(view, filed.organization());
        if (lineage.stream().noneMatch(caller.at(Role.OFFICER)::contains) && !Clerks.owns(caller, filed, lineage)) {
            throw new Problem(ProblemType.FORBIDDEN);
        }
        Version version = Slot.of(view.stream(key)).version(filed.report())
                .orElseThrow(() -> new Problem(ProblemType.NOT_FOUND));
        if (version.closed()) {
            throw new Problem(ProblemType.REPORT_STATE, "report", filed.report().value(), "state", version.state().text());
        }
        return List.of(ReportCodec.write(key,
                new ReportRecord.Sealed(filed.report(), ground, receivedAt, caller.subject(), details)));
    }
}
