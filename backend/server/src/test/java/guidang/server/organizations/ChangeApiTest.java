package guidang.server.organizations;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.server.ApiTest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import org.springframework.test.web.reactive.server.WebTestClient;

class ChangeApiTest extends ApiTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static int runs;
    private String run = "";

    /// Each test has a part of the tree of its own.
    @BeforeEach
    void tree() {
        run = "CH" + runs++;
        String list = """
                code,name,type,parent
                @,变更处,committee,ROOT
                @-P,甲委员会,committee,@
                @-Q,乙委员会,committee,@
                @-A,第一总支,general-branch,@-P
                @-A1,第一支部,branch,@-A
                @-A2,第二支部,branch,@-A
                """.replace("@", run);
        importList(ADMINISTRATOR, false, list.getBytes(StandardCharsets.UTF_8)).expectStatus().isOk();
    }

    private String code(String end) {
        return run + "-" + end;
    }

    private WebTestClient.ResponseSpec act(String token, String code, String act, Map<String, ?> body) {
        return send(token, "/" + code + "/" + act, UUID.randomUUID().toString(), body);
    }

    private WebTestClient.ResponseSpec send(String token, String path, String key, Map<String, ?> body) {
        return post(token, "/api/organizations" + path, key, JSON.writeValueAsString(body));
    }

    @Test
    void eachChangeIsAnsweredWithWhatItMade() {
        send(ADMINISTRATOR, "", "c" + run,
                Map.of("code", code("N"), "name", "新设支部", "shortName", "新支", "type", "branch", "level", 5, "parent", code("A")))
                .expectStatus().isCreated().expectHeader().exists("Guidang-Position").expectHeader()
                .valueEquals("Location", "/api/organizations/" + code("N")).expectBody().jsonPath("$.path")
                .isEqualTo("ROOT/" + run + "/" + code("P") + "/" + code("A") + "/" + code("N") + "/").jsonPath("$.level")
                .isEqualTo(5).jsonPath("$.shortName").isEqualTo("新支");
        act(ADMINISTRATOR, code("A"), "rename", Map.of("name", "第一党总支", "shortName", "一总", "reason", "规范名称")).expectStatus()
                .isOk().expectBody().jsonPath("$.name").isEqualTo("第一党总支");
        act(ADMINISTRATOR, code("A"), "move", Map.of("parent", code("Q"), "reason", "隶属调整")).expectStatus().isOk().expectBody()
                .jsonPath("$.parent").isEqualTo(code("Q"));
        get(ADMINISTRATOR, "/api/organizations/" + code("A1")).expectBody().jsonPath("$.path")
                .isEqualTo("ROOT/" + run + "/" + code("Q") + "/" + code("A") + "/" + code("A1") + "/");
        act(ADMINISTRATOR, code("A"), "type", Map.of("type", "committee", "reason", "升格")).expectStatus().isOk().expectBody()
                .jsonPath("$.type").isEqualTo("committee").jsonPath("$.level").isEqualTo(4);
        act(ADMINISTRATOR, code("A1"), "merge", Map.of("into", code("A2"), "reason", "合并")).expectStatus().isOk().expectBody()
                .jsonPath("$.status").isEqualTo("merged").jsonPath("$.successor.code").isEqualTo(code("A2"))
                .jsonPath("$.successor.name").isEqualTo("第二支部");
        act(ADMINISTRATOR, code("N"), "close", Map.of("reason", "撤销")).expectStatus().isOk().expectBody().jsonPath("$.status")
                .isEqualTo("closed").jsonPath("$.until").exists();
        act(ADMINISTRATOR, code("N"), "reopen", Map.of("reason", "恢复")).expectStatus().isOk().expectBody().jsonPath("$.status")
                .isEqualTo("open");
        act(ADMINISTRATOR, code("A1"), "reopen", Map.of("reason", "合并有误")).expectStatus().isOk().expectBody().jsonPath("$.parent")
                .isEqualTo(code("A"));
    }

    @Test
    void theHistoryTellsWhatChangedAndWhy() {
        act(ADMINISTRATOR, code("A"), "rename", Map.of("name", "第一党总支", "reason", "规范名称")).expectStatus().isOk();
        act(ADMINISTRATOR, code("A"), "move", Map.of("parent", code("Q"), "reason", "隶属调整")).expectStatus().isOk();
        get(ADMINISTRATOR, "/api/organizations/" + code("A") + "/history").expectStatus().isOk().expectBody()
                .json("""
                        {"items":[
                         {"type":"moved","reason":"隶属调整","before":{"parent":{"name":"甲委员会"}},"after":{"parent":{"name":"乙委员会"}}},
                         {"type":"renamed","reason":"规范名称","before":{"name":"第一总支"},"after":{"name":"第一党总支"}},
                         {"type":"created","after":{"name":"第一总支","type":"general-branch"}}]}
                        """);
        // Where it came from is not told to those who do not know of it.
        String within = TOKENS.of("wang", "officer@" + code("Q"));
        get(within, "/api/organizations/" + code("A") + "/history").expectStatus().isOk().expectBody()
                .jsonPath("$.items[0].after.parent.code").isEqualTo(code("Q")).jsonPath("$.items[0].before.parent")
                .doesNotExist();
        refused(get(TOKENS.of("wang", "officer@" + code("P")), "/api/organizations/" + code("A") + "/history"), 404,
                "organization-unknown");
    }

    @Test
    void theTreeIsReadAsOfAnEarlierTime() {
        String before = java.time.Instant.now().toString();
        act(ADMINISTRATOR, code("A"), "rename", Map.of("name", "第一党总支", "reason", "规范名称")).expectStatus().isOk();
        act(ADMINISTRATOR, code("A"), "move", Map.of("parent", code("Q"), "reason", "隶属调整")).expectStatus().isOk();
        get(ADMINISTRATOR, "/api/organizations?parent=" + code("P")).expectBody().jsonPath("$.total").isEqualTo(0);
        get(ADMINISTRATOR, "/api/organizations?parent=" + code("P") + "&asOf=" + before).expectBody().jsonPath("$.total")
                .isEqualTo(1).jsonPath("$.items[0].name").isEqualTo("第一总支");
        get(ADMINISTRATOR, "/api/organizations?parent=" + code("Q") + "&asOf=" + before).expectBody().jsonPath("$.total")
                .isEqualTo(0);
        get(ADMINISTRATOR, "/api/organizations/" + code("A1") + "?asOf=" + before).expectBody().jsonPath("$.ancestors[3].name")
                .isEqualTo("第一总支");
        // Whoever lies elsewhere today is left out.
        get(TOKENS.of("wang", "officer@" + code("P")), "/api/organizations?parent=" + code("P") + "&asOf=" + before).expectBody()
                .jsonPath("$.total").isEqualTo(0);
        get(ADMINISTRATOR, "/api/organizations?asOf=2000-01-01").expectBody().jsonPath("$.total").isEqualTo(0);
        refused(get(ADMINISTRATOR, "/api/organizations?asOf=yesterday"), 400, "invalid-field");
    }

    @Test
    void whatCannotBeIsRefused() {
        refused(act(ADMINISTRATOR, code("P"), "move", Map.of("parent", code("A1"), "reason", "x")), 409, "organization-circle");
        refused(act(ADMINISTRATOR, code("A"), "close", Map.of("reason", "x")), 409, "organization-not-empty");
        refused(act(ADMINISTRATOR, code("A"), "merge", Map.of("into", code("Q"), "reason", "x")), 409, "organization-not-empty");
        refused(act(ADMINISTRATOR, "ROOT", "move", Map.of("parent", code("Q"), "reason", "x")), 409, "organization-root");
        refused(act(ADMINISTRATOR, code("A"), "reopen", Map.of("reason", "x")), 409, "organization-open");
        refused(act(ADMINISTRATOR, code("A"), "move", Map.of("parent", code("Q"), "reason", " ")), 400, "invalid-field");
        refused(send(ADMINISTRATOR, "", "dup" + run, Map.of("code", code("A"), "name", "重", "type", "branch", "parent", run)),
                409,
                "organization-exists");
        act(ADMINISTRATOR, code("A1"), "close", Map.of("reason", "撤销")).expectStatus().isOk();
        refused(act(ADMINISTRATOR, code("A1"), "rename", Map.of("name", "名", "reason", "x")), 409, "organization-closed");
        refused(act(ADMINISTRATOR, code("A2"), "move", Map.of("parent", code("A1"), "reason", "x")), 409, "organization-closed");
        refused(post(ADMINISTRATOR, "/api/organizations/" + code("A2") + "/close", null, "{\"reason\":\"x\"}"), 400,
                "idempotency-key-missing");
    }

    @Test
    void theSameKeyDoesItOnce() {
        String key = "once" + run;
        send(ADMINISTRATOR, "/" + code("A") + "/move", key, Map.of("parent", code("Q"), "reason", "调整")).expectStatus().isOk();
        send(ADMINISTRATOR, "/" + code("A") + "/move", key, Map.of("parent", code("Q"), "reason", "调整")).expectStatus().isOk();
        get(ADMINISTRATOR, "/api/organizations/" + code("A") + "/history").expectBody().jsonPath("$.items.length()").isEqualTo(2);
        refused(send(ADMINISTRATOR, "/" + code("A") + "/move", key, Map.of("parent", run, "reason", "调整")), 422,
                "idempotency-key-reused");
    }

    @Test
    void anAdministratorChangesWhatLiesBelowAndNothingElse() {
        String own = TOKENS.of("zhou", "administrator@" + code("A"));
        act(own, code("A1"), "rename", Map.of("name", "改名", "reason", "x")).expectStatus().isOk();
        act(own, code("A"), "rename", Map.of("name", "改名", "reason", "x")).expectStatus().isOk();
        refused(act(own, code("A"), "close", Map.of("reason", "x")), 403, "forbidden");
        refused(act(own, code("A"), "move", Map.of("parent", code("A1"), "reason", "x")), 403, "forbidden");
        assertThat(refusal(own, code("Q"))).isEqualTo(refusal(own, code("Z")).replace(code("Z"), code("Q")));
        assertThat(moved(own, code("Q"))).isEqualTo(moved(own, code("Z")).replace(code("Z"), code("Q")));
        refused(act(TOKENS.of("wang", "officer@" + code("A")), code("A1"), "close", Map.of("reason", "x")), 403, "forbidden");
    }

    private String refusal(String token, String code) {
        return body(act(token, code, "close", Map.of("reason", "x")));
    }

    private String moved(String token, String to) {
        return body(act(token, code("A1"), "move", Map.of("parent", to, "reason", "x")));
    }

    private static String body(WebTestClient.ResponseSpec answer) {
        return Objects
                .requireNonNull(answer.expectStatus().isNotFound().expectBody(String.class).returnResult().getResponseBody())
                .replaceAll("\"instance\":\"[^\"]*\"", "");
    }

    @Test
    void grantsPassToTheSuccessorAndOfAClosedOneToTheOneAbove() {
        String merged = TOKENS.of("li", "officer@" + code("A1"));
        String closed = TOKENS.of("wu", "officer@" + code("A2"));
        act(ADMINISTRATOR, code("A1"), "merge", Map.of("into", code("Q"), "reason", "x")).expectStatus().isOk();
        act(ADMINISTRATOR, code("A2"), "close", Map.of("reason", "x")).expectStatus().isOk();
        get(merged, "/api/me").expectBody().jsonPath("$.grants[0].organization").isEqualTo(code("Q"));
        get(merged, "/api/organizations/" + code("Q")).expectStatus().isOk();
        get(merged, "/api/organizations/" + code("A1")).expectStatus().isOk();
        get(closed, "/api/me").expectBody().jsonPath("$.grants[0].organization").isEqualTo(code("A"));
        refused(get(closed, "/api/organizations/" + code("P")), 404, "organization-unknown");
        get(ADMINISTRATOR, "/api/organizations?parent=" + code("A")).expectBody().jsonPath("$.total").isEqualTo(0);
        get(ADMINISTRATOR, "/api/organizations?closed=true&parent=" + code("A")).expectBody().jsonPath("$.total").isEqualTo(1);
        get(ADMINISTRATOR, "/api/organizations?closed=true&parent=" + code("Q")).expectBody().jsonPath("$.items[0].status")
                .isEqualTo("merged");
    }

    @Test
    void namesAreFoundByPinyinAndShortNames() {
        act(ADMINISTRATOR, code("A"), "rename", Map.of("name", "重庆银行机关党总支", "shortName", "渝银", "reason", "x")).expectStatus()
                .isOk();
        for (String query : new String[]{"chongqing", "cqyhjg", "chongqyinhang", "jiguandang", "jgdz", "yuyin", "渝银",
                "chong qing"}) {
            get(ADMINISTRATOR, "/api/organizations?parent={p}&query={q}", run, query).expectBody().jsonPath("$.items[0].code")
                    .isEqualTo(code("A"));
        }
        get(ADMINISTRATOR, "/api/organizations?parent={p}&query={q}", run, "hongqing").expectBody().jsonPath("$.total")
                .isEqualTo(0);
    }
}
