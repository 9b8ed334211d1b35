package guidang.server.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.server.IndexApiTest;
import guidang.server.query.TestRegister;
import guidang.server.query.TestRegister.Entry;
import guidang.server.tables.Csv;
import guidang.server.tables.Sheet;
import guidang.server.tables.TableFormat;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Statistics of the rectification register through the whole server, with a
/// real Elasticsearch.
@TestPropertySource(properties = "guidang.index.prefix=register-statistics-")
class RegisterStatisticsApiIT extends IndexApiTest {
    private static final String OFFICER = TOKENS.of("lin", "officer@ROOT");
    private static final String MIDDLE = TOKENS.of("wang", "officer@RA-1");
    private static final String CLERK = TOKENS.of("zhang", "clerk@RA-B1");
    private static final String OUTSIDE = TOKENS.of("wu", "officer@RA-2");
    private static final String PLAN = "{\"type\":\"PLAN\",\"name\":\"方案\",\"period\":\"2026\",\"due\":\"2099-03-01\"}";
    private static final String FIGURES = "/api/statistics/rectifications?campaign=RB";
    private static Instant before = Instant.EPOCH;

    private static Entry entry(String key, String organization, String campaign) {
        return Entry.of(key, organization, "问题" + key).campaign(campaign).aspect("政治功能方面");
    }

    @Override
    protected long prepared() {
        committees("RA", "三支部");
        campaign("RB", PLAN, "{\"name\":\"政治功能\",\"aliases\":[\"政治引领\"]},{\"name\":\"组织生活\",\"aliases\":[]}");
        campaign("RC", PLAN, "{\"name\":\"政治引领\",\"aliases\":[]},{\"name\":\"作风\",\"aliases\":[]}");
        TestRegister register = new TestRegister(journal, blobs);
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        Entry closed = entry("ra-closed", "RA-B1", "RB");
        Entry late = entry("ra-late", "RA-B1", "RB").due(today.minusDays(1).toString());
        Entry soon = entry("ra-soon", "RA-B2", "RB").due(today.plusDays(14).toString()).aspect("政治引领");
        Entry waiting = entry("ra-waiting", "RA-B2", "RB").due(today.plusDays(90).toString()).aspect("组织生活");
        Entry ongoing = entry("ra-ongoing", "RA-B3", "RB").ongoing().aspect(null);
        Entry mistaken = entry("ra-mistaken", "RA-B3", "RB");
        Entry again = entry("ra-again", "RA-B1", "RC").aspect("政治引领");
        Entry other = entry("ra-other", "RA-B2", "RC").aspect("作风");
        List.of(closed, late, soon, waiting, ongoing, mistaken, again, other).forEach(register::open);
        register.discard(mistaken);
        register.giveBack(closed, register.request(closed));
        register.close(closed, register.request(closed));
        register.extension(late, today.plusDays(30));
        before = register.progress(late, "做了一些").records().getFirst().committedAt().truncatedTo(ChronoUnit.MILLIS);
        return register.request(waiting).position();
    }

    private static JsonNode tree(String json) {
        return new JsonMapper().readTree(json);
    }

    @Test
    void theRateLeavesOngoingItemsAndMistakesOut() {
        JsonNode answer = json(OFFICER, FIGURES);
        JsonNode total = answer.path("total");
        assertThat(total).isEqualTo(tree("{\"items\":5,\"ongoing\":1,\"ongoingClosed\":0,\"timed\":4,\"closed\":1,"
                + "\"rate\":0.25,\"overdue\":1,\"dueSoon\":1,\"waiting\":1,\"extensions\":1,\"returnedCloseOuts\":1,"
                + "\"medianDays\":0.0}"));
        assertThat(answer.path("rows").valueStream().map(row -> row.path("organization").asString())).containsExactly("ROOT");
        JsonNode middle = json(OFFICER, FIGURES + "&organization=RA-1");
        assertThat(middle.path("rows").valueStream()
                .map(row -> row.path("name").asString() + row.path("figures").path("items").asInt())).containsExactly("一支部2",
                        "二支部2");
        assertThat(middle.path("excludesTransferred").asBoolean()).isFalse();
        JsonNode nothing = json(OFFICER, FIGURES + "&asOf=2026-01-01").path("total");
        assertThat(nothing.path("items").asInt()).isZero();
        assertThat(nothing.has("rate")).isFalse();
        assertThat(nothing.has("medianDays")).isFalse();
        JsonNode past = json(OFFICER, FIGURES + "&tree=then&asOf=" + before);
        assertThat(past.path("total").path("waiting").asInt()).isZero();
        assertThat(past.path("asOf").path("time").asString()).isEqualTo(before.toString());
        assertThat(past.path("excludesTransferred").asBoolean()).isTrue();
    }

    /// As docs/INDEX.md says.
    @ParameterizedTest
    @CsvSource({"items,''", "ongoing,type=ongoing", "ongoingClosed,type=ongoing&state=closed", "timed,type=timed",
            "closed,type=timed&state=closed", "overdue,due=overdue", "dueSoon,due=soon", "waiting,state=close-out-requested",
            "extensions,extension=true", "returnedCloseOuts,returned=true"})
    void everyNumberIsTheLengthOfItsList(String number, String query) {
        for (String where : List.of("", "&organization=RA-1", "&organization=RA-B1&alone=true", "&asOf=" + before)) {
            JsonNode list = json(OFFICER, "/api/rectifications?campaign=RB&" + query + where);
            assertThat(list.path("total").asLong()).as(number + where)
                    .isEqualTo(json(OFFICER, FIGURES + where).path("total").path(number).asLong());
        }
    }

