package guidang.server.register;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.server.filing.FilingApi;
import guidang.server.filing.Http;
import guidang.server.kernel.Code;
import guidang.server.rectification.Items;
import guidang.server.tables.Table;
import guidang.server.tables.TableFormat;
import guidang.server.web.Texts;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;

/// Registers that come in as sheets and go out again, over HTTP.
class SheetImportIT extends FilingApi {
    private static final String IMPORTS = "/api/rectifications/imports";
    private static final List<String> BRANCHES = List.of("B1", "B2", "B3");

    private final String li = TOKENS.of("li", "officer@C1");

    @Autowired
    private SheetExport export;

    @Autowired
    private Items items;

    @BeforeEach
    void branches() {
        client(chen).post().uri("/api/organizations/imports?dryRun=false").header("Content-Type", "text/csv;charset=UTF-8")
                .bodyValue("code,name,type,parent\nB3,第三支部,branch,C1\nC2,第二党委,committee,ROOT\nX1,别家支部,branch,C2\n").exchange()
                .expectStatus().isOk();
    }

    @Test
    void aSheetIsCheckedAndThenWrittenOnce() {
        byte[] sheet = csv("""
                某某党支部整改台账
                序号,问题,整改措施,责任单位,责任人,完成时限,进展,是否销号,完成日期
                1,学习不够,集中学习,组织委员,张三,2026年6月底,2026.3.1 已学习,,
                2,走访不够,每季走访,,,长期坚持,,,
                3,台账不全,补齐台账,第一支部,,2026-3-31,已补齐,是,2026-3-20
                4,谈心不够,,,,,,,
                """);
        JsonNode handed = handed(zhang, "B1", sheet);
        assertThat(counts(handed)).isEqualTo("rows 4 ready 3 added 3 changed 0 unchanged 0 faulty 1");
        assertThat(handed.at("/phase").asString()).isEqualTo("checked");
        assertThat(handed.at("/faults/0/row").asInt()).isEqualTo(6);
        assertThat(handed.at("/faults/0/column").asString()).isEqualTo("F");
        assertThat(handed.at("/faults/0/heading").asString()).isEqualTo("完成时限");
        assertThat(handed.at("/faults/0/message").asString()).startsWith("没有完成时限，也没有整改类型。");
        assertThat(handed.at("/changes/0/problem").asString()).isEqualTo("学习不够");
        assertThat(ids("B1")).isEmpty();

        JsonNode done = written(zhang, handed);
        assertThat(done.at("/phase").asString()).isEqualTo("done");
        assertThat(done.at("/counts/written").asInt()).isEqualTo(3);
        assertThat(done.at("/counts/failed").asInt()).isZero();
        List<String> ids = ids("B1");
        assertThat(ids).hasSize(3);
        JsonNode closing = json(get(zhang, "/api/rectifications/B1/" + ids.get(2)));
        assertThat(closing.at("/state").asString()).isEqualTo("close-out-requested");
        assertThat(closing.at("/imported").asBoolean()).isTrue();
        assertThat(json(get(zhang, "/api/rectifications/B1/" + ids.get(1))).at("/words/unit").asString()).isEqualTo("第一支部");

        assertThat(counts(handed(zhang, "B1", sheet))).isEqualTo("rows 4 ready 3 added 0 changed 0 unchanged 3 faulty 1");
        assertThat(json(post(zhang, IMPORTS + "/" + handed.at("/id").asString() + "/start", Map.of(), ""), 202).at("/phase")
                .asString()).isEqualTo("done");
        assertThat(ids("B1")).hasSize(3);
    }

