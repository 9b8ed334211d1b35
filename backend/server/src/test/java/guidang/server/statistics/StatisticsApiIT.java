package guidang.server.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.server.IndexApiTest;
import guidang.server.Samples;
import guidang.server.index.Archive;
import guidang.server.index.Archive.Paper;
import guidang.server.index.IndexFixture;
import guidang.server.tables.Csv;
import guidang.server.tables.Sheet;
import guidang.server.tables.TableFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.context.TestPropertySource;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;

/// Statistics through the whole server, with a real Elasticsearch.
@TestPropertySource(properties = {"guidang.index.prefix=statistics-", "guidang.statistics.streams-each=2"})
class StatisticsApiIT extends IndexApiTest {
    private static final String OFFICER = TOKENS.of("lin", "officer@ROOT");
    private static final String MIDDLE = TOKENS.of("wang", "officer@SA-1");
    private static final String CLERK = TOKENS.of("zhang", "clerk@SA-B1");
    private static final String OUTSIDE = TOKENS.of("wu", "officer@SA-2");
    private static final String SLOTS = "/api/statistics/slots?campaign=SA&show=";
    private static Instant beforeReturn = Instant.EPOCH;

    @Override
    protected long prepared() throws IOException {
        committees("SA", "=三支部");
        for (String code : List.of("SA", "SB", "SC")) {
            campaign(code, THREE_DOCUMENTS, "{\"name\":\"带头严守政治纪律\"},{\"name\":\"没有人写的方面\"}");
        }
        Archive archive = new Archive(journal, blobs);
        archive.file("sa1", Paper.of("SA-B1", "对照检查材料", Samples.text()).campaign("SA"));
        archive.file("sa2", Paper.of("SA-B1", "会议情况", "会议开得好。").campaign("SA").document("MEETING"));
        archive.file("sa3", Paper.of("SA-B2", "对照检查", "纪律。").campaign("SA"));
        archive.file("sb1", Paper.of("SA-B3", "对照检查", "纪律。").campaign("SB"));
        Paper late = Paper.of("SA-B3", "乙委的对照检查", "纪律。").campaign("SA").received("2026-04-02T00:00:00Z");
        Instant filed = archive.file("sa4", late).records().getFirst().committedAt();
        beforeReturn = filed.truncatedTo(ChronoUnit.MILLIS);
        return archive.giveBack("sa4", late).position();
    }

    @Test
    void figuresCountWhatIsOwedDeliveredAndReturned() {
        ok(OFFICER, "/api/statistics/organizations?campaign=SA&parent=SA-2").jsonPath("$.rows[1].organization").isEqualTo("SA-B3")
                .jsonPath("$.rows[1].expected").isEqualTo(2).jsonPath("$.rows[1].delivered").isEqualTo(1)
                .jsonPath("$.rows[1].onTime").isEqualTo(0).jsonPath("$.rows[1].timed").isEqualTo(1)
                .jsonPath("$.rows[1].returned").isEqualTo(1).jsonPath("$.rows[1].waiting").isEqualTo(0)
                .jsonPath("$.excludesTransferred").isEqualTo(false);
        ok(ADMINISTRATOR, "/api/statistics/organizations?campaign=SA").jsonPath("$.total.expected").isEqualTo(10)
                .jsonPath("$.total.delivered").isEqualTo(4).jsonPath("$.total.onTime").isEqualTo(3).jsonPath("$.total.timed")
                .isEqualTo(6).jsonPath("$.total.organizations").isEqualTo(5).jsonPath("$.total.complete").isEqualTo(1);
    }

    @Test
    void thePastStaysAsItWas() {
        ok(OFFICER, "/api/statistics/organizations?campaign=SA&asOf=" + beforeReturn).jsonPath("$.total.returned").isEqualTo(0)
                .jsonPath("$.total.waiting").isEqualTo(4).jsonPath("$.asOf.time").isEqualTo(beforeReturn.toString());
        ok(OFFICER, "/api/statistics/organizations?campaign=SA&asOf=2026-01-01").jsonPath("$.total.expected").isEqualTo(0)
                .jsonPath("$.rows.length()").isEqualTo(0);
        ok(OFFICER, "/api/statistics/organizations?campaign=SA&tree=then").jsonPath("$.excludesTransferred").isEqualTo(true)
                .jsonPath("$.total.expected").isEqualTo(10);
    }

