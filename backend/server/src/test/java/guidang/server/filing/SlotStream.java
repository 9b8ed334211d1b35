package guidang.server.filing;

import guidang.server.journal.JournalRecord;
import guidang.server.journal.NewRecord;
import guidang.server.journal.StreamKey;
import guidang.server.kernel.Code;
import guidang.server.kernel.Digests;
import guidang.server.kernel.OperationId;
import guidang.server.kernel.Period;
import guidang.server.objects.Blobs;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A slot's stream as the journal would hold it, one commit a record.
final class SlotStream {
    static final Instant START = Instant.parse("2026-03-01T01:00:00Z");
    static final Code BRANCH = new Code("BRANCH-1");
    static final Code CAMPAIGN = new Code("ZT2026");
    static final Code DOCUMENT = new Code("SELF-EXAM");

    final List<JournalRecord> records = new ArrayList<>();

    static OperationId operation(String key) {
        return OperationId.of("zhang", "POST /api/reports", key);
    }

    static Blobs.Ref blob(String words) {
        return new Blobs.Ref(Digests.hex(words.getBytes(StandardCharsets.UTF_8)), words.length());
    }

    static ReportRecord.FiledFile file(FileRole role, String content) {
        return new ReportRecord.FiledFile(role, blob(content).sha256(), "0".repeat(64), content.length(), "text/plain");
    }

    static ReportRecord.Filed filed(String key, int version, @Nullable OperationId replaces) {
        return new ReportRecord.Filed(operation(key), version, replaces, BRANCH, CAMPAIGN, DOCUMENT, new Period("2026"),
                List.of(file(FileRole.MAIN, key)), blob("reading " + key), blob("details " + key), START, "zhang", false);
    }

    static StreamKey key() {
        return StreamKey.report(CAMPAIGN, BRANCH, DOCUMENT, new Period("2026"));
    }

    SlotStream file(String key) {
        OperationId replaces = Slot.of(records).current().map(Version::id).orElse(null);
        return add(filed(key, Slot.of(records).versions().size() + 1, replaces));
    }

    SlotStream withdraw(String key) {
        return add(new ReportRecord.Withdrawn(operation(key), START, "zhang", blob("reason")));
    }

    SlotStream seal(String key) {
        return add(new ReportRecord.Sealed(operation(key), ReportRecord.Ground.CLASSIFIED, START, "zhang", blob("reason")));
    }

    SlotStream release(String key) {
        return add(new ReportRecord.Released(operation(key), START, "li", blob("reason")));
    }

    SlotStream destroy(String key) {
        return add(new ReportRecord.Destroyed(operation(key), START, "li", blob("reason")));
    }

    SlotStream giveBack(String key) {
        return add(new ReportRecord.Returned(operation(key), START, "lin", blob("reason")));
    }

    SlotStream accept(String key, boolean last) {
        return add(new ReportRecord.Accepted(operation(key), new Code("C1"), last, START, "lin", null));
    }

    SlotStream reopen(String key) {
        return add(new ReportRecord.Reopened(operation(key), START, "lin", blob("reason")));
    }

    SlotStream move(String key) {
        return add(new ReportRecord.Moved(operation(key), operation(key + " there"), START, "zhang", blob("reason")));
    }

    SlotStream add(SlotRecord record) {
        return add(ReportCodec.write(key(), record),
                record instanceof ReportRecord of ? of.report() : operation("slot " + records.size()));
    }

    SlotStream add(NewRecord record, OperationId operation) {
        int position = records.size();
        records.add(new JournalRecord(position, START.plusSeconds(position), position, record.stream(), position, operation,
                record.type(), record.data()));
        return this;
    }
}
