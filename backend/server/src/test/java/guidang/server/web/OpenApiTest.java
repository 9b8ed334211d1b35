package guidang.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.server.ApiTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// The pages' client is made from a committed copy of the API's document: it
/// must be the server's own. `-Dguidang.openapi.write=true` writes it.
class OpenApiTest extends ApiTest {
    private static final Path COPY = Path.of("..", "..", "frontend", "openapi.json");

    @Test
    void theCommittedDocumentIsTheServersOwn() throws IOException {
        String document = Objects.requireNonNull(
                get(null, "/api/openapi.json").expectStatus().isOk().expectBody(String.class).returnResult().getResponseBody());
        if (Boolean.getBoolean("guidang.openapi.write")) {
            Files.writeString(COPY, document + "\n");
        }
        JsonMapper json = new JsonMapper();
        assertThat(json.readTree(document)).as("run with -Dguidang.openapi.write=true and commit frontend/openapi.json")
                .isEqualTo(json.readTree(Files.readString(COPY)));
    }
}
