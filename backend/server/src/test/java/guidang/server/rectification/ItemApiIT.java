package guidang.server.rectification;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.server.filing.FilingApi;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/// The life of items, seen over HTTP.
class ItemApiIT extends FilingApi {
    private static final String REPORT = """
            班子对照检查材料
            一、存在的主要问题
            （一）理论学习方面。学习不够深入，满足于完成任务。
            （二）联系群众方面。走访群众不够经常。
            二、原因分析
            （一）思想认识不到位。对学习的重要性认识不足。
            三、整改措施
            （一）加强理论学习。制定学习计划，每月集中学习一次，2026年6月底前完成。
            （二）密切联系群众。立行立改，每季度走访群众。
            """;

    private static final byte[] PNG = png();

    private final String zhao = TOKENS.of("zhao", "clerk@B1");
    private final String wang = TOKENS.of("wang", "officer@C1");
    private final String qian = TOKENS.of("qian", "clerk@B2");
    private final String li = TOKENS.of("li", "clerk@C1");
    private int count;

    private static Map<String, Object> words(String problem) {
        return new HashMap<>(Map.of("problem", problem, "unit", "支部委员会", "person", "某某"));
    }

    private static Map<String, Object> entry(String problem) {
        return Map.of("type", "by-deadline", "due", "2099-06-30", "words", words(problem));
    }

    private Map<String, Object> entries(String organization, Object... items) {
        return new HashMap<>(Map.of("organization", organization, "campaign", campaign, "items", List.of(items)));
    }

    private String next() {
        return campaign + "-" + count++;
    }

    private ResponseSpec enter(String token, Map<String, Object> entries) {
        return post(token, "/api/rectifications", entries, next());
    }

    /// The item's address.
    private static String address(JsonNode item) {
        return "/api/rectifications/" + item.at("/organization").asString() + "/" + item.at("/item").asString();
    }

    private String entered(String token, String organization, String problem) {
        return address(created(enter(token, entries(organization, entry(problem)))).at("/items/0"));
    }

    private JsonNode act(String token, String item, String verb, Map<String, ?> body) {
        return json(post(token, item + "/" + verb, body, next()));
    }

    private ResponseSpec tried(String token, String item, String verb, Map<String, ?> body) {
        return post(token, item + "/" + verb, body, next());
    }

    private String filed(String words) {
        String upload = upload(zhang, "材料.txt", (words + "\n" + REPORT).getBytes(StandardCharsets.UTF_8));
        return created(file(zhang, filing("B1", upload), next())).at("/report/id").asString();
    }

    private String evidence(String token) {
        return created(client(token).post().uri("/api/uploads?purpose=evidence&organization=B1&name=签到表.png")
                .header("Content-Type", "application/octet-stream").bodyValue(PNG).exchange()).at("/id").asString();
    }

