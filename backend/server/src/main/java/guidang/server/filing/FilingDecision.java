package guidang.server.filing;

import guidang.server.access.Caller;
import guidang.server.access.Role;
import guidang.server.journal.Decision;
import guidang.server.journal.NewRecord;
import guidang.server.journal.View;
import guidang.server.kernel.OperationId;
import guidang.server.objects.Blobs;
import java.time.Instant;
import java.util.List;

/// Whether a filing may become the slot's next version.
///
/// @param imported
///            by an officer, with others of the past
/// @param receivedAt
///            fixed before, like the operation and all digests: deciding again
///            decides the same
record FilingDecision(Places places, Caller caller, OperationId operation, FilingForm form, List<ReportRecord.FiledFile> files,
        Blobs.Ref reading, Blobs.Ref details, Instant receivedAt, boolean imported) implements Decision {
    @Override
    public List<NewRecord> decide(View view) {
        Entry entry = new Entry(places, caller, imported ? Role.OFFICER : Role.CLERK, form.organization(), form.campaign(),
                form.documentType(), form.period(),
                form.replaces());
        String main = files.stream().filter(file -> file.role() == FileRole.MAIN).findFirst().orElseThrow().sha256();
        int version = entry.admit(view, main).versions().size() + 1;
        return List.of(ReportCodec.write(entry.key(), new ReportRecord.Filed(operation, version, form.replaces(),
                form.organization(), form.campaign(), form.documentType(), form.period(), files, reading, details, receivedAt,
                caller.subject(), entry.onBehalf(), null, imported ? true : null)));
    }
}
