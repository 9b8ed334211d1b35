package guidang.server.filing;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.server.TestTokens;
import guidang.server.kernel.Digests;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.databind.JsonNode;

/// Looks at all that a server shows.
final class Auditor {
    private final Http http;

    Auditor(AtomicReference<URI> address, TestTokens tokens) {
        this.http = new Http(address, tokens.of("zhao", "auditor@ROOT"));
    }

    /// All versions of the slot that the report lies in, in order.
    JsonNode history(String report) throws Exception {
        return Http.json(http.get("/api/reports/" + report + "/history")).get("items");
    }

    /// Record, words, text, receipt and original are there and agree.
    void isWhole(String report) throws Exception {
        JsonNode view = Http.json(http.get("/api/reports/" + report));
        HttpResponse<byte[]> text = http.get("/api/reports/" + report + "/text");
        assertThat(new String(text.body(), StandardCharsets.UTF_8)).contains(view.get("title").asString());
        assertThat(Http.json(http.get("/api/reports/" + report + "/receipt")).get("record").asString()).contains(report);
        JsonNode ticket = Http.json(http.post("/api/reports/" + report + "/files/0/tickets", Map.of(), ""));
        byte[] file = http.get(ticket.get("url").asString()).body();
        assertThat(Digests.hex(file)).isEqualTo(view.get("files").get(0).get("sha256").asString());
    }

    /// The ids that the search shows, in every state, once it has caught up.
    Set<String> indexed(long position) throws Exception {
        Set<String> found = new HashSet<>();
        String query = "/api/search?state=all&sort=newest&size=100&position=" + position;
        for (String after = ""; after != null;) {
            JsonNode page = page(query + after);
            page.get("items").forEach(hit -> assertThat(found.add(hit.get("id").asString())).as("found once").isTrue());
            after = page.hasNonNull("next") ? "&after=" + page.get("next").asString() : null;
        }
        return found;
    }

    /// A search that waits for its position is told `not-caught-up` after a bound.
    private JsonNode page(String query) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = http.get(query);
        while (answer.statusCode() == 503) {
            answer = http.get(query);
        }
        return Http.json(answer);
    }

    /// How far the server has come.
    long position() throws Exception {
        return Http.json(http.get("/api/system/status")).get("journal").get("position").asLong();
    }
}
