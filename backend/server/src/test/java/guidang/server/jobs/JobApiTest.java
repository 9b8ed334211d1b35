package guidang.server.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.server.ApiTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Jobs through the whole server.
class JobApiTest extends ApiTest {
    private static final String OFFICER = TOKENS.of("lin", "officer@ROOT");

    private WebTestClient.ResponseSpec imported(String token, String list, String query) {
        return client().post().uri("/api/organizations/imports?" + query).headers(h -> h.setBearerAuth(token))
                .header("Prefer", "respond-async").contentType(MediaType.valueOf("text/csv"))
                .bodyValue(list.getBytes(StandardCharsets.UTF_8)).exchange();
    }

    private static JsonNode json(WebTestClient.ResponseSpec answer) {
        return new JsonMapper().readTree(Objects.requireNonNull(answer.expectBody().returnResult().getResponseBody()));
    }

    private JsonNode ended(String token, String id) {
        return Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> json(get(token, "/api/jobs/" + id)),
                job -> job.has("endedAt"));
    }

    @Test
    void anImportThatNobodyWaitsForIsAJob() {
        String list = "code,name,type,parent\nJA,甲,committee,ROOT\nJA-B,支部,branch,JA\n";
        JsonNode job = json(imported(ADMINISTRATOR, list, "name=机构.csv").expectStatus().isAccepted().expectHeader()
                .value("Location", to -> assertThat(to).startsWith("/api/jobs/")));
        String id = job.path("id").asString();
        assertThat(job.path("kind").asString()).isEqualTo("organizations-import");
        JsonNode ended = ended(ADMINISTRATOR, id);
        assertThat(ended.path("state").asString()).as(ended.toString()).isEqualTo("done");
        assertThat(ended.path("subject").toString()).isEqualTo("{\"name\":\"机构.csv\"}");
        assertThat(ended.path("counts").path("added").asInt()).isEqualTo(2);
        assertThat(ended.path("done").asInt()).isEqualTo(2);
        assertThat(ended.path("total").asInt()).isEqualTo(2);
        assertThat(ended.path("mine").asBoolean()).isTrue();
        assertThat(ended.path("cancellable").asBoolean()).isFalse();
        assertThat(ended.path("organization").path("name").asString()).isEqualTo("市直机关工委");
        get(ADMINISTRATOR, "/api/organizations/JA-B").expectStatus().isOk();
        get(ADMINISTRATOR, "/api/jobs?state=ended").expectBody().jsonPath("$.jobs[?(@.id == '" + id + "')]").exists();
        get(ADMINISTRATOR, "/api/jobs?state=running").expectBody().jsonPath("$.jobs[?(@.id == '" + id + "')]").doesNotExist();
        refused(post(ADMINISTRATOR, "/api/jobs/" + id + "/cancel", null, ""), 409, "job-ended");
        refused(get(ADMINISTRATOR, "/api/jobs/" + id + "/result"), 404, "not-found");
        for (String other : new String[]{OFFICER, TOKENS.of("wu", "administrator@JA")}) {
            get(other, "/api/jobs").expectBody().jsonPath("$.jobs[?(@.id == '" + id + "')]").doesNotExist();
            for (String door : new String[]{"/api/jobs/%s", "/api/jobs/%s/result"}) {
                String unknown = id.substring(0, 31) + (id.endsWith("a") ? "b" : "a");
                assertThat(json(get(other, door.formatted(id)).expectStatus().isNotFound()).toString().replace(id, unknown))
                        .isEqualTo(json(get(other, door.formatted(unknown)).expectStatus().isNotFound()).toString());
            }
            refused(post(other, "/api/jobs/" + id + "/cancel", null, ""), 404, "not-found");
        }
    }

    @Test
    void aListWithFaultsIsRefusedBeforeItIsAJob() {
        refused(imported(ADMINISTRATOR, "code,name,type,parent\nJX,甲,committee,NOWHERE\n", ""), 422, "organizations-invalid");
        refused(imported(OFFICER, "code,name,type,parent\nJX,甲,committee,ROOT\n", ""), 403, "forbidden");
        refused(imported(ADMINISTRATOR, "code,name,type,parent\nJX,甲,committee,ROOT\n", "name=" + "x".repeat(121)), 400,
                "invalid-field");
    }

    @Test
    void whoAdministersSeveralSubtreesIsAloneWithWhatTellsOfAll() {
        organization("JM", "甲", "committee", "ROOT");
        organization("JN", "乙", "committee", "ROOT");
        String both = TOKENS.of("he", "administrator@JM", "administrator@JN");
        String list = "code,name,type,parent\nJM-1,一,branch,JM\nJN-1,二,branch,JN\n";
        String id = json(imported(both, list, "").expectStatus().isAccepted()).path("id").asString();
        assertThat(ended(both, id).path("state").asString()).isEqualTo("done");
        refused(get(TOKENS.of("he", "administrator@JM"), "/api/jobs/" + id), 404, "not-found");
        refused(get(TOKENS.of("li", "administrator@JM"), "/api/jobs/" + id), 404, "not-found");
        String one = TOKENS.of("li", "administrator@JM");
        String of = json(imported(one, "code,name,type,parent\nJM-2,三,branch,JM\n", "").expectStatus().isAccepted())
                .path("id").asString();
        assertThat(ended(ADMINISTRATOR, of).path("organization").path("code").asString()).isEqualTo("JM");
        refused(get(TOKENS.of("wu", "administrator@JN"), "/api/jobs/" + of), 404, "not-found");
    }

    @Test
    void anOpeningIsOneJobHoweverOftenItIsAskedFor() {
        organization("JO", "丙", "committee", "ROOT");
        organization("JO-1", "一支部", "branch", "JO");
        post(ADMINISTRATOR, "/api/campaigns", "jo", """
                {"code":"JO","name":"专题","target":"JO","documents":[{"type":"PLAN","name":"方案","due":"2026-03-01"}]}
                """).expectStatus().isCreated();
        post(ADMINISTRATOR, "/api/campaigns/JO/open", null, "").expectStatus().isOk().expectBody().jsonPath("$.state")
                .isEqualTo("open");
        post(ADMINISTRATOR, "/api/campaigns/JO/open", null, "").expectStatus().isOk();
        JsonNode jobs = json(get(TOKENS.of("li", "administrator@JO"), "/api/jobs")).path("jobs");
        assertThat(jobs).hasSize(1);
        JsonNode job = jobs.path(0);
        assertThat(job.path("kind").asString()).isEqualTo("roster");
        assertThat(job.path("subject").toString()).isEqualTo("{\"campaign\":\"JO\"}");
        assertThat(job.path("state").asString()).isEqualTo("done");
        assertThat(job.path("counts").path("rostered").asInt()).isOne();
        assertThat(job.path("mine").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"state=all", "after=x", "state="})
    void aParameterThatIsNoneIsRefused(String query) {
        refused(get(ADMINISTRATOR, "/api/jobs?" + query), 400, "invalid-field");
    }

    @Test
    void withoutElasticsearchARebuildIsNotBegun() {
        refused(post(ADMINISTRATOR, "/api/system/rebuild", null, ""), 503, "index-unavailable");
        refused(post(TOKENS.of("li", "administrator@JO"), "/api/system/rebuild", null, ""), 403, "forbidden");
    }
}
