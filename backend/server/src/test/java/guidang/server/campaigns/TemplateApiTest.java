package guidang.server.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.server.ApiTest;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

class TemplateApiTest extends ApiTest {
    private static final String OFFICER = TOKENS.of("lin", "officer@TA-1");
    private static final String TEMPLATE = """
            {"replaces":%d,"threshold":80,"aspects":[{"name":"严以修身","aliases":["修身"]},{"name":"严以用权"}]}""";

    @BeforeEach
    void tree() {
        organization("TA-1", "甲委员会", "committee", "ROOT");
        organization("TA-B1", "甲一支部", "branch", "TA-1");
        organization("TA-2", "乙委员会", "committee", "ROOT");
    }

    @Test
    void aTemplateIsSetSeenAndTakenBack() {
        campaign("TPL1");
        get(OFFICER, "/api/campaigns/TPL1/template").expectStatus().isOk().expectBody()
                .json("{\"version\":0,\"aspects\":[],\"threshold\":75,\"editable\":true}");
        put(OFFICER, "TPL1", "t1", TEMPLATE.formatted(0)).expectStatus().isOk().expectHeader().exists("Guidang-Position")
                .expectBody()
                .json("""
                        {"version":1,"threshold":80,"aspects":[{"name":"严以修身","aliases":["修身"]},{"name":"严以用权","aliases":[]}]}""");
        String clerk = TOKENS.of("zhang", "clerk@TA-B1");
        get(clerk, "/api/campaigns/TPL1/template").expectBody().json("{\"version\":1,\"editable\":false}");
        put(ADMINISTRATOR, "TPL1", "t2", "{\"replaces\":1,\"aspects\":[]}").expectStatus().isOk().expectBody()
                .json("{\"version\":2,\"aspects\":[]}");
    }

    @Test
    void theSameKeySetsOnceAndTheLaterOfTwoIsTold() {
        campaign("TPL2");
        put(OFFICER, "TPL2", "s1", TEMPLATE.formatted(0)).expectStatus().isOk();
        put(OFFICER, "TPL2", "s1", TEMPLATE.formatted(0)).expectStatus().isOk().expectBody().json("{\"version\":1}");
        refused(put(OFFICER, "TPL2", "s1", TEMPLATE.formatted(1)), 422, "idempotency-key-reused");
        refused(put(ADMINISTRATOR, "TPL2", "s2", TEMPLATE.formatted(0)), 409, "template-changed");
        refused(put(OFFICER, "TPL2", "", TEMPLATE.formatted(1)), 400, "idempotency-key-missing");
    }

    @Test
    void onlyThoseAtOrAboveTheTargetSetIt() {
        campaign("TPL3");
        refused(put(TOKENS.of("zhang", "clerk@TA-B1"), "TPL3", "o1", TEMPLATE.formatted(0)), 403, "forbidden");
        refused(put(TOKENS.of("zhou", "officer@TA-B1"), "TPL3", "o2", TEMPLATE.formatted(0)), 403, "forbidden");
        refused(put(TOKENS.of("wu", "auditor@ROOT"), "TPL3", "o3", TEMPLATE.formatted(0)), 403, "forbidden");
        refused(put(TOKENS.of("wu", "officer@TA-2"), "TPL3", "o4", TEMPLATE.formatted(0)), 404, "campaign-unknown");
        refused(get(TOKENS.of("wu", "officer@TA-2"), "/api/campaigns/TPL3/template"), 404, "campaign-unknown");
        post(ADMINISTRATOR, "/api/campaigns/TPL3/open", null, "").expectStatus().isOk();
        put(OFFICER, "TPL3", "o5", TEMPLATE.formatted(0)).expectStatus().isOk();
        post(ADMINISTRATOR, "/api/campaigns/TPL3/close", null, "").expectStatus().isOk();
        refused(put(OFFICER, "TPL3", "o6", TEMPLATE.formatted(1)), 409, "campaign-state");
        get(OFFICER, "/api/campaigns/TPL3/template").expectBody().json("{\"editable\":false}");
    }

    @Test
    void whatIsWrongIsNamed() {
        campaign("TPL4");
        String tooMany = IntStream.range(0, 31).mapToObj(i -> "{\"name\":\"方面%d号\"}".formatted(i))
                .collect(Collectors.joining(","));
        assertThat(fields("{\"aspects\":[" + tooMany + "]}")).contains("aspects");
        assertThat(fields("{}")).contains("aspects");
        assertThat(fields(
                "{\"threshold\":49,\"aspects\":[{\"name\":\"学习\"},{\"name\":\" \"},{\"name\":\"在学习方面\",\"aliases\":[\"乙\"]}]}"))
                .contains("threshold", "aspects[1].name", "aspects[2].name").doesNotContain("aspects[0].name");
        assertThat(fields("{\"aspects\":[{\"name\":\"" + "长".repeat(61) + "\"}]}")).contains("aspects[0].name");
        assertThat(fields("{\"replaces\":-1,\"aspects\":[]}")).contains("replaces");
    }

    @Test
    void setsToBeginWithAreNamedInBothLanguages() {
        get(OFFICER, "/api/templates").expectStatus().isOk().expectBody().jsonPath("$.items.length()").isEqualTo(9)
                .jsonPath("$.items[0].name").isEqualTo("反对“四风”（2014年）").jsonPath("$.items[0].aspects.length()").isEqualTo(4);
        client().get().uri("/api/templates").headers(h -> h.setBearerAuth(OFFICER)).header("Accept-Language", "en").exchange()
                .expectBody().jsonPath("$.items[0].name").isEqualTo("Against the four winds (2014)");
    }

    @Test
    void aTrialIsForThoseWhoSetTemplatesAndNeedsAnUpload() {
        String body = "{\"upload\":\"" + "a".repeat(32) + "\",\"aspects\":[{\"name\":\"甲方\"}]}";
        refused(post(TOKENS.of("zhang", "clerk@TA-B1"), "/api/templates/trials", null, body), 403, "forbidden");
        refused(post(OFFICER, "/api/templates/trials", null, body), 404, "upload-not-found");
        refused(post(OFFICER, "/api/templates/trials", null, "{\"aspects\":[]}"), 400, "invalid-field");
    }

    private String fields(String body) {
        refused(put(OFFICER, "TPL4", "f" + body.hashCode(), body), 400, "invalid-field");
        return String.valueOf(put(OFFICER, "TPL4", "f" + body.hashCode(), body).expectBody(String.class).returnResult()
                .getResponseBody());
    }

    private void campaign(String code) {
        post(ADMINISTRATOR, "/api/campaigns", code, """
                {"code":"%s","name":"专题","target":"TA-1","documents":[{"type":"SELF-EXAM","name":"材料","due":"2026-03-31"}]}
                """.formatted(code)).expectStatus().isCreated();
    }

    private WebTestClient.ResponseSpec put(String token, String code, String key, String body) {
        return client().put().uri("/api/campaigns/{code}/template", code).headers(h -> {
            h.setBearerAuth(token);
            h.set("Idempotency-Key", key);
        }).contentType(MediaType.APPLICATION_JSON).bodyValue(body).exchange();
    }
}
