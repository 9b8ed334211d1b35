package guidang.server.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guidang.server.filing.Reason;
import guidang.server.journal.JournalRecord;
import guidang.server.journal.NewRecord;
import guidang.server.journal.StreamKey;
import guidang.server.kernel.Code;
import guidang.server.kernel.Digests;
import guidang.server.kernel.OperationId;
import guidang.server.objects.Blobs;
import guidang.server.objects.StoredJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Golden files of format 1: kept and read forever.
/// `-Dguidang.golden.write=true` writes those that are not there.
class ItemCodecTest {
    private static final Code BRANCH = new Code("BRANCH-1");
    private static final Code CAMPAIGN = new Code("ZT2026");
    private static final Code COMMITTEE = new Code("C1");
    private static final Instant AT = Instant.parse("2026-03-01T01:02:03.456Z");
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);
    private static final OperationId ITEM = EnteringDecision.id(operation("a"), 0);
    private static final OperationId REQUEST = operation("request");
    private static final StreamKey STREAM = StreamKey.rectification(BRANCH, ITEM);
    private static final StreamKey REGISTER = StreamKey.register(CAMPAIGN, BRANCH);
    private static final Blobs.Ref DETAILS = blob("details");

    private static final Map<String, ItemRecord> RECORDS = Map.ofEntries(
            Map.entry("opened-1", new ItemRecord.Opened(ITEM, 3, BRANCH, CAMPAIGN, new ItemRecord.Source(operation("report"), 2),
                    ItemType.BY_DEADLINE, DAY, DETAILS, AT, "zhang", false, null, null)),
            Map.entry("opened-1-hand", new ItemRecord.Opened(ITEM, 1, BRANCH, CAMPAIGN, null, ItemType.ONGOING, null, DETAILS, AT,
                    "wang", true, COMMITTEE, null)),
            Map.entry("opened-1-imported", new ItemRecord.Opened(ITEM, 1, BRANCH, CAMPAIGN, null, ItemType.IMMEDIATE, null,
                    DETAILS, AT, "zhang", false, null, true)),
            Map.entry("edited-1", new ItemRecord.Edited(0, DETAILS, AT, "zhang", false)),
            Map.entry("reclassified-1", new ItemRecord.Reclassified(ItemType.ONGOING, null, COMMITTEE, DETAILS, AT, "wang")),
            Map.entry("progressed-1", new ItemRecord.Progressed(
                    List.of(new ItemRecord.Evidence(blob("photo").sha256(), "0".repeat(64), 5, "image/jpeg", DAY, blob("small")),
                            new ItemRecord.Evidence(blob("list").sha256(), "0".repeat(64), 4, "application/pdf", null, null)),
                    DAY, DETAILS, AT, "zhang", true, null)),
            Map.entry("progressed-1-imported",
                    new ItemRecord.Progressed(List.of(), null, DETAILS, AT, "zhang", false, true)),
            Map.entry("commented-1", new ItemRecord.Commented(COMMITTEE, DETAILS, AT, "wang")),
            Map.entry("close-out-requested-1",
                    new ItemRecord.CloseOutRequested(REQUEST, DAY, DETAILS, AT, "zhang", false)),
            Map.entry("close-out-withdrawn-1", new ItemRecord.CloseOutWithdrawn(REQUEST, null, AT, "zhang")),
            Map.entry("closed-1", new ItemRecord.Closed(REQUEST, COMMITTEE, null, null, AT, "wang")),
            Map.entry("closed-1-dated", new ItemRecord.Closed(REQUEST, COMMITTEE, DAY, DETAILS, AT, "wang")),
            Map.entry("returned-1", new ItemRecord.Returned(REQUEST, COMMITTEE, DETAILS, AT, "wang")),
            Map.entry("extension-requested-1",
                    new ItemRecord.ExtensionRequested(REQUEST, DAY, DETAILS, AT, "zhang", false)),
            Map.entry("extension-granted-1",
                    new ItemRecord.ExtensionGranted(REQUEST, COMMITTEE, DAY, null, AT, "wang")),
            Map.entry("extension-refused-1", new ItemRecord.ExtensionRefused(REQUEST, COMMITTEE, DETAILS, AT, "wang")),
            Map.entry("reviewed-1", new ItemRecord.Reviewed(COMMITTEE, DETAILS, AT, "wang")),
            Map.entry("reopened-1", new ItemRecord.Reopened(COMMITTEE, DAY, DETAILS, AT, "wang")),
            Map.entry("voided-1", new ItemRecord.Voided(COMMITTEE, DETAILS, AT, "wang")));

    @Test
    void recordsAreWrittenAsTheGoldenFilesSay() {
        RECORDS.forEach((name, fact) -> {
            NewRecord record = ItemCodec.write(STREAM, fact);
            assertThat(name).startsWith(record.type() + "-1");
            assertThat(record.data()).as(name).isEqualTo(golden(name, record.data()));
            assertThat(ItemCodec.read(read(record))).isEqualTo(fact);
        });
    }

    @Test
    void everyTypeHasItsGoldenFile() {
        assertThat(RECORDS.values().stream().map(Object::getClass).distinct())
                .hasSameSizeAs(ItemRecord.class.getPermittedSubclasses());
    }

    @Test
    void theRegisterIsWrittenAsTheGoldenFileSays() {
        Entered entered = new Entered(3,
                List.of(new Entered.Entry(ITEM, 2), new Entered.Entry(EnteringDecision.id(operation("a"), 1), null)),
                operation("report"), AT, "zhang");
        NewRecord record = ItemCodec.write(REGISTER, entered);
        assertThat(record.data()).isEqualTo(golden("entered-1", record.data()));
        assertThat(ItemCodec.entered(read(record))).isEqualTo(entered);
    }

    @Test
    void wordsAreWrittenAsTheGoldenFilesSay() {
        ItemWords words = new ItemWords(1, "学习不够深入", "理论学习", "巡察反馈", "联系实际不够", "每月一学", "制定计划", "支部委员会", "组织委员",
                "某某", "无", "签到表", "已复查");
        String json = new String(StoredJson.bytes(words), StandardCharsets.UTF_8);
        assertThat(json).isEqualTo(golden("words-1", json));
        assertThat(ItemCodec.words(Blobs.salted(StoredJson.bytes(words)))).isEqualTo(words);
        ProgressWords progress = new ProgressWords(1, "已开展集中学习", List.of("照片.jpg", "签到.pdf"));
        json = new String(StoredJson.bytes(progress), StandardCharsets.UTF_8);
        assertThat(json).isEqualTo(golden("progress-1", json));
        assertThat(ItemCodec.progress(Blobs.salted(StoredJson.bytes(progress)))).isEqualTo(progress);
        Reason reason = Reason.of("缺少签到表");
        assertThat(ItemCodec.reason(Blobs.salted(StoredJson.bytes(reason)))).isEqualTo(reason);
    }

    @Test
    void aMemberThatALaterReplicaAddedIsSkipped() {
        NewRecord record = ItemCodec.write(STREAM, Objects.requireNonNull(RECORDS.get("voided-1")));
        NewRecord later = new NewRecord(record.stream(), record.type(), record.data().replaceFirst("\\{", "{\"later\":1,"));
        assertThat(ItemCodec.read(read(later))).isEqualTo(RECORDS.get("voided-1"));
    }

    @Test
    void anUnknownTypeIsRefused() {
        JournalRecord unknown = read(new NewRecord(STREAM, "rewritten", "{}"));
        assertThatThrownBy(() -> ItemCodec.read(unknown)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("rewritten");
        assertThatThrownBy(() -> ItemCodec.entered(unknown)).isInstanceOf(IllegalStateException.class);
    }

    private static JournalRecord read(NewRecord record) {
        return new JournalRecord(0, AT, 0, record.stream(), 0, operation("a"), record.type(), record.data());
    }

    private static OperationId operation(String key) {
        return OperationId.of("zhang", "POST /api/rectifications", key);
    }

    private static Blobs.Ref blob(String words) {
        return new Blobs.Ref(Digests.hex(words.getBytes(StandardCharsets.UTF_8)), words.length());
    }

    private static String golden(String name, String now) {
        Path file = Path.of("src", "test", "resources", "golden", "rectification", name + ".json");
        try {
            if (Boolean.getBoolean("guidang.golden.write") && !Files.exists(file)) {
                Files.writeString(file, now + "\n");
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