    @Test
    void wordsOfOneAspectAreOne() {
        JsonNode answer = json(OFFICER, "/api/statistics/rectifications/aspects?campaign=RB&organization=RA-1");
        assertThat(answer.path("aspects").valueStream().map(each -> each.path("name").asString())).containsExactly("政治功能",
                "组织生活");
        JsonNode first = answer.path("aspects").path(0);
        assertThat(first.path("names").toString()).isEqualTo("[\"政治功能方面\",\"政治引领\"]");
        assertThat(first.path("counts")).isEqualTo(tree("{\"items\":3,\"timed\":3,\"closed\":1,\"overdue\":1}"));
        assertThat(answer.path("rows").path(0).path("cells").path(0).path("items").asInt()).isEqualTo(2);
        JsonNode listed = json(OFFICER, "/api/rectifications?campaign=RB&organization=RA-1&aspect="
                + first.path("names").valueStream().map(JsonNode::asString).collect(Collectors.joining("&aspect=")));
        assertThat(listed.path("total").asInt()).isEqualTo(3);
    }

    @Test
    void whatComesBackIsShownToItsBranchAndThoseAbove() {
        for (String token : List.of(OFFICER, MIDDLE, CLERK)) {
            JsonNode answer = json(token, "/api/statistics/rectifications/recurring");
            JsonNode mine = answer.path("items").valueStream()
                    .filter(each -> each.path("organization").asString().equals("RA-B1")).findFirst().orElseThrow();
            assertThat(mine.path("campaigns").valueStream().map(each -> each.path("campaignName").asString()))
                    .containsExactly("专题RB", "专题RC");
            assertThat(mine.path("campaigns").path(0).path("items").asInt()).isEqualTo(2);
            assertThat(mine.path("campaigns").path(1).path("names").toString()).isEqualTo("[\"政治引领\"]");
            assertThat(mine.path("aspect").asString()).isEqualTo("政治功能");
            assertThat(mine.has("parentName")).isEqualTo(!token.equals(CLERK));
            assertThat(answer.path("items").valueStream().filter(each -> each.path("organization").asString().startsWith("RA")))
                    .hasSize(1);
            assertThat(answer.has("next")).isFalse();
        }
        assertThat(json(OUTSIDE, "/api/statistics/rectifications/recurring").path("items")).isEmpty();
        assertThat(json(OFFICER, "/api/statistics/rectifications/recurring?campaign=RB").path("items")).isEmpty();
    }

    @Test
    void eachSeesItsOwnScopeAndAnAdministratorNoWords() {
        assertThat(json(MIDDLE, FIGURES).path("total").path("items").asInt()).isEqualTo(4);
        assertThat(json(CLERK, FIGURES).path("total").path("items").asInt()).isEqualTo(2);
        assertThat(json(ADMINISTRATOR, FIGURES).path("total").path("items").asInt()).isEqualTo(5);
        assertThat(json(ADMINISTRATOR, "/api/statistics/rectifications/aspects?campaign=RB").path("aspects")).isEmpty();
        assertThat(json(ADMINISTRATOR, "/api/statistics/rectifications/recurring").path("items")).isEmpty();
        for (String door : List.of("?", "/aspects?", "/recurring?")) {
            looksUnknown(OUTSIDE, "/api/statistics/rectifications" + door + "organization=", "RA-1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"?asOf=2999-01-01", "?tree=other", "?position=-1", "/recurring?size=0", "/recurring?after=junk",
            "/aspects?asOf=yesterday"})
    void aParameterOutOfRangeIsRefused(String query) {
        refused(get(OFFICER, "/api/statistics/rectifications" + query), 400, "invalid-field");
    }

    @Test
    void everyTableIsExportedWithItsStamp() {
        for (String table : List.of("rectifications", "rectification-aspects", "rectification-recurring")) {
            String uri = "/api/statistics/export?table=" + table + (table.endsWith("recurring") ? "" : "&campaign=RB");
            String csv = new String(export(uri + "&format=csv"), StandardCharsets.UTF_8);
            assertThat(csv).as(table).startsWith("\uFEFF").contains("截至,20").contains("查询,").doesNotContain("export.");
            List<Csv.Row> sheet = Sheet.read(export(uri), 10_000).orElseThrow();
            assertThat(sheet).as(table).hasSize((int) csv.lines().filter(line -> !line.isEmpty()).count());
        }
        assertThat(new String(export("/api/statistics/export?table=rectifications&campaign=RB&format=csv"),
                StandardCharsets.UTF_8)).contains("整改率", "25.0%");
        assertThat(new String(export("/api/statistics/export?table=rectification-recurring&format=csv"),
                StandardCharsets.UTF_8)).contains("甲委员会,一支部,政治功能,专题RB、专题RC,3,1");
    }

    private byte[] export(String uri) {
        return Objects.requireNonNull(get(OFFICER, uri + "&position=" + position).expectStatus().isOk().expectHeader()
                .value("Content-Type",
                        type -> assertThat(type).startsWith(uri.endsWith("csv") ? "text/csv" : TableFormat.XLSX_TYPE))
                .expectBody().returnResult().getResponseBody());
    }
}