    @Test
    void anOfficersSheetClosesWhatItSaysIsClosedAndChangesWhatDiffers() {
        written(zhang, handed(zhang, "B1", csv("问题,责任单位,完成时限,进展\n甲,支部,2026-6-30,2026-03-01 一\n乙,支部,2026-6-30,\n")));
        JsonNode handed = handed(li, "C1", csv("""
                组织代码,问题,责任单位,完成时限,进展,是否销号,销号日期
                B1,甲,支部办公室,2026-7-31,"2026-03-01 一
                2026-03-05 二",是,2026-4-1
                B1,乙,支部,2026-6-30,,,
                B2,丙,支部,长期,,,
                X1,丁,支部,长期,,,
                ,戊,支部,长期,,,
                """));
        assertThat(counts(handed)).isEqualTo("rows 5 ready 4 added 2 changed 1 unchanged 1 faulty 1");
        assertThat(handed.at("/faults/0/message").asString()).isEqualTo("在本次导入的组织及其下级中没有“X1”。请核对组织代码或名称。");
        assertThat(StreamSupport.stream(handed.at("/changes").spliterator(), false).filter(c -> c.at("/row").asInt() == 2)
                .map(c -> c.at("/heading").asString() + ": " + c.at("/from").asString("") + " → " + c.at("/to").asString("")))
                .containsExactly("牵头/责任单位: 支部 → 支部办公室", "完成时限: 2026-06-30 → 2026-07-31", "进展:  → 2026-03-05 二", "是否销号: 否 → 是");
        assertThat(written(li, handed).at("/counts/written").asInt()).isEqualTo(3);
        JsonNode item = json(get(zhang, "/api/rectifications/B1/" + ids("B1").getFirst()));
        assertThat(item.at("/state").asString()).isEqualTo("closed");
        assertThat(item.at("/due").asString()).isEqualTo("2026-07-31");
        assertThat(item.at("/words/unit").asString()).isEqualTo("支部办公室");
    }

    @Test
    void aClerksSheetDoesNotChangeDueDaysNorWhatIsSettledOrWaits() {
        written(li, handed(li, "B1", csv("问题,完成时限,是否销号,备注\n甲,2026-6-30,,\n乙,2026-6-30,是,旧\n丙,2026-6-30,申请中,旧\n")));
        JsonNode handed = handed(zhang, "B1",
                csv("问题,完成时限,是否销号,备注\n甲,2026-7-31,,\n乙,2026-6-30,是,新\n丙,2026-6-30,申请中,新\n甲,2026-6-30,,\n"));
        assertThat(StreamSupport.stream(handed.at("/faults").spliterator(), false)
                .map(f -> f.at("/row").asString() + f.at("/column").asString() + ": " + f.at("/message").asString()))
                .containsExactly("2B: 台账中为“2026-06-30”，不能用表格修改。请在事项页面申请或由上级办理，或恢复原值。", "3D: 台账中为“旧”，事项已办结，内容不能修改。请恢复原值。",
                        "4D: 台账中为“旧”，销号申请正在等待审核，内容不能修改。请先撤回申请，或恢复原值。", "5A: 与第 2 行是同一事项。请合并为一行。");
        refused(post(zhang, IMPORTS + "/" + handed.at("/id").asString() + "/start", Map.of(), ""), 409, "import-nothing");
    }

    @Test
    void nobodyElseSeesAnImportAndNobodyImportsForOthers() {
        String id = handed(zhang, "B1", csv("问题,完成时限\n甲,长期\n")).at("/id").asString();
        refused(get(li, IMPORTS + "/" + id), 404, "not-found");
        refused(post(li, IMPORTS + "/" + id + "/start", Map.of(), ""), 404, "not-found");
        refused(hand(zhang, "B2", csv("问题,完成时限\n甲,长期\n")), 404, "organization-unknown");
        refused(hand(TOKENS.of("auditor", "auditor@ROOT"), "B1", csv("问题,完成时限\n甲,长期\n")), 403, "forbidden");
        refused(hand(zhang, "B1", csv("机密★1年\n问题,完成时限\n甲,长期\n")), 422, "file-classified");
    }

    /// Goes on in another campaign, whose registers are empty.
    private void another() {
        campaign = campaign + "N";
        post(chen, "/api/campaigns", Map.of("code", campaign, "name", "专题", "target", "ROOT", "documents",
                List.of(Map.of("type", "PLAN", "name", "方案", "period", "2026", "due", "2099-12-31", "required", true))), campaign)
                .expectStatus().isCreated();
        post(chen, "/api/campaigns/" + campaign + "/open", Map.of(), "open" + campaign).expectStatus().is2xxSuccessful();
    }

