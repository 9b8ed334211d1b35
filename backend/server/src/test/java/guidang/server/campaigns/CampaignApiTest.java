package guidang.server.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.server.ApiTest;
import guidang.server.kernel.Code;
import guidang.server.kernel.Period;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.test.StepVerifier;

class CampaignApiTest extends ApiTest {
    private static final String CAMPAIGN = """
            {"code":"%s","name":"专题组织生活会","target":"%s","documents":[
             {"type":"PLAN","name":"方案","period":"once","due":"2026-03-01","required":false},
             {"type":"SELF-EXAM","name":"班子对照检查材料","due":"2026-03-31"}]}
            """;

    @Autowired
    Campaigns campaigns;

    @BeforeEach
    void tree() {
        organization("CA-1", "丙委员会", "committee", "ROOT");
        organization("CA-B1", "一支部", "branch", "CA-1");
        organization("CA-B2", "二支部", "branch", "CA-1");
        organization("CA-2", "丁委员会", "committee", "ROOT");
    }

    @Test
    void aCampaignLivesFromDraftToClosed() {
        post(ADMINISTRATOR, "/api/campaigns", "k1", CAMPAIGN.formatted("LIFE", "CA-1")).expectStatus().isCreated().expectHeader()
                .valueEquals("Location", "/api/campaigns/LIFE").expectBody().json("""
                        {"code":"LIFE","name":"专题组织生活会","state":"draft","target":"CA-1","targetName":"丙委员会","documents":[
                         {"type":"PLAN","name":"方案","period":"once","due":"2026-03-01","required":false},
                         {"type":"SELF-EXAM","name":"班子对照检查材料","period":"once","due":"2026-03-31","required":true}]}
                        """).jsonPath("$.rostered").doesNotExist();
        refused(post(ADMINISTRATOR, "/api/campaigns/LIFE/close", null, ""), 409, "campaign-state");
        post(ADMINISTRATOR, "/api/campaigns/LIFE/open", null, "").expectStatus().isOk().expectBody().jsonPath("$.state")
                .isEqualTo("open")
                .jsonPath("$.rostered").isEqualTo(2).jsonPath("$.openedAt").isNotEmpty();
        post(ADMINISTRATOR, "/api/campaigns/LIFE/open", null, "").expectStatus().isOk().expectBody().jsonPath("$.state")
                .isEqualTo("open");
        post(ADMINISTRATOR, "/api/campaigns/LIFE/close", null, "").expectStatus().isOk().expectBody().jsonPath("$.state")
                .isEqualTo("closed");
        refused(post(ADMINISTRATOR, "/api/campaigns/LIFE/open", null, ""), 409, "campaign-state");
    }

    @Test
    void theFrozenRosterSaysWhoOwesWhat() {
        organization("CA-3", "戊委员会", "committee", "ROOT");
        organization("CA-B4", "四支部", "branch", "CA-3");
        organization("CA-B5", "五支部", "branch", "CA-3");
        open("ROST", "CA-3");
        organization("CA-B6", "六支部", "branch", "CA-3");
        StepVerifier.create(campaigns.rostered(new Code("ROST"), new Code("CA-B5")))
                .expectNext(new RosterRow(new Code("CA-B5"), "ROOT/CA-3/CA-B5/")).verifyComplete();
        StepVerifier.create(campaigns.rostered(new Code("ROST"), new Code("CA-B6"))).verifyComplete();
        StepVerifier.create(campaigns.rostered(new Code("ROST"), new Code("A"))).verifyComplete();
        StepVerifier.create(campaigns.roster(campaigns.find(new Code("ROST")).orElseThrow()).map(RosterRow::organization))
                .expectNext(new Code("CA-B4"), new Code("CA-B5")).verifyComplete();
        StepVerifier.create(campaigns.expected(new Code("CA-B4")).filter(s -> s.campaign().value().equals("ROST")))
                .assertNext(slot -> {
                    assertThat(slot.documentName()).isEqualTo("方案");
                    assertThat(slot.period()).isEqualTo(Period.ONCE);
                    assertThat(slot.dueAt()).isEqualTo("2026-03-01T16:00:00Z");
                    assertThat(slot.required()).isFalse();
                }).expectNextCount(1).verifyComplete();
    }

    @Test
    void theSameKeyMakesOneCampaign() {
        String body = CAMPAIGN.formatted("ONCE", "CA-1");
        post(ADMINISTRATOR, "/api/campaigns", "k2", body).expectStatus().isCreated();
        post(ADMINISTRATOR, "/api/campaigns", "k2", body).expectStatus().isCreated();
        refused(post(ADMINISTRATOR, "/api/campaigns", "k2", body.replace("方案", "计划")), 422, "idempotency-key-reused");
        refused(post(ADMINISTRATOR, "/api/campaigns", "k3", body), 409, "campaign-exists");
        refused(post(ADMINISTRATOR, "/api/campaigns", null, body), 400, "idempotency-key-missing");
    }