    @Test
    void twoCampaignsStandBesideEachOther() {
        ok(OFFICER, "/api/statistics/organizations?campaign=SA&against=SB").jsonPath("$.before.delivered").isEqualTo(1)
                .jsonPath("$.total.delivered").isEqualTo(4).jsonPath("$.rows[0].before.expected").isEqualTo(10);
        ok(OFFICER, "/api/statistics/groups?by=campaign").jsonPath("$.rows[?(@.key=='SA')].figures.delivered").isEqualTo(4)
                .jsonPath("$.rows[?(@.key=='SB')].name").isEqualTo("专题SB");
    }

    @ParameterizedTest
    @CsvSource({"document,SELF-EXAM/2026,5", "document-type,MEETING,5", "month,2026-03,5", "type,branch,6", "level,3,6",
            "campaign,SA,10"})
    void figuresAreGroupedByAnythingElse(String by, String key, int expected) {
        ok(OFFICER, "/api/statistics/groups?campaign=SA&by=" + by)
                .jsonPath("$.rows[?(@.key=='" + key + "')].figures.expected").isEqualTo(expected).jsonPath("$.total.expected")
                .isEqualTo(10);
    }

    @Test
    void whoLacksWhichDocument() {
        ok(OFFICER, "/api/statistics/matrix?campaign=SA&parent=SA-1").jsonPath("$.documents[0].documentType").isEqualTo("MEETING")
                .jsonPath("$.documents[1].name").isEqualTo("班子对照检查材料").jsonPath("$.rows[1].organization").isEqualTo("SA-B1")
                .jsonPath("$.rows[1].cells[0].delivered").isEqualTo(1).jsonPath("$.rows[2].cells[0].delivered").isEqualTo(0)
                .jsonPath("$.rows[2].cells[0].expected").isEqualTo(1);
    }

    @Test
    void everyNumberIsTheLengthOfItsList() {
        JsonNode total = json(OFFICER, "/api/statistics/organizations?campaign=SA").path("total");
        assertThat(json(OFFICER, SLOTS + "expected").path("total")).isEqualTo(total.path("expected"));
        assertThat(json(OFFICER, SLOTS + "delivered").path("total")).isEqualTo(total.path("delivered"));
        assertThat(json(OFFICER, SLOTS + "overdue").path("total")).isEqualTo(total.path("overdue"));
        assertThat(json(OFFICER, SLOTS + "on-time").path("total")).isEqualTo(total.path("onTime"));
        assertThat(json(OFFICER, SLOTS + "timed").path("total")).isEqualTo(total.path("timed"));
        assertThat(json(OFFICER, SLOTS + "organizations").path("total")).isEqualTo(total.path("organizations"));
        assertThat(json(OFFICER, SLOTS + "complete").path("total")).isEqualTo(total.path("complete"));
        ok(OFFICER, SLOTS + "returned").jsonPath("$.total").isEqualTo(1).jsonPath("$.items[0].organization").isEqualTo("SA-B3")
                .jsonPath("$.items[0].lateDays").isEqualTo(2).jsonPath("$.items[0].due").isEqualTo("2026-03-31")
                .jsonPath("$.items[0].parentName").isEqualTo("乙委员会").jsonPath("$.items[0].report")
                .isEqualTo(Archive.report("sa4"));
        ok(OFFICER, SLOTS + "overdue&parent=SA-1&alone=true").jsonPath("$.total").isEqualTo(1)
                .jsonPath("$.items[0].organization").isEqualTo("SA-1").jsonPath("$.items[0].state").isEqualTo("missing");
    }

    @Test
    void pagesOfAListFollowOneAnotherAsOfOneMoment() {
        List<String> seen = new ArrayList<>();
        String after = "";
        String moment = "";
        do {
            JsonNode page = json(OFFICER, SLOTS + "expected&size=5" + after);
            page.path("items")
                    .forEach(item -> seen.add(item.path("organization").asString() + item.path("documentType").asString()));
            moment = moment.isEmpty() ? page.path("asOf").path("time").asString() : moment;
            assertThat(page.path("asOf").path("time").asString()).isEqualTo(moment);
            after = page.has("next") ? "&after=" + page.path("next").asString() : "";
        } while (!after.isEmpty());
        assertThat(seen).hasSize(10).doesNotHaveDuplicates();
    }

    @Test
    void aspectsAreCountedByTheTemplate() {
        ok(OFFICER, "/api/statistics/aspects?campaign=SA&against=SB").jsonPath("$.aspects.length()").isEqualTo(2)
                .jsonPath("$.aspects[0].name").isEqualTo("带头严守政治纪律").jsonPath("$.examined").isEqualTo(4)
                .jsonPath("$.examinedBefore").isEqualTo(1);
        refused(get(OFFICER, "/api/statistics/aspects"), 400, "invalid-field");
    }

