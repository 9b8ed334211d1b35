package guidang.server.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guidang.server.journal.JournalRecord;
import guidang.server.journal.NewRecord;
import guidang.server.objects.Blobs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Golden files of format 1: kept and read forever.
class ReportCodecTest {
    private static final ReportRecord.Filed FILED = new ReportRecord.Filed(SlotStream.operation("b"), 2,
            SlotStream.operation("a"), SlotStream.BRANCH, SlotStream.CAMPAIGN, SlotStream.DOCUMENT,
            new guidang.server.kernel.Period("2026"),
            List.of(SlotStream.file(FileRole.MAIN, "main"), SlotStream.file(FileRole.SIGNED_SCAN, "scan"),
                    SlotStream.file(FileRole.ATTACHMENT, "more")),
            SlotStream.blob("reading"), SlotStream.blob("details"), Instant.parse("2026-03-01T01:02:03.456Z"), "zhang", true);
    private static final ReportRecord.Withdrawn WITHDRAWN = new ReportRecord.Withdrawn(SlotStream.operation("b"),
            Instant.parse("2026-03-02T01:02:03Z"), "zhang", SlotStream.blob("reason"));

    @Test
    void filedIsWrittenAsTheGoldenFileSays() {
        NewRecord record = ReportCodec.write(SlotStream.key(), FILED);
        assertThat(record.type()).isEqualTo("filed");
        assertThat(record.data()).isEqualTo(golden("filed-1.json"));
        assertThat(ReportCodec.read(read(record))).isEqualTo(FILED);
    }

    @Test
    void withdrawnIsWrittenAsTheGoldenFileSays() {
        NewRecord record = ReportCodec.write(SlotStream.key(), WITHDRAWN);
        assertThat(record.type()).isEqualTo("withdrawn");
        assertThat(record.data()).isEqualTo(golden("withdrawn-1.json"));
        assertThat(ReportCodec.read(read(record))).isEqualTo(WITHDRAWN);
    }

    @Test
    void whatBecomesOfASpillIsWrittenAsTheGoldenFilesSay() {
        Instant at = Instant.parse("2026-03-03T01:02:03Z");
        Blobs.Ref reason = SlotStream.blob("reason");
        for (SlotRecord record : List.of(
                new ReportRecord.Sealed(SlotStream.operation("b"), ReportRecord.Ground.CLASSIFIED, at, "zhang", reason),
                new ReportRecord.Released(SlotStream.operation("b"), at, "li", reason),
                new ReportRecord.Destroyed(SlotStream.operation("b"), at, "li", reason))) {
            NewRecord written = ReportCodec.write(SlotStream.key(), record);
            assertThat(written.data()).isEqualTo(golden(written.type() + "-1.json"));
            assertThat(ReportCodec.read(read(written))).isEqualTo(record);
        }
    }

    @Test
    void whatBecomesOfAVersionAndItsSlotIsWrittenAsTheGoldenFilesSay() {
        Instant at = Instant.parse("2026-03-03T01:02:03Z");
        Blobs.Ref reason = SlotStream.blob("reason");
        for (SlotRecord record : List.of(
                new ReportRecord.Returned(SlotStream.operation("b"), at, "lin", reason),
                new ReportRecord.Accepted(SlotStream.operation("b"), new guidang.server.kernel.Code("C1"), true, at, "lin", null),
                new ReportRecord.Reopened(SlotStream.operation("b"), at, "lin", reason),
                new ReportRecord.Moved(SlotStream.operation("b"), SlotStream.operation("c"), at, "zhang", reason),
                new SlotRecord.Exempted(at, "lin", reason), new SlotRecord.Included(at, "lin", reason),
                new SlotRecord.Extended(LocalDate.of(2026, 4, 15), at, "lin", reason))) {
            NewRecord written = ReportCodec.write(SlotStream.key(), record);
            assertThat(written.data()).isEqualTo(golden(written.type() + "-1.json"));
            assertThat(ReportCodec.read(read(written))).isEqualTo(record);
        }
    }

