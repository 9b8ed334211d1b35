package guidang.server.campaigns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guidang.server.aspects.AspectTemplate;
import guidang.server.calendars.CalendarRecord;
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
import java.util.Set;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.stream.Stream;
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
        RequiredDocument meeting = new RequiredDocument(new Code("MEETING"), new Period("2026"),
                new DueRule.AfterMeeting(10, true), true);
        Whom whom = new Whom(new Code("ROOT"), codes("B", "A"), codes("A-1"), codes("B"), Whom.sorted(List.of(3, 2)),
                Whom.sorted(List.of(OrganizationType.BRANCH, OrganizationType.GENERAL_BRANCH)));
        CampaignRecord.Created wide = new CampaignRecord.Created(BLOB, whom, List.of(plan, meeting), List.of(1, 2),
                new Period("2026"));
        return List.of(
                new Written("created-1-wide.json", wide), new Written("changed-1.json", new CampaignRecord.Changed(wide)),
                new Written("added-1.json",
                        new CampaignRecord.Added(List.of(new RosterRow(new Code("A-1"), "ROOT/A/A-1/")), BLOB,
                                Instant.parse("2026-11-24T01:02:03.250Z"), "chen")),
                new Written("created-1.json",
                        new CampaignRecord.Created(BLOB, new Code("ROOT"), List.of(OrganizationType.BRANCH),
                                List.of(plan, rectify))),
                new Written("opening-1.json", new CampaignRecord.OpeningStarted()),
                new Written("roster-1.json", new CampaignRecord.RosterPart(BLOB, new Code("A-1"), 10_000)),
                new Written("opened-1.json", new CampaignRecord.Opened(12_345)),
                new Written("template-1.json", new CampaignRecord.Template(BLOB, 8)),
                new Written("closed-1.json", new CampaignRecord.Closed()));
    }

    private static NavigableSet<Code> codes(String... codes) {
        return Whom.sorted(Stream.of(codes).map(Code::new).toList());
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
    void aReasonIsWrittenAsItsGoldenFileSays() {
        byte[] details = CampaignCodec.reason("新成立的支部");
        assertThat(new String(Blobs.unsalted(details), StandardCharsets.UTF_8)).isEqualTo(golden("reason-blob-1.json"));
        assertThat(CampaignCodec.reason(details)).isEqualTo("新成立的支部");
    }

    @Test
    void whatIsToldOfMeetingsIsWrittenAsItsGoldenFilesSay() {
        var planned = new MeetingRecord.Planned(LocalDate.of(2026, 12, 10), Instant.parse("2026-11-24T01:02:03.250Z"), "li",
                false);
        var held = new MeetingRecord.Held(LocalDate.of(2026, 12, 10),
                new TreeMap<>(Map.of(10, LocalDate.of(2026, 12, 24), 15, LocalDate.of(2026, 12, 31))), true,
                Instant.parse("2026-12-11T01:02:03.250Z"), "li", true);
        NewRecord first = MeetingCodec.write(CAMPAIGN, new Code("A-1"), planned);
        NewRecord second = MeetingCodec.write(CAMPAIGN, new Code("A-1"), held);
        assertThat(first.stream().value()).isEqualTo("meetings/SHENGHUO-2026/A-1");
        assertThat(first.data()).isEqualTo(golden("planned-1.json"));
        assertThat(second.data()).isEqualTo(golden("held-1.json"));
        assertThat(MeetingCodec.read(read(first))).isEqualTo(planned);
        assertThat(MeetingCodec.read(read(second))).isEqualTo(held);
        assertThat(Meeting.of(List.of(read(first), read(second))))
                .isEqualTo(new Meeting(planned.day(), new Meeting.Held(held.day(), held.workingDays(), true)));
    }

    @Test
    void aCalendarIsWrittenAsItsGoldenFileSays() {
        var calendar = new CalendarRecord(List.of(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 2)),
                List.of(LocalDate.of(2026, 1, 4)), Instant.parse("2026-11-24T01:02:03.250Z"), "chen");
        NewRecord record = calendar.write(2026);
        assertThat(record.stream().value()).isEqualTo("calendars/2026");
        assertThat(record.data()).isEqualTo(golden("imported-1.json"));
        assertThat(CalendarRecord.read(read(record))).isEqualTo(calendar);
    }

    @Test
    void aDraftThatChangesAndARosterThatGrowsFoldAsFarAsTheyAreRead() {
        List<Written> all = records();
        List<JournalRecord> stream = Stream
                .of("created-1.json", "changed-1.json", "opening-1.json", "opened-1.json", "added-1.json")
                .map(name -> all.stream().filter(w -> w.golden().equals(name)).findFirst().orElseThrow())
                .map(w -> read(CampaignCodec.write(CAMPAIGN, w.record()))).toList();
        CampaignState draft = CampaignState.of(stream.subList(0, 1)).orElseThrow();
        CampaignState changed = CampaignState.of(stream.subList(0, 2)).orElseThrow();
        assertThat(draft.revision()).isEqualTo(1);
        assertThat(draft.acceptance()).containsExactly(1);
        assertThat(changed.revision()).isEqualTo(2);
        assertThat(changed.acceptance()).containsExactly(1, 2);
        assertThat(changed.workingDays()).containsExactly(10);
        assertThat(CampaignState.of(stream.subList(0, 4)).orElseThrow().additions()).isEmpty();
        assertThat(CampaignState.of(stream).orElseThrow().additions().keySet()).containsExactly(new Code("A-1"));
    }

    @Test
    void aStreamFoldsIntoItsState() {
        List<JournalRecord> stream = new ArrayList<>();
        records().stream().filter(w -> !Set.of("created-1-wide.json", "changed-1.json", "added-1.json").contains(w.golden()))
                .forEach(written -> stream.add(read(CampaignCodec.write(CAMPAIGN, written.record()))));
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
