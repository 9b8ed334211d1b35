package guidang.server.campaigns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guidang.server.journal.JournalRecord;
import guidang.server.journal.NewRecord;
import guidang.server.journal.StreamKey;
import guidang.server.kernel.Code;
import guidang.server.kernel.OperationId;
import guidang.server.kernel.Period;
import guidang.server.objects.Blobs;
import guidang.server.organizations.OrganizationType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Golden files of format 1: kept and read forever.
class CampaignCodecTest {
    private static final Code CAMPAIGN = new Code("SHENGHUO-2026");
    private static final Blobs.Ref BLOB = new Blobs.Ref("0123456789abcdef".repeat(4), 97);

    record Written(String golden, CampaignRecord record) {}

    static List<Written> records() {
        RequiredDocument plan = new RequiredDocument(new Code("PLAN"), Period.ONCE, LocalDate.of(2026, 3, 1), false);
        RequiredDocument rectify = new RequiredDocument(new Code("RECTIFY"), new Period("2026-H1"), LocalDate.of(2026, 7, 15),
                true);
        return List.of(
                new Written("created-1.json",
                        new CampaignRecord.Created(BLOB, new Code("ROOT"), List.of(OrganizationType.BRANCH),
                                List.of(plan, rectify))),
                new Written("opening-1.json", new CampaignRecord.OpeningStarted()),
                new Written("roster-1.json", new CampaignRecord.RosterPart(BLOB, new Code("A-1"), 10_000)),
                new Written("opened-1.json", new CampaignRecord.Opened(12_345)),
                new Written("template-1.json", new CampaignRecord.Template(BLOB, 8)),
                new Written("closed-1.json", new CampaignRecord.Closed()));
    }

    @ParameterizedTest
    @MethodSource("records")
    void eachRecordIsWrittenAsItsGoldenFileSays(Written written) {
        NewRecord record = CampaignCodec.write(CAMPAIGN, written.record());
        assertThat(written.golden()).startsWith(record.type() + "-");
        assertThat(record.data()).isEqualTo(golden(written.golden()));
        assertThat(CampaignCodec.read(read(record))).isEqualTo(written.record());
    }

    @Test
    void blobsAreWrittenAsTheirGoldenFilesSay() {
        byte[] details = CampaignCodec.details("专题组织生活会", new TreeMap<>(Map.of("PLAN", "方案", "RECTIFY", "整改方案/台账")));
        assertThat(new String(Blobs.unsalted(details), StandardCharsets.UTF_8)).isEqualTo(golden("details-1.json"));
        assertThat(CampaignCodec.names(CAMPAIGN, details).document(new Code("PLAN"))).isEqualTo("方案");
        List<RosterRow> rows = List.of(new RosterRow(new Code("A-1"), "ROOT/A/A-1/"),
                new RosterRow(new Code("B-1"), "ROOT/B/B-1/"));
        assertThat(new String(CampaignCodec.roster(rows), StandardCharsets.UTF_8)).isEqualTo(golden("roster-blob-1.json"));
        assertThat(CampaignCodec.rows(CampaignCodec.roster(rows))).isEqualTo(rows);
    }

    @Test
    void aTemplateIsWrittenAsItsGoldenFileSays() {
        AspectTemplate template = new AspectTemplate(75, List.of(new AspectTemplate.Aspect("严以修身", List.of("修身")),
                new AspectTemplate.Aspect("严以用权", List.of())));
        byte[] details = CampaignCodec.template(template);
        assertThat(new String(Blobs.unsalted(details), StandardCharsets.UTF_8)).isEqualTo(golden("template-blob-1.json"));
        assertThat(CampaignCodec.template(details)).isEqualTo(template);
    }

    @Test
    void aStreamFoldsIntoItsState() {
        List<JournalRecord> stream = new ArrayList<>();
        records().forEach(written -> stream.add(read(CampaignCodec.write(CAMPAIGN, written.record()))));
        assertThat(CampaignState.of(List.of())).isEmpty();
        assertThat(CampaignState.of(stream.subList(0, 1)).orElseThrow().phase()).isEqualTo(CampaignState.Phase.DRAFT);
        CampaignState opening = CampaignState.of(stream.subList(0, 3)).orElseThrow();
        assertThat(opening.phase()).isEqualTo(CampaignState.Phase.OPENING);
        assertThat(opening.openingCommit()).isEqualTo(3);
        assertThat(opening.parts()).hasSize(1);
        CampaignState open = CampaignState.of(stream.subList(0, 4)).orElseThrow();
        assertThat(open.open()).isTrue();
        assertThat(open.rostered()).isEqualTo(12_345);
        assertThat(open.requires(new Code("RECTIFY"), new Period("2026-H1"))).isTrue();
        assertThat(open.requires(new Code("RECTIFY"), Period.ONCE)).isFalse();
        assertThat(open.templateVersion()).isZero();
        assertThat(CampaignState.of(stream).orElseThrow().templateVersion()).isEqualTo(1);
        assertThat(CampaignState.of(stream).orElseThrow().phase()).isEqualTo(CampaignState.Phase.CLOSED);
    }

    @Test
    void anUnknownTypeIsRefused() {
        JournalRecord later = read(new NewRecord(StreamKey.campaign(CAMPAIGN), "extended", "{}"));
        assertThatThrownBy(() -> CampaignCodec.read(later)).hasMessageContaining("extended");
    }

    private static JournalRecord read(NewRecord record) {
        return new JournalRecord(3, Instant.EPOCH, 5, record.stream(), 0, OperationId.of("a", "b", "c"), record.type(),
                record.data());
    }

    private static String golden(String name) {
        try (InputStream file = CampaignCodecTest.class.getResourceAsStream("/golden/campaigns/" + name)) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
