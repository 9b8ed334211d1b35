package guidang.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/// The whole server over a directory, with an identity provider beside it, no
/// Elasticsearch, and a reader that reads nothing. All tests that extend this
/// share one: each takes codes of its own. One that needs Elasticsearch names it
/// in the system property `guidang.test.elasticsearch` and has a server of
/// its own.
@SpringBootTest(classes = GuidangApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class ApiTest {
    /// In bytes: the API's own document is the largest answer.
    private static final int LARGEST = 4 << 20;

    protected static final TestTokens TOKENS = new TestTokens();
    protected static final String ADMINISTRATOR = TOKENS.of("chen", "administrator@ROOT");

    @Value("${local.server.port}")
    int port;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) throws IOException {
        Path data = Files.createTempDirectory("guidang-api-test");
        registry.add("guidang.access.issuer", TOKENS::issuer);
        registry.add("guidang.objects.files.root", () -> data.resolve("objects").toString());
        registry.add("guidang.inspection.spool", () -> data.resolve("spool").toString());
        Files.createDirectory(data.resolve("lib"));
        Path reader = Files.createFile(data.resolve("no-reader.jar"));
        registry.add("guidang.inspection.reader-jar", reader::toString);
        registry.add("guidang.journal.origin", () -> "test.invalid/log");
        registry.add("guidang.journal.signing-key", () -> data.resolve("log.key").toString());
        registry.add("guidang.journal.create-key", () -> "true");
        registry.add("guidang.organizations.root-name", () -> "市直机关工委");
        registry.add("spring.elasticsearch.uris", () -> System.getProperty("guidang.test.elasticsearch", "http://127.0.0.1:9"));
    }

    protected final WebTestClient client() {
        return WebTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port).responseTimeout(Duration.ofSeconds(60))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST)).build();
    }

    protected final WebTestClient.ResponseSpec get(@Nullable String token, String uri, Object... variables) {
        return request(HttpMethod.GET, token, uri, variables).exchange();
    }

    /// Posts JSON.
    ///
    /// @param key
    ///            the idempotency key
    protected final WebTestClient.ResponseSpec post(@Nullable String token, String uri, @Nullable String key, String json) {
        WebTestClient.RequestBodySpec request = request(HttpMethod.POST, token, uri);
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return request.contentType(MediaType.APPLICATION_JSON).bodyValue(json).exchange();
    }

    protected final WebTestClient.ResponseSpec importList(@Nullable String token, boolean dryRun, byte[] list) {
        return request(HttpMethod.POST, token, "/api/organizations/imports?dryRun=" + dryRun)
                .contentType(MediaType.valueOf("text/csv"))
                .bodyValue(list).exchange();
    }

    /// Makes one organisation, as the root's administrator.
    protected final void organization(String code, String name, String type, String parent) {
        importList(ADMINISTRATOR, false,
                "code,name,type,parent\n%s,%s,%s,%s\n".formatted(code, name, type, parent).getBytes(StandardCharsets.UTF_8))
                .expectStatus()
                .isOk();
    }

    protected static void refused(WebTestClient.ResponseSpec response, int status, String code) {
        response.expectStatus().isEqualTo(status).expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON).expectBody()
                .jsonPath("$.code").isEqualTo(code).jsonPath("$.title").isNotEmpty().jsonPath("$.action").isNotEmpty();
    }

    private WebTestClient.RequestBodySpec request(HttpMethod method, @Nullable String token, String uri, Object... variables) {
        return client().method(method).uri(uri, variables).headers(h -> {
            if (token != null) {
                h.setBearerAuth(token);
            }
        });
    }
}
