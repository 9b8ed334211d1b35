package guidang.server.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.server.filing.FilingApi;
import guidang.server.objects.ObjectStore;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/// An import from the archive to its reports, over HTTP, with real readers.
class ImportIT extends FilingApi {
    private static final String HEADER = "组织代码,组织名称,专题,文书,期间,题名,日期,文件,附件\n";
    private static final String IMPORTS = "/api/reports/imports";

    private final String li = TOKENS.of("li", "officer@C1");

    @Autowired
    @Qualifier("work")
    private ObjectStore work;

    @DynamicPropertySource
    static void limits(DynamicPropertyRegistry registry) {
        registry.add("guidang.bulk.limit", () -> "1MB");
        registry.add("guidang.bulk.members", () -> "100");
    }

    @BeforeEach
    void branches() {
        String rows = IntStream.rangeClosed(1, 30).mapToObj(n -> "Z" + n + ",支部之" + n + ",branch,C1\n")
                .collect(Collectors.joining());
        client(chen).post().uri("/api/organizations/imports?dryRun=false").header("Content-Type", "text/csv;charset=UTF-8")
                .bodyValue("code,name,type,parent\nC2,第二党委,committee,ROOT\nX1,别家支部,branch,C2\n" + rows).exchange()
                .expectStatus().isOk();
    }

    @Test
    void whatNothingSpeaksAgainstIsFiledAndTheRestIsToldWhy() {
        JsonNode handed = handed(thirty());
        String id = handed.at("/id").asString();
        assertThat(handed.at("/job").asString()).hasSize(32);
        JsonNode checked = ended(handed);
        assertThat(checked.at("/phase").asString()).isEqualTo("checked");
        assertThat(counts(checked)).isEqualTo("30 rows 27 ready 3 refused");
        assertThat(state("Z4")).isEqualTo("missing");
        assertThat(problems(id, "refused")).containsExactly("2 organization-unknown", "3 import-file-missing",
                "4 file-type-contradicts");
        JsonNode begun = begin(id, "start");
        assertThat(begun.at("/job")).isNotEqualTo(handed.at("/job"));
        JsonNode done = ended(begun);
        assertThat(done.at("/phase").asString()).isEqualTo("done");
        assertThat(counts(done)).isEqualTo("30 rows 3 refused 27 filed");
        assertThat(state("Z4")).isEqualTo("delivered");
        JsonNode job = json(get(li, "/api/jobs/" + begun.at("/job").asString()));
        assertThat(job.at("/counts/filed").asInt()).isEqualTo(27);
        assertThat(job.at("/subject/import").asString()).isEqualTo(id);
        String filed = rows(id, "filed", "").at("/items/0/report").asString();
        JsonNode report = json(get(lin, "/api/reports/" + filed));
        assertThat(report.at("/imported").asBoolean()).isTrue();
        assertThat(report.at("/onBehalf").asBoolean()).isTrue();
        assertThat(report.at("/title").asString()).isEqualTo("材料之4");
        assertThat(report.at("/files")).hasSize(2);
        assertThat(report.at("/date").asString()).isEqualTo("2024-12-31");
    }

    @Test
    void whatIsFiledIsNeverFiledAgain() {
        byte[] zip = thirty();
        String id = filed(zip);
        assertThat(counts(ended(begin(id, "retry")))).isEqualTo("30 rows 27 filed 3 failed");
        assertThat(counts(ended(handed(zip)))).isEqualTo("30 rows 3 refused 27 already");
        String report = rows(id, "filed", "").at("/items/0/report").asString();
        assertThat(json(get(lin, "/api/reports/" + report + "/history")).at("/items")).hasSize(1);
    }

    @Test
    void whatFailedIsTriedAgainOnceItIsMended() {
        String other = campaign + "B";
        post(chen, "/api/campaigns", Map.of("code", other, "name", "去年" + campaign, "target", "ROOT", "documents",
                List.of(Map.of("type", "PLAN", "name", "方案", "period", "2024", "due", "2024-12-31", "required", true))), other)
                .expectStatus().isCreated();
        String id = checked(new Zips().with("manifest.csv", HEADER + ",支部之1,去年" + campaign + ",方案,2024年,题名,,a.txt,\n")
                .with("a.txt", "组织生活会方案\n").bytes());
        assertThat(counts(json(get(li, IMPORTS + "/" + id)))).isEqualTo("1 rows 1 refused");
        assertThat(problems(id, "refused")).containsExactly("2 campaign-not-open");
        post(chen, "/api/campaigns/" + other + "/open", Map.of(), "open" + other).expectStatus().is2xxSuccessful();
        assertThat(counts(ended(begin(id, "start")))).isEqualTo("1 rows 1 refused");
        assertThat(counts(ended(begin(id, "retry")))).isEqualTo("1 rows 1 filed");
        assertThat(keys(id)).noneMatch(key -> key.endsWith("/zip"));
    }

