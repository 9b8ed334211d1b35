package guidang.server.campaigns;

import guidang.server.ApiTest;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

class MeetingApiTest extends ApiTest {
    private static final String CLERK = TOKENS.of("li", "clerk@MA-B1");
    private static final String ABOVE = TOKENS.of("wang", "clerk@MA-1");
    /// No other test counts in this year.
    private static final String CALENDAR = """
            date,kind
            2020-01-01,休
            2020-01-19,班
            2020-01-24,休
            2020-01-27,休
            2020-01-28,休
            """;

    @BeforeEach
    void tree() {
        organization("MA-1", "甲委员会", "committee", "ROOT");
        organization("MA-B1", "一支部", "branch", "MA-1");
        organization("MA-B2", "二支部", "branch", "MA-1");
        organization("MA-2", "乙委员会", "committee", "ROOT");
    }

    @Test
    void aDueDayFollowsFromTheMeetingAndIsMissingUntilThen() {
        open("MEET");
        get(CLERK, "/api/obligations?organization=MA-B1").expectStatus().isOk().expectBody()
                .jsonPath("$.items[?(@.campaign == 'MEET' && @.documentType == 'MEETING')].due").doesNotExist()
                .jsonPath("$.items[?(@.campaign == 'MEET' && @.documentType == 'MEETING')].overdue").isEqualTo(false)
                .jsonPath("$.items[?(@.campaign == 'MEET' && @.documentType == 'MEETING')].afterMeeting.days").isEqualTo(3);
        get(CLERK, "/api/campaigns/MEET/meetings/MA-B1").expectStatus().isOk().expectBody()
                .json("{\"organization\":\"MA-B1\",\"name\":\"一支部\",\"editable\":true,\"guessed\":false}").jsonPath("$.held")
                .doesNotExist().jsonPath("$.documents.length()").isEqualTo(2);
        tell(CLERK, "m1", "{\"planned\":\"2099-05-01\"}").expectStatus().isOk().expectBody()
                .json("{\"planned\":\"2099-05-01\"}").jsonPath("$.documents[0].due").doesNotExist();
        tell(ABOVE, "m2", "{\"held\":\"2019-03-01\"}").expectStatus().isOk().expectHeader().exists("Guidang-Position")
                .expectBody().json("""
                        {"planned":"2099-05-01","held":"2019-03-01","guessed":true,"documents":[
                         {"type":"MEETING","due":"2019-03-06"},{"type":"RECTIFY","due":"2019-03-31"}]}
                        """);
        get(CLERK, "/api/obligations?organization=MA-B1").expectBody()
                .jsonPath("$.items[?(@.campaign == 'MEET' && @.documentType == 'RECTIFY')].due").isEqualTo("2019-03-31")
                .jsonPath("$.items[?(@.campaign == 'MEET' && @.documentType == 'RECTIFY')].overdue").isEqualTo(true);
    }

    @Test
    void workingDaysFollowTheImportedCalendar() {
        open("WORK");
        tell(CLERK, "WORK", "w0", "{\"held\":\"2020-01-17\"}").expectStatus().isOk().expectBody()
                .json("{\"guessed\":true,\"documents\":[{\"due\":\"2020-01-22\"},{\"due\":\"2020-02-16\"}]}");
        importCalendar(ADMINISTRATOR, true, null, CALENDAR).expectStatus().isOk().expectBody()
                .json("{\"rows\":5,\"errors\":[],\"years\":[{\"year\":2020,\"holidays\":4,\"workdays\":1,\"changed\":5}]}")
                .jsonPath("$.position").doesNotExist();
        importCalendar(ADMINISTRATOR, false, "cal", CALENDAR).expectStatus().isOk().expectBody().jsonPath("$.position")
                .isNumber();
        get(CLERK, "/api/calendars").expectBody().jsonPath("$.items[?(@.year == 2020)].workdays[0]").isEqualTo("2020-01-19")
                .jsonPath("$.editable").isEqualTo(false);
        tell(CLERK, "WORK", "w1", "{\"held\":\"2020-01-17\"}").expectStatus().isOk().expectBody()
                .json("{\"guessed\":false,\"documents\":[{\"due\":\"2020-01-21\"},{\"due\":\"2020-02-16\"}]}");
        tell(CLERK, "WORK", "w2", "{\"held\":\"2020-01-22\"}").expectStatus().isOk().expectBody()
                .json("{\"documents\":[{\"due\":\"2020-01-30\"},{\"due\":\"2020-02-21\"}]}");
    }

    @Test
    void calendarsAreForTheRootsAdministratorsAndFaultsAreNamed() {
        refused(importCalendar(CLERK, true, null, CALENDAR), 403, "forbidden");
        refused(importCalendar(TOKENS.of("wu", "administrator@MA-1"), true, null, CALENDAR), 403, "forbidden");
        importCalendar(ADMINISTRATOR, true, null, "date,kind\n2020-13-01,休\n2020-01-02,x\n").expectStatus().isOk().expectBody()
                .jsonPath("$.errors.length()").isEqualTo(2).jsonPath("$.errors[0].row").isEqualTo(2)
                .jsonPath("$.errors[0].message").isNotEmpty();
        refused(importCalendar(ADMINISTRATOR, false, "bad", "date,kind\n2020-13-01,休\n"), 422, "calendar-invalid");
        refused(importCalendar(ADMINISTRATOR, false, null, CALENDAR), 400, "idempotency-key-missing");
    }

