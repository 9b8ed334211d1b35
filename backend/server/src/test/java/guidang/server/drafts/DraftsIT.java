package guidang.server.drafts;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.server.filing.FilingApi;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/// Drafts over HTTP: who begins one, who goes on with it, and who never hears
/// of it.
class DraftsIT extends FilingApi {
    private final String successor = TOKENS.of("zhou", "clerk@B1");
    private final String above = TOKENS.of("li", "clerk@C1");
    private final String neighbour = TOKENS.of("qian", "clerk@B2");

    /// An upload for the clerks of an organisation.
    private String sent(String token, String organization, String words) {
        return created(client(token).post()
                .uri(uri -> uri.path("/api/uploads").queryParam("name", "draft.txt").queryParam("organization", organization)
                        .build())
                .header("Content-Type", "application/octet-stream")
                .bodyValue((campaign + words + "\n正文。\n").getBytes(StandardCharsets.UTF_8)).exchange()).at("/id").asString();
    }

    private static String idFor(String upload, String rest) {
        return upload.substring(0, 8) + rest.repeat(24);
    }

    private Map<String, Object> draft(long version, String upload, String title) {
        return new HashMap<>(Map.of("version", version, "organization", "B1", "campaign", campaign, "documentType", "SELF-EXAM",
                "period", "2026", "title", title, "files",
                List.of(Map.of("upload", upload, "role", "main", "name", "draft.txt"))));
    }

    private ResponseSpec put(String token, String path, Map<String, Object> draft) {
        return client(token).put().uri("/api/drafts/" + path).header("Content-Type", "application/json").bodyValue(draft)
                .exchange();
    }

    private ResponseSpec delete(String token, String path) {
        return client(token).method(HttpMethod.DELETE).uri(URI.create("http://127.0.0.1:" + port + path)).exchange();
    }

    private List<JsonNode> drafts(String token, String organization) {
        return json(get(token, "/api/drafts?organization=" + organization)).at("/drafts").valueStream()
                .filter(one -> one.at("/campaign").asString("").equals(campaign)).toList();
    }

    @Test
    void aColleagueFindsTheDraftAndFilesIt() {
        String upload = sent(zhang, "B1", "交接");
        String id = idFor(upload, "a");
        JsonNode begun = json(put(zhang, "B1/" + id, draft(0, upload, "未完成")));
        assertThat(begun.at("/version").asInt()).isEqualTo(1);
        JsonNode found = drafts(successor, "B1").getFirst();
        assertThat(found.at("/title").asString()).isEqualTo("未完成");
        assertThat(found.at("/expiresAt").asString()).isGreaterThan(found.at("/savedAt").asString());
        assertThat(found.toString()).doesNotContain("zhang");
        assertThat(body(get(successor, "/api/uploads/" + upload + "/text"))).contains("交接");
        Map<String, Object> filing = filing("B1", upload);
        filing.put("draft", Map.of("organization", "B1", "id", id));
        created(file(successor, filing, "f"));
        assertThat(drafts(zhang, "B1")).isEmpty();
        problem(get(zhang, "/api/drafts/B1/" + id), 404, "draft-gone");
        problem(put(zhang, "B1/" + id, draft(1, upload, "还在写")), 404, "draft-gone");
    }

    @Test
    void ofTwoPagesAtOneDraftTheLaterIsTold() {
        String upload = sent(zhang, "B1", "并改");
        String path = "B1/" + idFor(upload, "b");
        json(put(zhang, path, draft(0, upload, "一")));
        json(put(successor, path, draft(1, upload, "同事的")));
        problem(put(zhang, path, draft(1, upload, "我的")), 409, "draft-changed").jsonPath("$.version").isEqualTo(2);
        assertThat(json(get(zhang, "/api/drafts/" + path)).at("/title").asString()).isEqualTo("同事的");
        json(put(zhang, path, draft(2, upload, "我的")));
    }