    private static byte[] png() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB), "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static List<String> may(JsonNode item) {
        List<String> may = new ArrayList<>();
        item.at("/may").forEach(verb -> may.add(verb.asString()));
        return may;
    }

    @Test
    void fromTheReportToTheCloseOutAndBack() {
        String report = filed("一");
        JsonNode suggested = json(get(zhang, "/api/reports/" + report + "/rectifications"));
        assertThat(suggested.at("/suggestions")).hasSize(2);
        assertThat(suggested.at("/suggestions/0/words/problem").asString()).contains("学习不够深入");
        assertThat(suggested.at("/suggestions/0/words/unit").asString()).isEqualTo("第一支部");
        assertThat(suggested.at("/suggestions/0/due").asString()).isEqualTo("2026-06-30");
        assertThat(suggested.at("/suggestions/1/type").asString()).isEqualTo("immediate");
        List<Map<String, Object>> items = new ArrayList<>();
        suggested.at("/suggestions").forEach(one -> items.add(Map.of("problem", one.at("/problem").asInt(), "type",
                one.at("/type").asString(), "words", words(one.at("/words/problem").asString()))));
        Map<String, Object> entries = new HashMap<>(
                Map.of("organization", "B1", "campaign", campaign, "report", report, "items", items));
        String key = next();
        JsonNode opened = created(post(zhang, "/api/rectifications", entries, key));
        assertThat(opened.at("/items")).extracting(item -> item.at("/number").asInt()).containsExactly(1, 2);
        assertThat(opened.at("/items/0/reportTitle").asString()).isEqualTo("对照检查材料");
        assertThat(created(post(zhang, "/api/rectifications", entries, key)).at("/items")).isEqualTo(opened.at("/items"));
        JsonNode told = json(get(zhang, "/api/reports/" + report + "/rectifications"));
        assertThat(told.at("/suggestions/1/opened/number").asInt()).isEqualTo(2);
        problem(enter(zhao, entries), 409, "item-exists").jsonPath("$.item").isEqualTo(opened.at("/items/0/item").asString());
        problem(enter(zhang, entries("B1", Map.of("type", "immediate", "words", Map.of("problem", "无责任单位")))), 400,
                "invalid-field");

        String item = address(opened.at("/items/0"));
        JsonNode progressed = act(zhao, item, "progress", Map.of("words", "已制定计划", "on", "2026-03-01", "evidence",
                List.of(Map.of("upload", evidence(zhao), "on", "2026-02-28"))));
        assertThat(progressed.at("/item/state").asString()).isEqualTo("in-progress");
        assertThat(progressed.at("/receipt/record").asString()).contains("progressed").doesNotContain("已制定计划")
                .doesNotContain("签到表.png");
        assertThat(progressed.at("/item/steps/1/evidence/0/on").asString()).isEqualTo("2026-02-28");
        JsonNode asked = act(zhang, item, "close-out", Map.of("completed", "2026-03-02", "words", "已完成"));
        String request = asked.at("/item/closeOut/request").asString();
        assertThat(may(json(get(wang, item)))).containsExactlyInAnyOrder("comment", "reclassify", "close", "return", "void");
        assertThat(may(asked.at("/item"))).contains("withdraw-close-out", "close-out").doesNotContain("close");
        problem(tried(zhang, item, "close", Map.of("request", request)), 403, "forbidden");
        JsonNode returned = act(wang, item, "return", Map.of("request", request, "reason", "缺签到表"));
        assertThat(returned.at("/item/state").asString()).isEqualTo("returned");
        assertThat(returned.at("/item/steps/3/words").asString()).isEqualTo("缺签到表");
        assertThat(returned.at("/item/steps/3/organizationName").asString()).isEqualTo("第一党委");
        problem(tried(lin, item, "close", Map.of("request", request)), 409, "item-state").jsonPath("$.state")
                .isEqualTo("returned");
        String second = act(zhang, item, "close-out", Map.of()).at("/item/closeOut/request").asString();
        problem(tried(wang, item, "close", Map.of("request", request)), 409, "item-changed").jsonPath("$.request")
                .isEqualTo(second);
        JsonNode closed = act(wang, item, "close", Map.of("request", second, "reason", "同意"));
        assertThat(closed.at("/item/state").asString()).isEqualTo("closed");
        assertThat(closed.at("/item/closedAt").asString()).isNotEmpty();
        act(lin, item, "review", Map.of("reason", "抽查属实"));
        JsonNode open = act(lin, item, "reopen", Map.of("reason", "又反弹", "due", "2099-12-31"));
        assertThat(open.at("/item/state").asString()).isEqualTo("in-progress");
        assertThat(open.at("/item/due").asString()).isEqualTo("2099-12-31");
        assertThat(open.at("/item/steps")).extracting(step -> step.at("/type").asString()).containsExactly("opened", "progressed",
                "close-out-requested", "returned", "close-out-requested", "closed", "reviewed", "reopened");
        assertThat(json(get(zhang, item + "/steps/5/receipt")).at("/record").asString()).contains("\"type\":\"closed\"");
        assertThat(body(get(zhang, item))).doesNotContain("\"zhang\"").doesNotContain("\"wang\"");
    }

    @Test
    void evidenceIsFetchedByTicketsAndARetryNeedsNoUpload() {
        String item = entered(zhang, "B1", "问题");
        Map<String, Object> progress = Map.of("evidence", List.of(Map.of("upload", evidence(zhang))));
        String key = next();
        JsonNode once = json(post(zhang, item + "/progress", progress, key));
        JsonNode again = json(post(zhang, item + "/progress", progress, key));
        assertThat(again.at("/receipt/leafIndex")).isEqualTo(once.at("/receipt/leafIndex"));
        assertThat(once.at("/item/steps/1/evidence/0/name").asString()).isEqualTo("签到表.png");
        problem(post(zhang, item + "/progress", Map.of("words", "别的"), key), 422, "idempotency-key-reused");
        problem(tried(zhang, item, "progress", progress), 404, "upload-not-found");
        problem(tried(zhang, item, "progress", Map.of()), 400, "invalid-field");
        String ticket = json(post(wang, item + "/steps/1/evidence/0/tickets", Map.of(), "")).at("/url").asString();
        assertThat(get("", ticket).expectStatus().isOk().expectHeader().contentType("image/png").expectBody().returnResult()
                .getResponseBody()).isEqualTo(PNG);
        problem(post(wang, item + "/steps/1/evidence/1/tickets", Map.of(), ""), 404, "not-found");
        problem(post(wang, item + "/steps/0/evidence/0/tickets", Map.of(), ""), 404, "not-found");
        problem(post(qian, item + "/steps/1/evidence/0/tickets", Map.of(), ""), 404, "not-found");
        String preview = item + "/steps/1/evidence/0/preview";
        get(wang, preview).expectStatus().isOk().expectHeader().contentType("image/jpeg").expectHeader()
                .valueMatches("Cache-Control", ".*private.*immutable.*");
        problem(get(qian, preview), 404, "not-found");
        problem(get(zhang, item + "/steps/0/evidence/0/preview"), 404, "not-found");
    }

    @Test
    void wordsAreReplacedByWhoeverSawThem() {
        String item = entered(zhang, "B1", "原来的问题");
        JsonNode edited = act(zhao, item, "edit", Map.of("replaces", 0, "words", words("改过的问题")));
        assertThat(edited.at("/item/words/problem").asString()).isEqualTo("改过的问题");
        assertThat(edited.at("/item/wordsPosition").asInt()).isEqualTo(1);
        assertThat(edited.at("/item/steps/1/item/problem").asString()).isEqualTo("改过的问题");
        problem(tried(zhang, item, "edit", Map.of("replaces", 0, "words", words("又改"))), 409, "item-changed");
        problem(tried(wang, item, "edit", Map.of("replaces", 1, "words", words("又改"))), 403, "forbidden");
        JsonNode classed = act(wang, item, "reclassify", Map.of("type", "ongoing", "reason", "须长期坚持"));
        assertThat(classed.at("/item/type").asString()).isEqualTo("ongoing");
        assertThat(classed.at("/item/due").isMissingNode()).isTrue();
        act(zhang, item, "comment", Map.of("words", "知悉"));
        JsonNode remarked = act(wang, item, "comment", Map.of("words", "请抓紧"));
        assertThat(remarked.at("/item/steps")).extracting(step -> step.at("/by").asString()).containsExactly("clerk", "clerk",
                "officer", "clerk", "officer");
        assertThat(act(wang, item, "void", Map.of("reason", "重复登记")).at("/item/state").asString()).isEqualTo("void");
        problem(tried(zhang, item, "comment", Map.of("words", "为何")), 409, "item-state");
    }

    @Test
    void nobodyDecidesWhatTheyAskedFor() {
        String both = TOKENS.of("sun", "clerk@B1", "officer@C1");
        String item = entered(both, "B1", "问题");
        String extension = act(both, item, "extension", Map.of("due", "2099-09-30", "reason", "人手不足"))
                .at("/item/extension/request")
                .asString();
        problem(tried(both, item, "grant-extension", Map.of("request", extension)), 403, "own-item");
        assertThat(may(json(get(both, item)))).doesNotContain("grant-extension").contains("extension");
        assertThat(act(wang, item, "grant-extension", Map.of("request", extension)).at("/item/due").asString())
                .isEqualTo("2099-09-30");
        String refused = act(both, item, "extension", Map.of("due", "2099-10-31", "reason", "仍不足")).at("/item/extension/request")
                .asString();
        assertThat(act(wang, item, "refuse-extension", Map.of("request", refused, "reason", "不同意")).at("/item/due").asString())
                .isEqualTo("2099-09-30");
        String request = act(both, item, "close-out", Map.of()).at("/item/closeOut/request").asString();
        problem(tried(both, item, "close", Map.of("request", request)), 403, "own-item");
        problem(tried(TOKENS.of("own", "officer@B1"), item, "close", Map.of("request", request)), 403, "forbidden");
        act(zhao, item, "withdraw-close-out", Map.of("request", request));
        problem(tried(lin, item, "close", Map.of("request", request)), 409, "item-state");
    }

    @Test
    void whatLiesOutsideIsAsIfItDidNotExist() {
        String item = entered(zhang, "B1", "问题");
        problem(get(qian, item), 404, "not-found");
        problem(tried(qian, item, "progress", Map.of("words", "x")), 404, "not-found");
        problem(get(li, item), 404, "not-found");
        problem(get(zhang, "/api/rectifications/B1/" + "a".repeat(32)), 404, "not-found");
        problem(get(zhang, "/api/rectifications/B1/short"), 404, "not-found");
        problem(get(chen, item), 404, "not-found");
        problem(enter(qian, entries("B1", entry("问题"))), 404, "organization-unknown");
        problem(enter(chen, entries("B1", entry("问题"))), 403, "forbidden");
        Map<String, Object> unknown = entries("B1", entry("问题"));
        unknown.put("campaign", "NOWHERE");
        problem(enter(zhang, unknown), 404, "campaign-unknown");
        problem(get(qian, "/api/reports/" + filed("二") + "/rectifications"), 404, "not-found");
    }

    @Test
    void aClerkAboveActsOnBehalfOnWhatItEntered() {
        String item = entered(li, "B1", "代报的问题");
        JsonNode done = act(li, item, "progress", Map.of("words", "代为登记"));
        assertThat(done.at("/item/steps/0/onBehalf").asBoolean()).isTrue();
        assertThat(done.at("/item/steps/1/onBehalf").asBoolean()).isTrue();
        assertThat(act(zhang, item, "progress", Map.of("words", "自己登记")).at("/item/steps/2/onBehalf").isMissingNode()).isTrue();
        JsonNode byOfficer = created(enter(wang, entries("B1", entry("督办的问题")))).at("/items/0");
        assertThat(byOfficer.at("/steps/0/by").asString()).isEqualTo("officer");
        assertThat(byOfficer.at("/steps/0/organization").asString()).isEqualTo("C1");
        assertThat(byOfficer.at("/number").asInt()).isEqualTo(2);
    }

    @Test
    void severalCloseOutsAreDecidedTogetherAndEachByItself() {
        List<Map<String, Object>> decided = new ArrayList<>();
        for (int n = 0; n < 3; n++) {
            String item = entered(zhang, "B1", "问题" + n);
            JsonNode asked = act(zhang, item, "close-out", Map.of()).at("/item");
            decided.add(Map.of("organization", "B1", "item", asked.at("/item").asString(), "request",
                    asked.at("/closeOut/request").asString()));
        }
        String first = "/api/rectifications/B1/" + decided.getFirst().get("item");
        act(zhang, first, "withdraw-close-out", Map.of("request", decided.getFirst().get("request")));
        String key = next();
        Map<String, Object> form = Map.of("decision", "close", "items", decided);
        JsonNode results = json(post(wang, "/api/rectifications/decisions", form, key));
        assertThat(results.at("/results/0/problem/type").asString()).isEqualTo("item-state");
        assertThat(results.at("/results/0/problem/title").asString()).isNotEmpty();
        assertThat(results.at("/results/1/state").asString()).isEqualTo("closed");
        assertThat(results.at("/position").asLong()).isPositive();
        assertThat(json(post(wang, "/api/rectifications/decisions", form, key)).at("/results")).isEqualTo(results.at("/results"));
        problem(post(wang, "/api/rectifications/decisions", Map.of("decision", "return", "items", decided), next()), 400,
                "invalid-field");
        assertThat(json(post(zhang, "/api/rectifications/decisions", form, next())).at("/results/1/problem/type").asString())
                .isEqualTo("forbidden");
    }

    @Test
    void aMergedOrganizationsItemsGoOnWithItsSuccessorAndAClosedCampaignTakesThemStill() {
        String merged = "W" + campaign;
        client(chen).post().uri("/api/organizations/imports?dryRun=false").header("Content-Type", "text/csv;charset=UTF-8")
                .bodyValue("code,name,type,parent\n%s,并入支部,branch,C1\n".formatted(merged)).exchange();
        String clerk = TOKENS.of("zheng", "clerk@" + merged);
        String report = created(
                file(clerk, filing(merged, upload(clerk, "材料.txt", (merged + REPORT).getBytes(StandardCharsets.UTF_8))), next()))
                .at("/report/id").asString();
        String item = entered(clerk, merged, "并入前的问题");
        json(post(chen, "/api/campaigns/" + campaign + "/close", Map.of(), next()));
        json(post(chen, "/api/organizations/" + merged + "/merge", Map.of("into", "B1", "reason", "合并"), next()));
        JsonNode done = act(zhang, item, "progress", Map.of("words", "接着办"));
        assertThat(done.at("/item/path").asString()).isEqualTo("ROOT/C1/B1/" + merged + "/");
        assertThat(done.at("/item/steps/1/onBehalf").isMissingNode()).isTrue();
        problem(enter(zhang, entries(merged, entry("不再登记"))), 409, "organization-closed");
        Map<String, Object> entries = entries(merged, Map.of("problem", 0, "type", "immediate", "words", words("材料中的问题")));
        entries.put("report", report);
        assertThat(created(enter(zhang, entries)).at("/items/0/number").asInt()).isEqualTo(2);
        problem(get(qian, item), 404, "not-found");
        String request = act(zhang, item, "close-out", Map.of()).at("/item/closeOut/request").asString();
        problem(tried(TOKENS.of("own", "officer@B1"), item, "close", Map.of("request", request)), 403, "forbidden");
        assertThat(act(wang, item, "close", Map.of("request", request)).at("/item/state").asString()).isEqualTo("closed");
    }

    @Test
    void whatCameFromASealedReportIsForNobodyAndGoesWithIt() {
        String report = filed("涉");
        Map<String, Object> entries = entries("B1", Map.of("problem", 0, "type", "immediate", "words", words("不该进来的话")));
        entries.put("report", report);
        String key = next();
        JsonNode entered = created(post(zhang, "/api/rectifications", entries, key)).at("/items/0");
        String item = address(entered);
        act(zhang, item, "edit", Map.of("replaces", 0, "words", words("也不该进来")));
        act(zhang, item, "progress", Map.of("words", "做了什么"));
        json(post(lin, "/api/reports/" + report + "/seal", Map.of("ground", "personal", "reason", "个人"), next()));
        JsonNode sealed = json(get(wang, item));
        assertThat(sealed.at("/words").isMissingNode()).isTrue();
        assertThat(sealed.toString()).doesNotContain("不该进来").contains("做了什么").contains("in-progress");
        assertThat(may(json(get(zhang, item)))).doesNotContain("edit").contains("progress");
        problem(tried(zhang, item, "edit", Map.of("replaces", 1, "words", words("再改"))), 403, "report-sealed");
        problem(get(zhang, "/api/reports/" + report + "/rectifications"), 403, "report-sealed");
        json(post(wang, "/api/reports/" + report + "/release", Map.of("reason", "误封"), next()));
        assertThat(json(get(wang, item)).at("/words/problem").asString()).isEqualTo("也不该进来");
        json(post(lin, "/api/reports/" + report + "/seal", Map.of("ground", "personal", "reason", "确系"), next()));
        json(post(wang, "/api/reports/" + report + "/destroy", Map.of("reason", "确系"), next()));
        JsonNode gone = json(get(zhang, item));
        assertThat(gone.toString()).doesNotContain("不该进来").contains("做了什么");
        problem(post(zhang, "/api/rectifications", entries, key), 403, "report-sealed");
        String operations = entered.at("/steps/0").toString();
        assertThat(operations).isNotEmpty();
        assertThat(blobsWith("不该进来")).isEmpty();
    }

    private List<String> blobsWith(String words) {
        List<String> keys = java.util.Objects.requireNonNull(store.list("blobs/", "").collectList().block());
        return keys.stream().filter(key -> {
            byte[] bytes = store.get(key, 1 << 20).block();
            return bytes != null && new String(bytes, StandardCharsets.UTF_8).contains(words);
        }).toList();
    }

    @Test
    void aReportThatIsFiledAgainDoublesNothing() {
        String first = filed("一");
        JsonNode one = json(get(zhang, "/api/reports/" + first + "/rectifications")).at("/suggestions/0");
        Map<String, Object> entries = entries("B1",
                Map.of("problem", 0, "type", "immediate", "words", words(one.at("/words/problem").asString())));
        entries.put("report", first);
        String item = created(enter(zhang, entries)).at("/items/0/item").asString();
        Map<String, Object> filing = filing("B1", upload(zhang, "材料.txt", ("二\n" + REPORT).getBytes(StandardCharsets.UTF_8)));
        filing.put("replaces", first);
        String second = created(file(zhang, filing, next())).at("/report/id").asString();
        JsonNode again = json(get(zhang, "/api/reports/" + second + "/rectifications"));
        assertThat(again.at("/suggestions/0/opened/item").asString()).isEqualTo(item);
        assertThat(again.at("/suggestions/1/opened").isMissingNode()).isTrue();
        assertThat(again.at("/opened")).isEmpty();
        entries.put("report", second);
        entries.put("items", List.of(Map.of("problem", 99, "type", "immediate", "words", words("没有这个"))));
        problem(enter(zhang, entries), 400, "invalid-field");
    }
}