    @Test
    void twoRowsForOneDocumentAreBothRefusedAndATakenSlotIsToldSo() {
        created(file(zhang, filing("B1", text("一")), "k"));
        String id = checked(new Zips().with("manifest.csv", HEADER + row("Z1", "a.txt") + row("z1", "b.txt") + row("B1", "a.txt"))
                .with("a.txt", "甲\n").with("b.txt", "乙\n").bytes());
        assertThat(counts(json(get(li, IMPORTS + "/" + id)))).isEqualTo("3 rows 3 refused");
        assertThat(problems(id, "refused")).containsExactly("2 import-slot-twice", "3 import-slot-twice", "4 slot-taken");
    }

    @Test
    void whatLiesOutsideIsAsIfItDidNotExist() {
        String id = checked(new Zips().with("manifest.csv", HEADER + row("X1", "a.txt") + row("NOWHERE", "a.txt"))
                .with("a.txt", "甲\n").bytes());
        JsonNode rows = rows(id, "refused", "").at("/items");
        assertThat(rows.at("/0").toString().replace("X1", "NOWHERE").replace("\"row\":2", "\"row\":3"))
                .isEqualTo(rows.at("/1").toString());
        String stranger = TOKENS.of("wu", "officer@C2");
        for (String path : List.of("", "/rows")) {
            problem(get(stranger, IMPORTS + "/" + id + path), 404, "not-found");
            problem(get(stranger, IMPORTS + "/" + "a".repeat(32) + path), 404, "not-found");
        }
        problem(post(stranger, IMPORTS + "/" + id + "/start", Map.of(), ""), 404, "not-found");
        assertThat(json(get(stranger, IMPORTS)).at("/imports")).isEmpty();
        assertThat(json(get(lin, IMPORTS)).toString()).contains(id);
        problem(get(lin, IMPORTS + "?after=x"), 400, "invalid-field");
        problem(hand(stranger, "C1", thirty()), 404, "organization-unknown");
        problem(hand(zhang, "B1", thirty()), 403, "forbidden");
        problem(hand(chen, "C1", thirty()), 403, "forbidden");
    }

    @Test
    void aClassifiedFileEndsTheImportAndNothingOfItStays() {
        String canary = "金丝雀" + campaign;
        String id = checked(new Zips().with("manifest.csv", HEADER + row("Z1", "甲.txt") + row("Z2", canary + ".txt"))
                .with("甲.txt", "甲\n").with(canary + ".txt", "机密★10年\n关于" + canary + "的报告\n").bytes());
        JsonNode given = json(get(li, IMPORTS + "/" + id));
        assertThat(given.at("/phase").asString()).isEqualTo("done");
        assertThat(given.at("/problem/code").asString()).isEqualTo("file-classified");
        assertThat(rows(id, "refused", "").at("/items/0/row").asInt()).isEqualTo(3);
        assertThat(rows(id, "refused", "").toString()).doesNotContain(canary);
        assertThat(keys(id)).noneMatch(key -> key.endsWith("/zip"));
        for (String key : keys(id)) {
            assertThat(new String(Objects.requireNonNull(work.get(key, 1 << 20).block()), StandardCharsets.UTF_8))
                    .doesNotContain(canary);
        }
        problem(post(li, IMPORTS + "/" + id + "/start", Map.of(), ""), 409, "import-state");
        problem(hand(li, "C1", new Zips().with("manifest.csv", HEADER + row("Z1", "机密★10年.txt")).with("机密★10年.txt", "")
                .bytes()), 422, "file-classified");
    }

    @ParameterizedTest
    @ValueSource(strings = {"import-unreadable", "import-unsafe", "import-too-large", "manifest-missing", "manifest-invalid"})
    void aHostileArchiveIsRefusedAtOnceAndNothingOfItStays(String code) {
        Zips zip = new Zips().with("manifest.csv", code.equals("manifest-invalid") ? "甲,乙\n1,2\n" : HEADER + row("Z1", "a"));
        byte[] bytes = switch (code) {
            case "import-unreadable" -> new byte[1000];
            case "import-unsafe" -> zip.with("../a", "").bytes();
            case "import-too-large" -> zip.with("a", new byte[1 << 23]).bytes();
            case "manifest-missing" -> new Zips().with("a", "").bytes();
            default -> zip.bytes();
        };
        List<String> before = keys("");
        problem(hand(li, "C1", bytes), code.equals("import-too-large") ? 413 : 422, code);
        assertThat(keys("")).isEqualTo(before);
    }

    @Test
    void anArchiveOverTheLimitIsRefused() {
        problem(hand(li, "C1", new byte[(1 << 20) + 1]), 413, "file-too-large");
    }

    @Test
    void itIsBegunOnceAndThrownAwayWhenNobodyWorksOnIt() {
        String id = filed(thirty());
        problem(post(li, IMPORTS + "/" + id + "/start", Map.of(), ""), 409, "import-state");
        client(li).delete().uri(IMPORTS + "/" + id).exchange().expectStatus().isNoContent();
        problem(get(li, IMPORTS + "/" + id), 404, "not-found");
        assertThat(keys(id)).isEmpty();
        assertThat(state("Z4")).isEqualTo("delivered");
    }