    @Test
    void onlyClerksOfTheOrganizationAndAboveKnowOfIt() {
        String upload = sent(zhang, "B1", "范围");
        String path = "B1/" + idFor(upload, "c");
        json(put(zhang, path, draft(0, upload, "一")));
        assertThat(drafts(above, "B1")).hasSize(1);
        assertThat(json(get(above, "/api/uploads/" + upload)).at("/name").asString()).isEqualTo("draft.txt");
        for (String stranger : List.of(neighbour, TOKENS.of("wu", "officer@B2"))) {
            problem(get(stranger, "/api/drafts?organization=B1"), 404, "organization-unknown");
            problem(get(stranger, "/api/drafts/" + path), 404, "organization-unknown");
            problem(put(stranger, path, draft(1, upload, "二")), 404, "organization-unknown");
            problem(delete(stranger, "/api/drafts/" + path), 404, "organization-unknown");
            problem(get(stranger, "/api/uploads/" + upload), 404, "upload-not-found");
        }
        for (String other : List.of(lin, chen, TOKENS.of("zhao", "auditor@ROOT"))) {
            problem(get(other, "/api/drafts?organization=B1"), 403, "forbidden");
            problem(get(other, "/api/uploads/" + upload), 404, "upload-not-found");
        }
        problem(client(neighbour).post().uri("/api/uploads?name=a.txt&organization=B1")
                .header("Content-Type", "application/octet-stream").bodyValue("x".getBytes(StandardCharsets.UTF_8)).exchange(),
                404,
                "organization-unknown");
        delete(above, "/api/drafts/" + path).expectStatus().isNoContent();
        assertThat(drafts(zhang, "B1")).isEmpty();
    }

    @Test
    void whoSendsForNobodyKeepsTheUploadAlone() {
        String upload = text("独自");
        problem(get(successor, "/api/uploads/" + upload), 404, "upload-not-found");
        problem(file(successor, filing("B1", upload), "x"), 404, "upload-not-found");
        created(file(zhang, filing("B1", upload), "y"));
    }

    @Test
    void aSuccessorOrganizationGoesOnWithTheDraftsOfAMergedOne() {
        String merged = "M" + Objects.requireNonNull(campaign);
        client(chen).post().uri("/api/organizations/imports?dryRun=false").header("Content-Type", "text/csv;charset=UTF-8")
                .bodyValue("code,name,type,parent\n" + merged + ",并入支部,branch,C1\n").exchange();
        String clerk = TOKENS.of("sun", "clerk@" + merged);
        String upload = sent(clerk, merged, "并入前");
        String path = merged + "/" + idFor(upload, "d");
        json(put(clerk, path, draft(0, upload, "并入前")));
        assertThat(drafts(zhang, "B1")).isEmpty();
        json(post(chen, "/api/organizations/" + merged + "/merge", Map.of("into", "B1", "reason", "合并"), campaign + "merge"));
        JsonNode passed = drafts(zhang, "B1").getFirst();
        assertThat(passed.at("/keeper").asString()).isEqualTo(merged);
        assertThat(body(get(zhang, "/api/uploads/" + upload + "/text"))).contains("并入前");
        assertThat(drafts(clerk, "B1")).hasSize(1);
    }

    @Test
    void whatIsNoDraftIsRefused() {
        String upload = sent(zhang, "B1", "错");
        String id = idFor(upload, "e");
        Map<String, Object> none = draft(0, upload, "x");
        none.put("files", List.of());
        problem(put(zhang, "B1/" + id, none), 400, "invalid-field");
        Map<String, Object> unknown = draft(0, upload, "x");
        unknown.remove("version");
        problem(put(zhang, "B1/" + id, unknown), 400, "invalid-field");
        problem(put(zhang, "B1/" + id, draft(0, upload, "长".repeat(301))), 400, "invalid-field");
        problem(put(zhang, "B1/" + "a".repeat(32), draft(0, upload, "x")), 400, "invalid-field");
        problem(put(zhang, "B1/nonsense", draft(0, upload, "x")), 404, "draft-gone");
        problem(put(zhang, "B1/" + id, draft(3, upload, "x")), 404, "draft-gone");
    }
}
