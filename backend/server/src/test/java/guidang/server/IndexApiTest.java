package guidang.server;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.server.index.TestElasticsearch;
import guidang.server.journal.Journal;
import guidang.server.objects.Blobs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The whole server with the Elasticsearch that all tests of this JVM share.
/// Each class that extends this has a server of its own, by the name of its
/// indices (`guidang.index.prefix`), and files once what its tests ask for.
public abstract class IndexApiTest extends ApiTest {
    /// What a campaign asks for: one that need not be, one that was due, one that
    /// is not due yet.
    protected static final String THREE_DOCUMENTS = """
            {"type":"PLAN","name":"方案","period":"2026","due":"2026-03-01","required":false},
            {"type":"SELF-EXAM","name":"班子对照检查材料","period":"2026","due":"2026-03-31"},
            {"type":"MEETING","name":"会议情况报告","period":"2026","due":"2099-12-31"}""";

    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<Class<?>, Long> PREPARED = new ConcurrentHashMap<>();

    /// Of the last commit that the tests ask for: every answer knows of it.
    protected long position;

    @Autowired
    protected Journal journal;
    @Autowired
    protected Blobs blobs;

    @DynamicPropertySource
    static void elasticsearch(DynamicPropertyRegistry registry) {
        System.setProperty("guidang.test.elasticsearch", TestElasticsearch.uri().toString());
        registry.add("guidang.index.await", () -> "30s");
    }

    /// Before the first test of the class.
    ///
    /// @return the position of the last commit
    protected abstract long prepared() throws IOException;

    @BeforeEach
    final void once() throws IOException {
        Long before = PREPARED.get(getClass());
        position = before == null ? prepared() : before;
        PREPARED.put(getClass(), position);
    }

    /// Beneath the root: 甲委员会 `{of}-1` with 一支部 `{of}-B1` and 二支部 `{of}-B2`, and
    /// 乙委员会 `{of}-2` with one branch, `{of}-B3`.
    protected final void committees(String of, String thirdBranch) {
        organization(of + "-1", "甲委员会", "committee", "ROOT");
        organization(of + "-B1", "一支部", "branch", of + "-1");
        organization(of + "-B2", "二支部", "branch", of + "-1");
        organization(of + "-2", "乙委员会", "committee", "ROOT");
        organization(of + "-B3", thirdBranch, "branch", of + "-2");
    }

    /// Opens 专题`{code}` for all below the root.
    ///
    /// @param documents
    ///            as the API takes them, apart from the brackets
    /// @param aspects
    ///            of its template, likewise; none: it has no template
    protected final void campaign(String code, String documents, @Nullable String aspects) {
        post(ADMINISTRATOR, "/api/campaigns", code,
                "{\"code\":\"%s\",\"name\":\"专题%s\",\"target\":\"ROOT\",\"documents\":[%s]}".formatted(code, code, documents))
                .expectStatus().isCreated();
        if (aspects != null) {
            client().put().uri("/api/campaigns/" + code + "/template").headers(h -> h.setBearerAuth(ADMINISTRATOR))
                    .header("Idempotency-Key", "t" + code).contentType(MediaType.APPLICATION_JSON)
                    .bodyValue("{\"replaces\":0,\"threshold\":75,\"aspects\":[" + aspects + "]}").exchange().expectStatus()
                    .isOk();
        }
        post(ADMINISTRATOR, "/api/campaigns/" + code + "/open", null, "").expectStatus().isOk();
    }

    /// What is answered once all that was prepared can be found.
    protected final BodyContentSpec ok(@Nullable String token, String uri, Object... variables) {
        return get(token, uri + (uri.contains("?") ? "&" : "?") + "position=" + position, variables).expectStatus().isOk()
                .expectBody();
    }

    /// As [#ok].
    protected final JsonNode json(@Nullable String token, String uri, Object... variables) {
        return JSON.readTree(Objects.requireNonNull(ok(token, uri, variables).returnResult().getResponseBody()));
    }

    /// What lies outside somebody's scope is told as what does not exist.
    ///
    /// @param door
    ///            an address up to an organisation's code
    protected final void looksUnknown(String token, String door, String code) {
        assertThat(notFound(token, door + code).replace(code, "NONE")).as(door).isEqualTo(notFound(token, door + "NONE"))
                .contains("organization-unknown");
    }

    private String notFound(String token, String uri) {
        byte[] body = get(token, uri).expectStatus().isNotFound().expectBody().returnResult().getResponseBody();
        return new String(Objects.requireNonNull(body), StandardCharsets.UTF_8);
    }
}
