package guidang.server.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.server.ApiTest;
import guidang.server.kernel.Code;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

class DraftApiTest extends ApiTest {
    private static final String WIDE = """
            {"code":"%s","name":"2025年度专题组织生活会","period":"2025","target":"DA-1",
             "targets":["DA-11","DA-B3"],"leftOut":["DA-B2"],"leftOutAlone":["DA-11"],"types":["branch"],"levels":[3,4],
             "acceptance":[1,2],"documents":[
             {"type":"PLAN","name":"2025年方案","period":"2025","due":"2025-02-28","required":false},
             {"type":"MEETING","name":"会议情况报告","period":"2025-H1","afterMeeting":{"days":10,"working":true}},
             {"type":"RECTIFY","name":"整改方案","period":"once","afterMeeting":{"days":30}}]}
            """;

    @Autowired
    Campaigns campaigns;

    @BeforeEach
    void tree() {
        organization("DA-1", "甲委员会", "committee", "ROOT");
        organization("DA-11", "甲一总支", "general-branch", "DA-1");
        organization("DA-B1", "一支部", "branch", "DA-11");
        organization("DA-B2", "二支部", "branch", "DA-11");
        organization("DA-B3", "三支部", "branch", "DA-1");
        organization("DA-B4", "四支部", "branch", "DA-1");
        organization("DA-2", "乙委员会", "committee", "ROOT");
    }

    @Test
    void aWideFormIsKeptAndShownAsItWasSent() {
        create("WIDE", WIDE.formatted("WIDE")).expectStatus().isCreated().expectBody().json("""
                {"code":"WIDE","period":"2025","state":"draft","revision":1,"administered":true,"overseen":true,
                 "targets":[{"code":"DA-11","name":"甲一总支"},{"code":"DA-B3","name":"三支部"}],
                 "leftOut":[{"code":"DA-B2","name":"二支部"}],"leftOutAlone":[{"code":"DA-11"}],
                 "levels":[3,4],"types":["branch"],"acceptance":[1,2],"documents":[
                 {"type":"PLAN","due":"2025-02-28","required":false},
                 {"type":"MEETING","afterMeeting":{"days":10,"working":true},"required":true},
                 {"type":"RECTIFY","afterMeeting":{"days":30,"working":false}}]}
                """).jsonPath("$.documents[1].due").doesNotExist();
        assertThat(campaigns.find(new Code("WIDE")).orElseThrow().acceptance()).containsExactly(1, 2);
        post(ADMINISTRATOR, "/api/campaigns/WIDE/open", null, "").expectStatus().isOk().expectBody().jsonPath("$.rostered")
                .isEqualTo(2);
        List<String> rows = campaigns.roster(campaigns.find(new Code("WIDE")).orElseThrow()).map(RosterRow::path).collectList()
                .toFuture().join();
        assertThat(rows).containsExactly("ROOT/DA-1/DA-11/DA-B1/", "ROOT/DA-1/DA-B3/");
    }

    @Test
    void aDraftIsChangedAsAWholeUntilItOpens() {
        create("EDIT", "{\"code\":\"EDIT\",\"name\":\"甲\",\"target\":\"DA-1\"}").expectStatus().isCreated();
        refused(post(ADMINISTRATOR, "/api/campaigns/EDIT/open", null, ""), 409, "campaign-incomplete");
        String wide = WIDE.formatted("EDIT").strip();
        String replacing = wide.substring(0, wide.length() - 1) + ",\"replaces\":%d}";
        change("EDIT", "c1", replacing.formatted(1)).expectStatus().isOk().expectHeader().exists("Guidang-Position").expectBody()
                .json("{\"name\":\"2025年度专题组织生活会\",\"revision\":2}");
        change("EDIT", "c1", replacing.formatted(1)).expectStatus().isOk().expectBody().json("{\"revision\":2}");
        refused(change("EDIT", "c2", replacing.formatted(1)), 409, "campaign-changed");
        refused(change("EDIT", "c3", wide), 400, "invalid-field");
        refused(change("EDIT", "c4", replacing.formatted(2).replace("\"EDIT\"", "\"EDIT2\"")), 400, "invalid-field");
        get(ADMINISTRATOR, "/api/campaigns/EDIT").expectBody().json("{\"name\":\"2025年度专题组织生活会\"}");
        post(ADMINISTRATOR, "/api/campaigns/EDIT/open", null, "").expectStatus().isOk();
        refused(change("EDIT", "c5", replacing.formatted(2)), 409, "campaign-state");
        refused(change(TOKENS.of("lin", "officer@ROOT"), "EDIT", "c6", replacing.formatted(2)), 403, "forbidden");
        refused(change(TOKENS.of("wu", "administrator@DA-2"), "EDIT", "c7", replacing.formatted(2)), 404, "campaign-unknown");
    }