    /// What a sheet can say, as somebody might have it.
    private byte[] made(Random random, int rows) {
        List<List<Object>> all = new ArrayList<>();
        all.add(List.of("序号", "来源", "问题", "分类（方面）", "具体表现", "整改目标", "整改措施", "整改类型", "牵头/责任单位", "责任岗位", "责任人", "完成时限", "进展",
                "佐证材料", "完成日期", "是否销号", "销号日期", "复查意见", "备注", "组织代码"));
        String[] words = {"", "=1+1", "甲、乙", "第一行\n第二行", "“引号”,\"a\"", "-减号", "'撇号", " 空 格 ", "ＡＢ１"};
        String[] closings = {"", "否", "申请中", "是"};
        for (int i = 1; i <= rows; i++) {
            String closing = closings[random.nextInt(closings.length)];
            boolean done = closing.equals("是") || closing.equals("申请中");
            List<Object> row = new ArrayList<>(
                    List.of(i, some(random, words), "问题" + i + some(random, words), some(random, words),
                            some(random, words), some(random, words), some(random, words), some(random, "立行立改", "限期整改", "长期坚持"),
                            "单位" + i, some(random, words), some(random, words), some(random, "", "2026-6-30", "2026年7月底"),
                            some(random, "", "正在推进", "2026.3.1 一\n2026.3.2 二\n续", "2026-03-09 x"), some(random, words),
                            done ? some(random, "", "2026-5-1") : "", closing,
                            closing.equals("是") ? "2026-05-0" + random.nextInt(1, 9) : "",
                            some(random, words), some(random, words), BRANCHES.get(random.nextInt(BRANCHES.size()))));
            all.add(row);
        }
        return Sheets.xlsx(all);
    }

    private static String some(Random random, String... of) {
        return of[random.nextInt(of.length)];
    }

    @ParameterizedTest
    @CsvSource({"1,XLSX,zh", "2,CSV,en", "3,XLSX,en", "4,CSV,zh"})
    void whatIsExportedAndImportedIntoAnEmptyRegisterIsExportedTheSame(long seed, TableFormat format, String language) {
        written(li, handed(li, "C1", made(new Random(seed), 120)));
        Locale locale = Locale.forLanguageTag(language);
        List<Map<SheetColumn, Object>> first = exported(locale);
        assertThat(first).hasSize(120);
        String before = campaign;
        another();
        List<List<Object>> rows = first.stream().map(row -> {
            Map<SheetColumn, Object> moved = new EnumMap<>(row);
            moved.put(SheetColumn.CAMPAIGN, campaign);
            return (List<Object>) new ArrayList<>(moved.values());
        }).toList();
        JsonNode handed = handed(li, "C1", file(format, locale, rows));
        assertThat(handed.at("/faults")).isEmpty();
        assertThat(counts(handed)).isEqualTo("rows 120 ready 120 added 120 changed 0 unchanged 0 faulty 0");
        written(li, handed);
        assertThat(exported(locale)).usingRecursiveComparison().isEqualTo(first.stream().map(row -> {
            Map<SheetColumn, Object> same = new EnumMap<>(row);
            same.put(SheetColumn.CAMPAIGN,
                    Objects.requireNonNull(row.get(SheetColumn.CAMPAIGN)).toString().replace(before, campaign));
            return same;
        }).toList());
        assertThat(counts(handed(li, "C1", file(format, locale, rows(locale)))))
                .isEqualTo("rows 120 ready 120 added 0 changed 0 unchanged 120 faulty 0");
    }