    @Test
    void theCurveAndTheAges() {
        ok(OFFICER, "/api/statistics/curve?campaign=SA").jsonPath("$.curve.expected").isEqualTo(10)
                .jsonPath("$.curve.arrived[0].day").isEqualTo("2026-03-20").jsonPath("$.curve.arrived[0].count").isEqualTo(3)
                .jsonPath("$.curve.arrived[1].day").isEqualTo("2026-04-02").jsonPath("$.curve.due[0].day").isEqualTo("2026-03-31")
                .jsonPath("$.curve.due[0].count").isEqualTo(5);
        ok(OFFICER, "/api/statistics/returns?campaign=SA").jsonPath("$.ages[0].returned").isEqualTo(1)
                .jsonPath("$.ages[4].returned").isEqualTo(0);
    }

    @Test
    void eachSeesItsOwnScope() {
        ok(MIDDLE, SLOTS + "returned").jsonPath("$.total").isEqualTo(0);
        ok(MIDDLE, SLOTS + "expected").jsonPath("$.total").isEqualTo(6);
        ok(CLERK, SLOTS + "expected").jsonPath("$.total").isEqualTo(2).jsonPath("$.items[0].parentName").doesNotExist();
        ok(ADMINISTRATOR, SLOTS + "delivered").jsonPath("$.total").isEqualTo(4).jsonPath("$.items[0].report").doesNotExist();
        for (String door : List.of("organizations?campaign=SA&parent=", "groups?by=month&parent=", "matrix?parent=",
                "aspects?campaign=SA&parent=", "curve?parent=", "returns?parent=", "slots?parent=", "export?table=slots&parent=",
                "live?parent=")) {
            looksUnknown(OUTSIDE, "/api/statistics/" + door, "SA-1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"asOf=2999-01-01", "asOf=yesterday", "asOf=1900-01-01", "tree=other", "level=0", "level=x",
            "month=2026-13",
            "type=club", "show=all", "sort=worst", "size=0", "size=501", "after=junk", "aspect=30", "position=-1"})
    void aParameterOutOfRangeIsRefused(String query) {
        refused(get(OFFICER, "/api/statistics/slots?" + query), 400, "invalid-field");
    }

    @Test
    void everyTableIsExportedWithItsStamp() {
        for (String table : List.of("organizations", "groups", "matrix", "aspects", "curve", "returns", "slots")) {
            String uri = "/api/statistics/export?campaign=SA&parent=SA-2&table=" + table;
            String csv = new String(export(uri + "&format=csv", "text/csv"), StandardCharsets.UTF_8);
            assertThat(csv).as(table).startsWith("\uFEFF").contains("截至,20").contains("查询,")
                    .contains("campaign=SA").doesNotContain("export.");
            // What other tests write meanwhile may be in it, too.
            assertThat(csv.lines().filter(line -> line.startsWith("日志位置,")).map(line -> Long.valueOf(line.substring(5))))
                    .as(table).singleElement(InstanceOfAssertFactories.LONG).isGreaterThanOrEqualTo(position);
            assertThat(csv.lines().filter(line -> line.startsWith("="))).as(table).isEmpty();
            List<Csv.Row> sheet = Sheet.read(export(uri, TableFormat.XLSX_TYPE), 10_000).orElseThrow();
            assertThat(sheet).as(table).hasSize((int) csv.lines().filter(line -> !line.isEmpty()).count());
            assertThat(sheet.get(1).fields().getFirst()).isEqualTo("截至");
        }
        String slots = new String(export("/api/statistics/export?campaign=SA&table=slots&show=expected&format=csv", "text/csv"),
                StandardCharsets.UTF_8);
        // Five of the stamp, the head, and a line a slot.
        assertThat(slots.lines()).hasSize(6 + 10);
        assertThat(slots).contains("'=三支部");
        assertThat(new String(export("/api/statistics/export?campaign=SA&table=slots&tree=then&format=csv", "text/csv"),
                StandardCharsets.UTF_8)).contains("不含此后划转的单位");
        refused(get(OFFICER, "/api/statistics/export?table=none"), 400, "invalid-field");
        refused(get(OFFICER, "/api/statistics/export?table=slots&format=doc"), 400, "invalid-field");
    }

    @Test
    void aTableIsExportedByAJobThatItsCallerAloneSees() {
        String uri = "/api/statistics/exports?campaign=SA&table=slots&show=expected&format=csv&position=" + position;
        JsonNode begun = client().post().uri(uri).headers(h -> h.setBearerAuth(OFFICER)).exchange().expectStatus().isAccepted()
                .returnResult(JsonNode.class).getResponseBody().blockFirst();
        String id = Objects.requireNonNull(begun).path("id").asString();
        IndexFixture.await("exported", () -> job(id).has("endedAt"));
        JsonNode job = job(id);
        assertThat(job.path("state").asString()).as(job.toString()).isEqualTo("done");
        assertThat(job.path("counts").path("rows").asInt()).isEqualTo(10);
        assertThat(job.path("total").asInt()).isEqualTo(10);
        assertThat(job.path("subject").path("table").asString()).isEqualTo("slots");
        assertThat(job.path("subject").path("campaign").asString()).isEqualTo("SA");
        assertThat(job.path("result").path("name").asString()).endsWith(".csv");
        String slots = new String(export(job.path("result").path("href").asString() + "?x=1", "text/csv"),
                StandardCharsets.UTF_8);
        assertThat(slots.lines()).hasSize(6 + 10);
        assertThat(slots).contains("'=三支部");
        for (String other : List.of(MIDDLE, OUTSIDE, ADMINISTRATOR, TOKENS.of("lin", "officer@SA-1"))) {
            refused(get(other, "/api/jobs/" + id), 404, "not-found");
            refused(get(other, "/api/jobs/" + id + "/result"), 404, "not-found");
        }
        for (String wrong : List.of("table=none", "table=slots&format=doc", "table=slots&asOf=2999-01-01")) {
            refused(post(OFFICER, "/api/statistics/exports?" + wrong, null, ""), 400, "invalid-field");
        }
        refused(post(OUTSIDE, "/api/statistics/exports?table=slots&parent=SA-1", null, ""), 404, "organization-unknown");
    }

    private JsonNode job(String id) {
        return Objects
                .requireNonNull(get(OFFICER, "/api/jobs/" + id).expectBody(JsonNode.class).returnResult().getResponseBody());
    }

    private byte[] export(String uri, String type) {
        return Objects.requireNonNull(get(OFFICER, uri + "&position=" + position).expectStatus().isOk().expectHeader()
                .value(HttpHeaders.CONTENT_TYPE, found -> assertThat(found).startsWith(type)).expectHeader()
                .value(HttpHeaders.CONTENT_DISPOSITION,
                        name -> assertThat(name).startsWith("attachment; ").contains("filename*=UTF-8''"))
                .expectBody().returnResult().getResponseBody());
    }

    private Flux<ServerSentEvent<JsonNode>> live(String token, String query) {
        return client().mutate().responseTimeout(Duration.ofMinutes(2)).build().get().uri("/api/statistics/live?" + query)
                .headers(h -> h.setBearerAuth(token)).accept(MediaType.TEXT_EVENT_STREAM).exchange().expectStatus().isOk()
                .returnResult(new ParameterizedTypeReference<ServerSentEvent<JsonNode>>() {
                }).getResponseBody();
    }

    @Test
    void aPageMovesAsReportsArriveWithinItsScopeAlone() {
        List<JsonNode> seen = new java.util.concurrent.CopyOnWriteArrayList<>();
        List<JsonNode> elsewhere = new java.util.concurrent.CopyOnWriteArrayList<>();
        Disposable one = live(MIDDLE, "campaign=SC").filter(e -> "figures".equals(e.event())).subscribe(e -> seen.add(e.data()));
        Disposable other = live(OUTSIDE, "campaign=SC").filter(e -> "figures".equals(e.event()))
                .subscribe(e -> elsewhere.add(e.data()));
        IndexFixture.await("begun", () -> !seen.isEmpty() && !elsewhere.isEmpty());
        assertThat(seen.getFirst().path("total").path("delivered").asInt()).isZero();
        new Archive(journal, blobs).file("sb2", Paper.of("SA-B2", "对照检查", "纪律二。").campaign("SC"));
        IndexFixture.await("moved", () -> seen.getLast().path("total").path("delivered").asInt() == 1);
        assertThat(elsewhere).hasSize(1);
        one.dispose();
        other.dispose();
    }

    @Test
    void streamsAreBounded() {
        String many = TOKENS.of("many", "officer@ROOT");
        List<Disposable> open = new ArrayList<>();
        List<String> begun = new java.util.concurrent.CopyOnWriteArrayList<>();
        for (int i = 0; i < 2; i++) {
            open.add(live(many, "campaign=SA").subscribe(e -> begun.add("event")));
        }
        IndexFixture.await("begun", () -> begun.size() >= 2);
        refused(get(many, "/api/statistics/live?campaign=SA"), 503, "busy");
        open.forEach(Disposable::dispose);
        IndexFixture.await("ended", () -> {
            List<String> again = new java.util.concurrent.CopyOnWriteArrayList<>();
            try {
                Disposable next = live(many, "campaign=SA").subscribe(e -> again.add("event"));
                next.dispose();
                return true;
            } catch (AssertionError still) {
                return false;
            }
        });
    }
}