    @Test
    void aVersionThatWasMovedHereSaysWhereItsBlobsLie() {
        ReportRecord.Filed moved = new ReportRecord.Filed(FILED.report(), 2, FILED.replaces(), FILED.organization(),
                FILED.campaign(), FILED.documentType(), FILED.period(), FILED.files(), FILED.reading(), FILED.details(),
                FILED.receivedAt(), "zhang", true,
                new ReportRecord.Origin(SlotStream.operation("c"), SlotStream.operation("a")), null);
        NewRecord record = ReportCodec.write(SlotStream.key(), moved);
        assertThat(record.data()).isEqualTo(golden("filed-moved-1.json"));
        assertThat(ReportCodec.read(read(record))).isEqualTo(moved);
        assertThat(moved.blobs()).isEqualTo(SlotStream.operation("a"));
        assertThat(FILED.blobs()).isEqualTo(FILED.report());
    }

    @Test
    void aVersionOfThePastSaysSo() {
        ReportRecord.Filed imported = new ReportRecord.Filed(FILED.report(), 2, FILED.replaces(), FILED.organization(),
                FILED.campaign(), FILED.documentType(), FILED.period(), FILED.files(), FILED.reading(), FILED.details(),
                FILED.receivedAt(), "zhang", true, null, true);
        NewRecord record = ReportCodec.write(SlotStream.key(), imported);
        assertThat(record.data()).isEqualTo(golden("filed-imported-1.json"));
        assertThat(ReportCodec.read(read(record))).isEqualTo(imported);
        assertThat(imported.untimed()).isTrue();
        assertThat(FILED.untimed()).isFalse();
    }

    @Test
    void aReasonWithMarksIsReadAgain() {
        Reason reason = Reason.of("此处不实", List.of(new Reason.Mark(3, 9)));
        assertThat(new String(ReportCodec.bytes(reason), StandardCharsets.UTF_8)).isEqualTo(golden("reason-1.json"));
        assertThat(ReportCodec.reason(Blobs.salted(ReportCodec.bytes(reason)))).isEqualTo(reason);
        assertThat(new String(ReportCodec.bytes(Reason.of("误报")), StandardCharsets.UTF_8))
                .isEqualTo("{\"format\":1,\"reason\":\"误报\"}");
    }

    @Test
    void detailsAreWrittenAsTheGoldenFileSays() {
        ReportDetails details = new ReportDetails(1, "班子对照检查材料", LocalDate.of(2026, 2, 28), List.of("正文.docx", "扫描件.pdf"));
        assertThat(new String(ReportCodec.bytes(details), StandardCharsets.UTF_8)).isEqualTo(golden("details-1.json"));
        assertThat(ReportCodec.details(Blobs.salted(ReportCodec.bytes(details)))).isEqualTo(details);
    }

    @Test
    void aMemberThatALaterReplicaAddedIsSkipped() {
        NewRecord record = ReportCodec.write(SlotStream.key(), WITHDRAWN);
        NewRecord later = new NewRecord(record.stream(), record.type(), record.data().replaceFirst("\\{", "{\"later\":1,"));
        assertThat(ReportCodec.read(read(later))).isEqualTo(WITHDRAWN);
    }

    @Test
    void anUnknownTypeIsRefused() {
        JournalRecord unknown = read(new NewRecord(SlotStream.key(), "rewritten", "{}"));
        assertThatThrownBy(() -> ReportCodec.read(unknown)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("rewritten");
    }

    private static JournalRecord read(NewRecord record) {
        return new SlotStream().add(record, SlotStream.operation("b")).records.getFirst();
    }

    private static String golden(String name) {
        try (InputStream file = Objects.requireNonNull(ReportCodecTest.class.getResourceAsStream("/golden/filing/" + name))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
