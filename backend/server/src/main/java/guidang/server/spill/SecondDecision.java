package guidang.server.spill;

import guidang.server.access.Caller;
import guidang.server.access.Role;
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
import guidang.server.organizations.Organizations;
import java.util.List;

/// Whether a sealed version may be released or destroyed: by an officer at or
/// above its organisation, and not by the one who sealed it.
///
/// @param fact
///            a [ReportRecord.Released] or a [ReportRecord.Destroyed]
record SecondDecision(Organizations organizations, Caller caller, ReportRecord.Filed filed, ReportRecord fact)
        implements
            Decision {
    @Override
    public List<NewRecord> decide(View view) {
        StreamKey key = ReportCodec.slot(filed);
        view.need(List.of(key, StreamKey.organization(filed.organization())));
        List<Code> lineage = organizations.lineage(view, filed.organization());
        if (lineage.stream().noneMatch(caller.at(Role.OFFICER)::contains)) {
            throw new Problem(ProblemType.FORBIDDEN);
        }
        Version version = Slot.of(view.stream(key)).version(filed.report())
                .orElseThrow(() -> new Problem(ProblemType.NOT_FOUND));
        ReportRecord.Sealed sealed = version.sealed();
        if (sealed == null || version.state() != Version.State.SEALED) {
            throw new Problem(ProblemType.REPORT_STATE, "report", filed.report().value(), "state", version.state().text());
        }
        if (sealed.actor().equals(caller.subject())) {
            throw new Problem(ProblemType.SECOND_PERSON_NEEDED, "report", filed.report().value());
        }
        return List.of(ReportCodec.write(key, fact));
    }
}