    @Test
    void onlyClerksAtOrAboveTellOfAMeeting() {
        open("WHO");
        refused(tell(TOKENS.of("lin", "officer@ROOT"), "WHO", "o1", "{\"held\":\"2026-01-01\"}"), 403, "forbidden");
        refused(tell(TOKENS.of("zhao", "clerk@MA-B2"), "WHO", "o2", "{\"held\":\"2026-01-01\"}"), 404, "organization-unknown");
        refused(tell(TOKENS.of("qian", "clerk@MA-2"), "WHO", "o3", "{\"held\":\"2026-01-01\"}"), 404, "organization-unknown");
        refused(tell(CLERK, "WHO", "o4", "{\"held\":\"2999-01-01\"}"), 400, "invalid-field");
        refused(tell(CLERK, "WHO", "o5", "{\"held\":\"2090-01-01\"}"), 400, "invalid-field");
        refused(tell(CLERK, "WHO", "o6", "{}"), 400, "invalid-field");
        refused(tell(CLERK, "NOWHERE", "o7", "{\"held\":\"2026-01-01\"}"), 404, "campaign-unknown");
        refused(tell(CLERK, "WHO", null, "{\"held\":\"2026-01-01\"}"), 400, "idempotency-key-missing");
        get(TOKENS.of("lin", "officer@MA-1"), "/api/campaigns/WHO/meetings/MA-B1").expectStatus().isOk().expectBody()
                .json("{\"editable\":false}");
        post(ADMINISTRATOR, "/api/campaigns/WHO/close", null, "").expectStatus().isOk();
        refused(tell(CLERK, "WHO", "o8", "{\"held\":\"2026-01-01\"}"), 409, "campaign-not-open");
    }

    @Test
    void organisationsAreAddedAfterTheOpeningWithAReason() {
        open("ADD");
        organization("MA-B3", "三支部", "branch", "MA-1");
        String body = "{\"organizations\":[\"MA-B3\",\"MA-B1\"],\"reason\":\"新成立\"}";
        String clerk = TOKENS.of("sun", "clerk@MA-B3");
        refused(tell(clerk, "ADD", "MA-B3", "a0", "{\"held\":\"2026-01-01\"}"), 404, "not-rostered");
        post(TOKENS.of("lin", "officer@MA-1"), "/api/campaigns/ADD/additions", "a1", body).expectStatus().isOk().expectBody()
                .json("{\"added\":1}");
        post(TOKENS.of("lin", "officer@MA-1"), "/api/campaigns/ADD/additions", "a1", body).expectStatus().isOk().expectBody()
                .json("{\"added\":1}");
        refused(post(ADMINISTRATOR, "/api/campaigns/ADD/additions", "a2", body), 409, "roster-unchanged");
        get(clerk, "/api/obligations?organization=MA-B3").expectBody().jsonPath("$.items[?(@.campaign == 'ADD')].documentType")
                .isNotEmpty();
        get(ADMINISTRATOR, "/api/campaigns/ADD").expectBody().json("{\"rostered\":2,\"added\":1}");
        refused(post(clerk, "/api/campaigns/ADD/additions", "a3", body), 403, "forbidden");
        refused(post(TOKENS.of("wu", "officer@MA-2"), "/api/campaigns/ADD/additions", "a4", body), 404, "campaign-unknown");
        refused(post(ADMINISTRATOR, "/api/campaigns/ADD/additions", "a5", body.replace("MA-B3", "MA-2")), 404,
                "organization-unknown");
        refused(post(ADMINISTRATOR, "/api/campaigns/ADD/additions", "a6", "{\"organizations\":[\"MA-B3\"],\"reason\":\" \"}"),
                400, "invalid-field");
    }

    private void open(String code) {
        post(ADMINISTRATOR, "/api/campaigns", "meet-" + code, """
                {"code":"%s","name":"专题","target":"MA-1","types":["branch"],"documents":[
                 {"type":"PLAN","name":"方案","due":"2026-03-31"},
                 {"type":"MEETING","name":"会议情况","afterMeeting":{"days":3,"working":true}},
                 {"type":"RECTIFY","name":"整改方案","afterMeeting":{"days":30}}]}
                """.formatted(code)).expectStatus().isCreated();
        post(ADMINISTRATOR, "/api/campaigns/" + code + "/open", null, "").expectStatus().isOk();
    }

    private WebTestClient.ResponseSpec tell(String token, String key, String body) {
        return tell(token, "MEET", key, body);
    }

    private WebTestClient.ResponseSpec tell(String token, String campaign, @Nullable String key,
            String body) {
        return tell(token, campaign, "MA-B1", key, body);
    }

    private WebTestClient.ResponseSpec tell(String token, String campaign, String organization,
            @Nullable String key, String body) {
        return client().put().uri("/api/campaigns/{code}/meetings/{organization}", campaign, organization).headers(h -> {
            h.setBearerAuth(token);
            if (key != null) {
                h.set("Idempotency-Key", key);
            }
        }).contentType(MediaType.APPLICATION_JSON).bodyValue(body).exchange();
    }

    private WebTestClient.ResponseSpec importCalendar(String token, boolean dryRun,
            @Nullable String key, String csv) {
        return client().post().uri("/api/calendars/imports?dryRun=" + dryRun).headers(h -> {
            h.setBearerAuth(token);
            if (key != null) {
                h.set("Idempotency-Key", key);
            }
        }).contentType(MediaType.valueOf("text/csv")).bodyValue(csv.getBytes(StandardCharsets.UTF_8)).exchange();
    }
}