    @Test
    void campaignsConcernThoseAboveAtAndBelowTheirTarget() {
        post(ADMINISTRATOR, "/api/campaigns", "k4", CAMPAIGN.formatted("NEAR", "CA-1")).expectStatus().isCreated();
        get(TOKENS.of("zhang", "clerk@CA-B1"), "/api/campaigns").expectBody().jsonPath("$.items[?(@.code == 'NEAR')]").exists();
        get(TOKENS.of("lin", "officer@ROOT"), "/api/campaigns/NEAR").expectStatus().isOk();
        String outside = TOKENS.of("wu", "officer@CA-2");
        get(outside, "/api/campaigns").expectBody().jsonPath("$.items[?(@.code == 'NEAR')]").doesNotExist();
        assertThat(refusal(outside, "NEAR")).isEqualTo(refusal(outside, "NONE").replace("NONE", "NEAR"));
    }

    private String refusal(String token, String code) {
        return Objects.requireNonNull(get(token, "/api/campaigns/" + code).expectStatus().isNotFound().expectBody(String.class)
                .returnResult().getResponseBody());
    }

    @Test
    void onlyAdministratorsOfTheTargetMakeAndOpen() {
        post(ADMINISTRATOR, "/api/campaigns", "k5", CAMPAIGN.formatted("OWN", "CA-1")).expectStatus().isCreated();
        refused(post(TOKENS.of("zhang", "clerk@CA-B1"), "/api/campaigns/OWN/open", null, ""), 403, "forbidden");
        refused(post(TOKENS.of("wu", "administrator@CA-2"), "/api/campaigns/OWN/open", null, ""), 404, "campaign-unknown");
        refused(post(TOKENS.of("wu", "administrator@CA-2"), "/api/campaigns", "k6", CAMPAIGN.formatted("OWN2", "CA-1")), 404,
                "organization-unknown");
        refused(post(TOKENS.of("lin", "officer@ROOT"), "/api/campaigns", "k6", CAMPAIGN.formatted("OWN2", "CA-1")), 403,
                "forbidden");
        refused(post(ADMINISTRATOR, "/api/campaigns", "k7", CAMPAIGN.formatted("OWN3", "NOWHERE")), 404, "organization-unknown");
        refused(post(ADMINISTRATOR, "/api/campaigns/NOWHERE/open", null, ""), 404, "campaign-unknown");
    }

    @Test
    void badBodiesAreEachNamed() {
        refused(post(ADMINISTRATOR, "/api/campaigns", "b1", "{\"code\":"), 400, "malformed-request");
        refused(post(ADMINISTRATOR, "/api/campaigns", "b2", ""), 400, "malformed-request");
        post(ADMINISTRATOR, "/api/campaigns", "b3", "{\"code\":\"X\",\"colour\":\"red\"}").expectStatus().isBadRequest()
                .expectBody()
                .jsonPath("$.code").isEqualTo("unknown-field").jsonPath("$.field").isEqualTo("colour");
        refused(post(ADMINISTRATOR, "/api/campaigns", "b4", "{\"code\":\"not a code\"}"), 400, "malformed-code");
        refused(post(ADMINISTRATOR, "/api/campaigns", "b5", "{\"documents\":[{\"period\":\"2026-13\"}]}"), 400,
                "malformed-period");
        post(ADMINISTRATOR, "/api/campaigns", "b6", "{\"documents\":[{\"due\":\"31.3.2026\"}]}").expectStatus().isBadRequest()
                .expectBody()
                .jsonPath("$.code").isEqualTo("invalid-field").jsonPath("$.fields[0]").isEqualTo("documents[0].due");
        post(ADMINISTRATOR, "/api/campaigns", "b7", "{\"code\":\"X\",\"documents\":[{}]}").expectStatus().isBadRequest()
                .expectBody()
                .jsonPath("$.fields")
                .value(fields -> assertThat(fields).asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                        .contains("name", "target", "documents[0].type", "documents[0].name", "documents[0].due"));
        refused(post(ADMINISTRATOR, "/api/campaigns", "b8", "x".repeat(2 << 20)), 413, "request-too-large");
        refused(client().put().uri("/api/campaigns").headers(h -> h.setBearerAuth(ADMINISTRATOR)).exchange(), 405,
                "method-not-allowed");
        refused(client().post().uri("/api/campaigns").headers(h -> h.setBearerAuth(ADMINISTRATOR))
                .contentType(org.springframework.http.MediaType.TEXT_PLAIN).bodyValue("x").exchange(), 415,
                "unsupported-media-type");
    }

    private void open(String code, String target) {
        post(ADMINISTRATOR, "/api/campaigns", code, CAMPAIGN.formatted(code, target)).expectStatus().isCreated();
        post(ADMINISTRATOR, "/api/campaigns/" + code + "/open", null, "").expectStatus().isOk();
    }
}
