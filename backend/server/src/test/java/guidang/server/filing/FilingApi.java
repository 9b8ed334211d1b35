package guidang.server.filing;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.server.TestTokens;
import guidang.server.objects.ObjectStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/// A server with an open campaign for each test, and what its callers do.
/// Elasticsearch is not there.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class FilingApi {
    protected static final TestTokens TOKENS = new TestTokens();
    private static final AtomicInteger COUNT = new AtomicInteger();

    protected final String zhang = TOKENS.of("zhang", "clerk@B1");
    protected final String chen = TOKENS.of("chen", "administrator@ROOT");
    protected final String lin = TOKENS.of("lin", "officer@ROOT");

    @Autowired
    @Qualifier("archive")
    protected ObjectStore store;

    @Value("${local.server.port}")
    protected int port;

    /// A campaign of this test alone, so that every slot is empty.
    protected String campaign = "";

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) throws IOException {
        Path data = Files.createTempDirectory("guidang-test");
        registry.add("guidang.access.issuer", TOKENS::issuer);
        registry.add("guidang.objects.files.root", () -> data.resolve("objects").toString());
        registry.add("guidang.inspection.spool", () -> data.resolve("spool").toString());
        registry.add("guidang.journal.origin", () -> "test.invalid/log");
        registry.add("guidang.journal.signing-key", () -> data.resolve("log.key").toString());
        registry.add("guidang.journal.create-key", () -> "true");
        registry.add("guidang.organizations.root-code", () -> "ROOT");
        registry.add("guidang.organizations.root-name", () -> "根");
        registry.add("spring.elasticsearch.uris", () -> "http://127.0.0.1:1");
    }

    @BeforeEach
    void campaign() {
        client(chen).post().uri("/api/organizations/imports?dryRun=false").header("Content-Type", "text/csv;charset=UTF-8")
                .bodyValue("code,name,type,parent\nC1,第一党委,committee,ROOT\nB1,第一支部,branch,C1\nB2,第二支部,branch,C1\n").exchange();
        campaign = "ZT" + COUNT.incrementAndGet();
        post(chen, "/api/campaigns", Map.of("code", campaign, "name", "专题", "target", "ROOT", "documents",
                List.of(Map.of("type", "SELF-EXAM", "name", "班子对照检查材料", "period", "2026", "due", "2099-12-31", "required",
                        true))),
                "create " + campaign).expectStatus().isCreated();
        post(chen, "/api/campaigns/" + campaign + "/open", Map.of(), "open " + campaign).expectStatus().is2xxSuccessful();
    }

    protected final String owedState() {
        return owed().at("/state").asString();
    }

    protected final JsonNode owed() {
        for (JsonNode item : json(get(zhang, "/api/obligations?organization=B1")).at("/items")) {
            if (item.at("/campaign").asString().equals(campaign)) {
                return item;
            }
        }
        throw new AssertionError("not owed");
    }

    protected final Map<String, Object> filing(String organization, String upload) {
        return new HashMap<>(
                Map.of("organization", organization, "campaign", campaign, "documentType", "SELF-EXAM", "period", "2026",
                        "title", "对照检查材料", "files", List.of(Map.of("upload", upload, "role", "main"))));
    }

    protected final String text(String words) {
        return text(zhang, words);
    }

    protected final String text(String token, String words) {
        return upload(token, "材料.txt", ("材料" + campaign + words + "\n正文。\n").getBytes(StandardCharsets.UTF_8));
    }

    protected final String upload(String token, String name, byte[] bytes) {
        return created(client(token).post().uri(uri -> uri.path("/api/uploads").queryParam("name", "{name}").build(name))
                .header("Content-Type", "application/octet-stream").bodyValue(bytes).exchange()).at("/id").asString();
    }

    /// Keys are this test's own: the campaign's code stands in them.
    protected final ResponseSpec file(String token, Map<String, Object> filing, String key) {
        return post(token, "/api/reports", filing, key.isEmpty() ? "" : campaign + key);
    }

    protected final ResponseSpec post(String token, String path, Object json, String key) {
        var request = client(token).post().uri(path).header("Content-Type", "application/json");
        return (key.isEmpty() ? request : request.header("Idempotency-Key", key)).bodyValue(json).exchange();
    }

    protected final ResponseSpec get(String token, String path) {
        return client(token).get().uri(path).exchange();
    }

    protected static JsonNode created(ResponseSpec answer) {
        return Http.JSON.readTree(body(answer, 201));
    }

    protected static JsonNode json(ResponseSpec answer) {
        return Http.JSON.readTree(body(answer, 200));
    }

    protected static String body(ResponseSpec answer) {
        return body(answer, 200);
    }

    protected static String body(ResponseSpec answer, int status) {
        EntityExchangeResult<byte[]> result = answer.expectBody().returnResult();
        byte[] bytes = result.getResponseBody();
        String body = new String(bytes == null ? new byte[0] : bytes, StandardCharsets.UTF_8);
        assertThat(result.getStatus().value()).as(body).isEqualTo(status);
        return body;
    }

    protected static WebTestClient.BodyContentSpec problem(ResponseSpec answer, int status, String code) {
        return answer.expectStatus().isEqualTo(status).expectBody().jsonPath("$.code").isEqualTo(code);
    }

    protected final WebTestClient client(String token) {
        WebTestClient.Builder client = WebTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(Duration.ofSeconds(60));
        return (token.isEmpty() ? client : client.defaultHeaders(headers -> headers.setBearerAuth(token))).build();
    }
}
