package guidang.server.web;

import guidang.server.ApiTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;

class PagesTest extends ApiTest {
    @ParameterizedTest
    @ValueSource(strings = {"/", "/search?q=x", "/reports/abcdefgh", "/organizations/A-1", "/callback?code=1&state=2"})
    void aPathOfTheBrowsersRouterGetsThePage(String path) {
        client().get().uri(path).accept(MediaType.TEXT_HTML).exchange().expectStatus().isOk().expectHeader()
                .contentTypeCompatibleWith(MediaType.TEXT_HTML).expectHeader().valueEquals("Cache-Control", "no-cache")
                .expectHeader()
                .valueEquals("X-Frame-Options", "DENY").expectHeader().exists("Content-Security-Policy");
    }

    @Test
    void hashedAssetsAreKept() {
        client().get().uri("/assets/app-0123abcd.js").exchange().expectStatus().isOk().expectHeader()
                .valueEquals("Cache-Control", "max-age=31536000, public, immutable").expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets/gone-0123abcd.js", "/assets/gone", "/gone.png", "/application.yaml"})
    void aFileThatIsNotThereIsNoPage(String path) {
        refused(client().get().uri(path).accept(MediaType.TEXT_HTML).exchange(), 404, "not-found");
    }

    @Test
    void theApiHasNoPages() {
        client().get().uri("/api/nothing").accept(MediaType.TEXT_HTML).exchange().expectStatus().isUnauthorized();
        client().get().uri("/actuator/env").accept(MediaType.TEXT_HTML).exchange().expectStatus().isUnauthorized();
        client().get().uri("/actuator/health").exchange().expectStatus().is2xxSuccessful();
        client().post().uri("/search").exchange().expectStatus().isUnauthorized();
    }
}
