package guidang.server.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.server.ServerProcess;
import guidang.server.TestTokens;
import guidang.server.filing.Http;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Kills the server while it freezes a roster: after the restart the same job
/// goes on, and the roster is whole.
@Tag("kill")
class OpeningKillIT {
    private static final int BRANCHES = 45_000;
    private static final int TRIES = 10;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    Path data;

    private final TestTokens tokens = new TestTokens();
    private final AtomicReference<URI> address = new AtomicReference<>();
    private final Http chen = new Http(address, tokens.of("chen", "administrator@ROOT"));
    private final Http wu = new Http(address, tokens.of("wu", "administrator@C2"));

    @Test
    void anOpeningThatIsKilledHalfWayGoesOnAsTheSameJob() throws Exception {
        List<String> settings = List.of("--guidang.access.issuer=" + tokens.issuer(),
                "--spring.elasticsearch.uris=http://127.0.0.1:9");
        try (ServerProcess first = ServerProcess.start(data, settings)) {
            address.set(first.address());
            bringInTree();
        }
        String campaign = "";
        boolean halfWay = false;
        for (int n = 0; !halfWay && n < TRIES; n++) {
            campaign = "K" + n;
            ServerProcess server = ServerProcess.start(data, settings);
            address.set(server.address());
            halfWay = opensAndIsKilled(server, campaign);
        }
        assertThat(halfWay).as("killed while it froze").isTrue();
        try (ServerProcess last = ServerProcess.start(data, settings)) {
            address.set(last.address());
            JsonNode job = job(campaign);
            String id = job.path("id").asString();
            assertThat(job.path("total").asInt(BRANCHES)).isEqualTo(BRANCHES);
            JsonNode ended = ended(id);
            assertThat(ended.path("state").asString()).isEqualTo("done");
            assertThat(ended.path("done").asInt()).isEqualTo(BRANCHES);
            assertThat(ended.path("counts").path("rostered").asInt()).isEqualTo(BRANCHES);
            assertThat(ended.path("organization").path("code").asString()).isEqualTo("ROOT");
            JsonNode open = Http.json(chen.get("/api/campaigns/" + campaign));
            assertThat(open.path("state").asString()).isEqualTo("open");
            assertThat(open.path("rostered").asInt()).isEqualTo(BRANCHES);
            // Below the campaign's target nothing tells that there is a job.
            assertThat(Http.json(wu.get("/api/jobs")).path("jobs")).isEmpty();
            assertThat(wu.get("/api/jobs/" + id).statusCode()).isEqualTo(404);
        }
    }

    /// The list is too long for anybody to wait for.
    private void bringInTree() throws IOException, InterruptedException {
        String rows = IntStream.range(0, BRANCHES).mapToObj(n -> "B%05d,支部%d,branch,C1".formatted(n, n))
                .collect(Collectors.joining("\n"));
        String list = "code,name,type,parent\nC1,甲,committee,ROOT\nC2,乙,committee,ROOT\n" + rows + "\n";
        JsonNode job = Http.json(chen.post("/api/organizations/imports?name=tree.csv", list.getBytes(StandardCharsets.UTF_8),
                "text/csv;charset=UTF-8", ""));
        assertThat(job.path("kind").asString()).isEqualTo("organizations-import");
        assertThat(job.path("subject").path("name").asString()).isEqualTo("tree.csv");
        JsonNode ended = ended(job.path("id").asString());
        assertThat(ended.path("state").asString()).as(ended.toString()).isEqualTo("done");
        assertThat(ended.path("counts").path("added").asInt()).isEqualTo(BRANCHES + 2);
        assertThat(ended.path("done").asInt()).isEqualTo(BRANCHES + 2);
    }

    /// False where it was open before it was killed.
    private boolean opensAndIsKilled(ServerProcess server, String campaign) throws IOException, InterruptedException {
        Http.json(chen.post("/api/campaigns", Map.of("code", campaign, "name", "专题", "target", "ROOT", "types",
                List.of("branch"), "documents", List.of(Map.of("type", "PLAN", "name", "方案", "due", "2026-12-31"))), campaign));
        try (ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor()) {
            thread.execute(() -> open(campaign));
            JsonNode seen;
            do {
                seen = Http.json(chen.get("/api/campaigns/" + campaign));
            } while (seen.path("state").asString().equals("draft") || (seen.path("state").asString().equals("opening")
                    && seen.path("frozen").asInt() == 0));
            server.kill();
            return seen.path("state").asString().equals("opening");
        }
    }

    private void open(String campaign) {
        try {
            chen.post("/api/campaigns/" + campaign + "/open", Map.of(), "");
        } catch (IOException | InterruptedException killed) {
            Thread.currentThread().interrupt();
        }
    }

    /// The one job of the campaign's opening.
    private JsonNode job(String campaign) throws IOException, InterruptedException {
        JsonNode all = Http.json(chen.get("/api/jobs")).path("jobs");
        List<JsonNode> found = StreamSupport.stream(all.spliterator(), false)
                .filter(job -> job.path("kind").asString().equals("roster")
                        && job.path("subject").path("campaign").asString().equals(campaign))
                .toList();
        assertThat(found).as(all.toString()).hasSize(1);
        return found.getFirst();
    }

    private JsonNode ended(String id) throws IOException, InterruptedException {
        for (long end = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() < end;) {
            JsonNode job = Http.json(chen.get("/api/jobs/" + id));
            if (job.has("endedAt")) {
                return job;
            }
            LockSupport.parkNanos(50_000_000);
        }
        throw new AssertionError("the job did not end");
    }
}