    @Test
    void thePreviewCountsWithoutWriting() {
        post(ADMINISTRATOR, "/api/campaigns/preview", null, WIDE.formatted("PREV")).expectStatus().isOk().expectBody().json("""
                {"organizations":2,"required":4,"optional":2,"elsewhere":0,"types":[{"type":"branch","organizations":2}],
                 "branches":[{"organization":"DA-11","name":"甲一总支","organizations":1},
                  {"organization":"DA-B3","organizations":1},{"organization":"DA-B4","organizations":0}],
                 "documents":[{"type":"PLAN","organizations":2,"required":false},{"type":"MEETING"},{"type":"RECTIFY"}],
                 "rows":[{"organization":"DA-B1","name":"一支部","type":"branch"},{"organization":"DA-B3"}]}
                """);
        get(ADMINISTRATOR, "/api/campaigns/PREV").expectStatus().isNotFound();
        String outside = TOKENS.of("wu", "administrator@DA-2");
        refused(post(outside, "/api/campaigns/preview", null, WIDE.formatted("PREV")), 404, "organization-unknown");
        refused(post(TOKENS.of("lin", "officer@DA-1"), "/api/campaigns/preview", null, WIDE.formatted("PREV")), 403,
                "forbidden");
        refused(post(ADMINISTRATOR, "/api/campaigns/preview", null, WIDE.formatted("PREV").replace("DA-B2", "NOWHERE")), 404,
                "organization-unknown");
    }

    @Test
    void nobodyOpensACampaignThatAsksNobody() {
        create("NONE-1", WIDE.formatted("NONE-1").replace("[3,4]", "[9]")).expectStatus().isCreated();
        refused(post(ADMINISTRATOR, "/api/campaigns/NONE-1/open", null, ""), 409, "campaign-incomplete");
    }

    @Test
    void aCopyLiesOneYearLater() {
        create("COPY", WIDE.formatted("COPY")).expectStatus().isCreated();
        get(ADMINISTRATOR, "/api/campaigns/COPY/form?years=1").expectStatus().isOk().expectBody().json("""
                {"name":"2026年度专题组织生活会","period":"2026","target":"DA-1","targets":["DA-11","DA-B3"],"leftOut":["DA-B2"],
                 "levels":[3,4],"acceptance":[1,2],"documents":[
                 {"type":"PLAN","name":"2026年方案","period":"2026","due":"2026-02-28"},
                 {"type":"MEETING","period":"2026-H1","afterMeeting":{"days":10,"working":true}},
                 {"type":"RECTIFY","period":"once"}]}
                """);
        refused(get(ADMINISTRATOR, "/api/campaigns/COPY/form?years=99"), 400, "invalid-field");
        refused(get(TOKENS.of("zhang", "clerk@DA-B1"), "/api/campaigns/COPY/form"), 403, "forbidden");
    }

    @Test
    void organisationsOfOtherPartsOfTheTreeAreNotListed() {
        create("HIDE", WIDE.formatted("HIDE")).expectStatus().isCreated();
        post(ADMINISTRATOR, "/api/campaigns/HIDE/open", null, "").expectStatus().isOk();
        get(TOKENS.of("zhang", "clerk@DA-B3"), "/api/campaigns/HIDE").expectStatus().isOk().expectBody()
                .jsonPath("$.targets.length()").isEqualTo(1).jsonPath("$.targets[0].code").isEqualTo("DA-B3")
                .jsonPath("$.leftOut.length()").isEqualTo(0).jsonPath("$.rostered").doesNotExist()
                .jsonPath("$.administered").isEqualTo(false);
    }

    @Test
    void allThatIsWrongIsNamedAtOnce() {
        assertThat(fields("""
                {"code":"X","name":"x","target":"DA-1","levels":[0],"acceptance":[2,1],"documents":[
                 {"type":"A","name":"a"},{"type":"B","name":"b","due":"2026-01-01","afterMeeting":{"days":1}},
                 {"type":"C","name":"c","afterMeeting":{"days":367}}]}
                """)).contains("levels", "acceptance", "documents[0].due", "documents[1].due",
                "documents[2].afterMeeting.days");
        String many = IntStream.range(0, 301).mapToObj(i -> "\"T" + i + "\"").collect(Collectors.joining(","));
        assertThat(fields("{\"code\":\"X\",\"name\":\"x\",\"target\":\"DA-1\",\"targets\":[" + many + "]}")).contains("targets");
        assertThat(fields("{\"code\":\"X\",\"name\":\"x\",\"target\":\"DA-1\",\"acceptance\":[]}")).contains("acceptance");
        refused(create("far", WIDE.formatted("FAR").replace("DA-B3", "DA-2")), 404, "organization-unknown");
    }

    private String fields(String body) {
        refused(create("f", body), 400, "invalid-field");
        return String.valueOf(create("f", body).expectBody(String.class).returnResult().getResponseBody());
    }

    private WebTestClient.ResponseSpec create(String key, String body) {
        return post(ADMINISTRATOR, "/api/campaigns", "draft-" + key, body);
    }

    private WebTestClient.ResponseSpec change(String code, String key, String body) {
        return change(ADMINISTRATOR, code, key, body);
    }

    private WebTestClient.ResponseSpec change(String token, String code, String key, String body) {
        return client().put().uri("/api/campaigns/{code}", code).headers(h -> {
            h.setBearerAuth(token);
            h.set("Idempotency-Key", key);
        }).contentType(MediaType.APPLICATION_JSON).bodyValue(body).exchange();
    }
}