    @Test
    void rowsComeInPagesAndInTheCallersLanguage() {
        String id = checked(thirty());
        JsonNode first = rows(id, "", "&size=20");
        assertThat(first.at("/items")).hasSize(20);
        assertThat(first.at("/total").asInt()).isEqualTo(30);
        JsonNode second = rows(id, "", "&size=20&after=" + first.at("/next").asInt());
        assertThat(second.at("/items")).hasSize(10);
        assertThat(second.has("next")).isFalse();
        JsonNode english = json(client(li).get().uri(IMPORTS + "/" + id + "/rows?outcome=refused,failed")
                .header("Accept-Language", "en").exchange());
        assertThat(english.at("/items/1/problem/detail").asString()).contains("There is no");
        assertThat(rows(id, "refused", "").at("/items/1/problem/detail").asString()).contains("找不到");
        problem(get(li, IMPORTS + "/" + id + "/rows?outcome=good"), 400, "invalid-field");
        problem(get(li, IMPORTS + "/" + id + "/rows?size=0"), 400, "invalid-field");
        assertThat(body(get(li, IMPORTS + "/manifest?format=csv"))).contains("组织代码", "题名");
        String refused = body(get(li, IMPORTS + "/" + id + "/rows/export?outcome=refused&format=csv"));
        assertThat(refused).contains("不在.txt").contains("找不到").doesNotContain("材料之4");
        String again = checked(new Zips().with("manifest.csv", refused).with("不在.txt", "补上了\n").bytes());
        assertThat(counts(json(get(li, IMPORTS + "/" + again)))).isEqualTo("3 rows 1 ready 2 refused");
    }

    /// Rows 2 to 4 are of somebody else, without a file, and not what it says
    /// to be.
    private byte[] thirty() {
        StringBuilder manifest = new StringBuilder(HEADER).append(row("X1", "1.txt")).append(row("Z2", "不在.txt"))
                .append(row("Z3", "3.pdf"));
        Zips zip = new Zips().with("资料/1.txt", "一\n").with("资料/3.pdf", "这不是PDF\n").with("资料/附件.txt", "附件" + campaign);
        for (int n = 4; n <= 30; n++) {
            manifest.append("Z%d,,%s,SELF-EXAM,2026,材料之%d,2024-12-31,第%d份.txt,附件.txt\n".formatted(n, campaign, n, n));
            zip.with("资料/第" + n + "份.txt", "材料" + campaign + "之" + n + "\n正文。\n");
        }
        return zip.with("资料/manifest.csv", manifest.toString()).bytes();
    }

    private String row(String organization, String file) {
        return "%s,,%s,SELF-EXAM,2026,题名,,%s,\n".formatted(organization, campaign, file);
    }

    private ResponseSpec hand(String token, String organization, byte[] zip) {
        return client(token).post().uri(IMPORTS + "?organization=" + organization + "&name=past.zip")
                .header("Content-Type", "application/octet-stream").bodyValue(zip).exchange();
    }

    private JsonNode handed(byte[] zip) {
        return created(hand(li, "C1", zip));
    }

    private String checked(byte[] zip) {
        return ended(handed(zip)).at("/id").asString();
    }

    private String filed(byte[] zip) {
        return ended(begin(checked(zip), "start")).at("/id").asString();
    }

    /// The import once the job of the answer has ended.
    private JsonNode ended(JsonNode answer) {
        String job = answer.at("/job").asString();
        for (long end = System.nanoTime() + 60_000_000_000L; System.nanoTime() < end; LockSupport.parkNanos(20_000_000)) {
            if (json(get(li, "/api/jobs/" + job)).has("endedAt")) {
                return json(get(li, IMPORTS + "/" + answer.at("/id").asString()));
            }
        }
        throw new AssertionError("not ended: " + body(get(li, "/api/jobs/" + job)));
    }

    private JsonNode begin(String id, String step) {
        return json(post(li, IMPORTS + "/" + id + "/" + step, Map.of(), ""), 202);
    }

    private static JsonNode json(ResponseSpec answer, int status) {
        return guidang.server.filing.Http.JSON.readTree(body(answer, status));
    }

    private JsonNode rows(String id, String outcome, String more) {
        return json(get(li, IMPORTS + "/" + id + "/rows?outcome=" + outcome + more));
    }

    private List<String> problems(String id, String outcome) {
        return StreamSupport.stream(rows(id, outcome, "").at("/items").spliterator(), false)
                .map(row -> row.at("/row").asInt() + " " + row.at("/problem/code").asString()).toList();
    }

    private static String counts(JsonNode view) {
        StringBuilder all = new StringBuilder();
        for (String name : List.of("rows", "unchecked", "ready", "refused", "filed", "already", "failed")) {
            int count = view.at("/counts/" + name).asInt();
            all.append(count == 0 ? "" : " " + count + " " + name);
        }
        return all.toString().strip();
    }

    private String state(String organization) {
        JsonNode items = json(get(lin, "/api/obligations?organization=" + organization)).at("/items");
        return StreamSupport.stream(items.spliterator(), false).filter(item -> item.at("/campaign").asString().equals(campaign))
                .findFirst().orElseThrow().at("/state").asString();
    }

    private List<String> keys(String id) {
        return Objects.requireNonNull(work.list("state/imports/" + id, "").collectList().block());
    }
}