    @Test
    void fiveThousandRowsAreInWithinTwentySeconds() {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of("序号", "问题", "分类", "整改措施", "责任单位", "责任人", "完成时限", "进展", "组织代码"));
        IntStream.rangeClosed(1, 5_000).forEach(n -> rows.add(List.of(n, "问题之" + n + "，联系实际不够紧密，措施不够具体", "作风建设",
                "每月研究一次，由组织委员督促落实", "第一支部", "张三", "2026-12-31", "2026-03-01 已部署", BRANCHES.get(n % 3))));
        byte[] sheet = Sheets.xlsx(rows);
        long start = System.nanoTime();
        JsonNode handed = handed(li, "C1", sheet);
        Duration checked = Duration.ofNanos(System.nanoTime() - start);
        assertThat(counts(handed)).isEqualTo("rows 5000 ready 5000 added 5000 changed 0 unchanged 0 faulty 0");
        JsonNode done = written(li, handed);
        Duration all = Duration.ofNanos(System.nanoTime() - start);
        System.out.println("5,000 rows: checked in " + checked.toMillis() + " ms, written after " + all.toMillis() + " ms");
        assertThat(done.at("/counts/written").asInt()).isEqualTo(5_000);
        assertThat(all).isLessThan(Duration.ofSeconds(Integer.getInteger("guidang.test.import-seconds", 60)));
    }

    private List<Map<SheetColumn, Object>> exported(Locale locale) {
        return rows(locale).stream().map(row -> {
            Map<SheetColumn, Object> cells = new EnumMap<>(SheetColumn.class);
            for (SheetColumn column : SheetColumn.values()) {
                cells.put(column, row.get(column.ordinal()));
            }
            cells.put(SheetColumn.ITEM, "");
            return cells;
        }).toList();
    }

    /// As an export has them, which asks the index which there are.
    private List<List<Object>> rows(Locale locale) {
        Flux<SheetExport.Listing> all = Flux.fromIterable(BRANCHES).concatMap(branch -> items.register(new Code(campaign),
                new Code(branch)).flatMapIterable(register -> register.items())
                .map(item -> new SheetExport.Listing(new Code(branch), new Code(campaign), item)));
        return Objects.requireNonNull(export.rows(all, null, locale).map(row -> (List<Object>) new ArrayList<Object>(row))
                .collectList().block());
    }

    private static byte[] file(TableFormat format, Locale locale, List<List<Object>> rows) {
        List<String> head = new SheetWords(new Texts()).head(locale);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        format.write(Table.list("t", head, Flux.fromIterable(rows).map(ArrayList::new))).toIterable().forEach(bytes::writeBytes);
        return bytes.toByteArray();
    }

    private static byte[] csv(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private ResponseSpec hand(String token, String organization, byte[] sheet) {
        return client(token).post().uri(IMPORTS + "?organization={o}&campaign={c}&name={n}", organization, campaign, "台账.xlsx")
                .header("Content-Type", "application/octet-stream").header("Accept-Language", "zh-CN").bodyValue(sheet)
                .exchange();
    }

    private JsonNode handed(String token, String organization, byte[] sheet) {
        return created(hand(token, organization, sheet));
    }

    private JsonNode written(String token, JsonNode handed) {
        String id = handed.at("/id").asString();
        JsonNode begun = json(post(token, IMPORTS + "/" + id + "/start", Map.of(), ""), 202);
        String job = begun.at("/job").asString();
        for (long end = System.nanoTime() + 90_000_000_000L; System.nanoTime() < end; LockSupport.parkNanos(20_000_000)) {
            if (json(get(token, "/api/jobs/" + job)).has("endedAt")) {
                return json(get(token, IMPORTS + "/" + id));
            }
        }
        throw new AssertionError("not ended: " + body(get(token, "/api/jobs/" + job)));
    }

    private static JsonNode json(ResponseSpec answer, int status) {
        return Http.JSON.readTree(body(answer, status));
    }

    private static String counts(JsonNode view) {
        return List.of("rows", "ready", "added", "changed", "unchanged", "faulty").stream()
                .map(name -> name + " " + view.at("/counts/" + name).asInt()).collect(Collectors.joining(" "));
    }

    private List<String> ids(String organization) {
        return Objects.requireNonNull(items.register(new Code(campaign), new Code(organization)).block()).items().stream()
                .map(item -> item.value()).toList();
    }

    private static void refused(ResponseSpec answer, int status, String code) {
        assertThat(Http.JSON.readTree(body(answer, status)).at("/code").asString()).isEqualTo(code);
    }
}
