package guidang.server.filing;

import guidang.server.access.Caller;
import guidang.server.journal.Decision;
import guidang.server.journal.NewRecord;
import guidang.server.journal.StreamKey;
import guidang.server.journal.View;
import guidang.server.kernel.OperationId;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.objects.Blobs;
import java.time.Instant;
import java.util.List;

/// Whether a version may be made void: by whoever may file into its slot, while
/// it is the current one.
record WithdrawalDecision(Places places, Caller caller, ReportRecord.Filed filed, Blobs.Ref details, Instant receivedAt)
        implements
            Decision {
    @Override
    public List<NewRecord> decide(View view) {
        StreamKey key = ReportCodec.slot(filed);
        view.need(List.of(key, StreamKey.organization(filed.organization())));
        Clerks.requireOwner(caller, filed, places.lineage(view, filed.organization()));
        OperationId report = filed.report();
        Version version = Slot.of(view.stream(key)).version(report).orElseThrow(() -> new Problem(ProblemType.NOT_FOUND));
        if (!version.current()) {
            throw new Problem(ProblemType.REPORT_STATE, "report", report.value(), "state", version.state().text());
        }
        return List.of(ReportCodec.write(key, new ReportRecord.Withdrawn(report, receivedAt, caller.subject(), details)));
    }
}
