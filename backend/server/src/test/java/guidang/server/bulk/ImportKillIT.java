package guidang.server.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.server.ServerProcess;
import guidang.server.TestTokens;
import guidang.server.filing.Http;
import guidang.server.filing.Journaled;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Kills the server's process in the middle of an import, again and again: each
/// row is filed once.
///
/// `-Dguidang.rows=…` for a longer one, `-Dguidang.seed=…` to repeat one.
@Tag("kill")
class ImportKillIT {
    private static final int ROWS = Integer.getInteger("guidang.rows", 120);
    private static final long SEED = Long.getLong("guidang.seed", 1);
    private static final int KILLS = 3;

    @TempDir
    Path data;

    private final TestTokens tokens = new TestTokens();
    private final AtomicReference<URI> address = new AtomicReference<>();
    private final List<String> settings = List.of("--guidang.access.issuer=" + tokens.issuer(), "--guidang.jobs.replica=one",
            "--spring.elasticsearch.uris=http://127.0.0.1:9");

    @Test
    void eachRowIsFiledOnce() throws Exception {
        Random random = new Random(SEED);
        Http officer = new Http(address, tokens.of("li", "officer@C1"));
        String path;
        try (ServerProcess server = start()) {
            prepare();
            path = handIn(officer);
            ended(officer, path, Http.json(officer.get(path)));
        }
        JsonNode begun;
        try (ServerProcess server = start()) {
            begun = Http.json(officer.post(path + "/start", Map.of(), ""));
            awaitSome(1 + random.nextInt(ROWS / KILLS));
            server.kill();
        }
        for (int kill = 1; kill < KILLS; kill++) {
            try (ServerProcess server = start()) {
                awaitSome(filed().size() + 1 + random.nextInt(ROWS / KILLS / 2));
                server.kill();
            }
        }
        assertThat(filed()).hasSizeLessThan(ROWS);
        try (ServerProcess server = start()) {
            JsonNode end = ended(officer, path, begun);
            assertThat(end.at("/counts/filed").asInt()).as(() -> others(officer, path)).isEqualTo(ROWS);
            assertThat(end.at("/phase").asString()).isEqualTo("done");
        }
        String id = path.substring(path.lastIndexOf('/') + 1);
        Set<String> wanted = IntStream.rangeClosed(2, ROWS + 1).mapToObj(row -> Rows.operation(id, row).value())
                .collect(Collectors.toSet());
        Map<String, Integer> journal = Journaled.operations(data.resolve("objects/archive/journal/commits"));
        assertThat(journal.keySet()).containsAll(wanted);
        assertThat(wanted).allSatisfy(row -> assertThat(journal).containsEntry(row, 1));
    }

    private static String others(Http officer, String path) {
        try {
            return Http.json(officer.get(path + "/rows?outcome=unchecked,ready,refused,already,failed")).toString();
        } catch (Exception e) {
            return e.toString();
        }
    }

    private ServerProcess start() throws Exception {
        ServerProcess server = ServerProcess.start(data, settings);
        address.set(server.address());
        return server;
    }

    private void prepare() throws Exception {
        Http administrator = new Http(address, tokens.of("chen", "administrator@ROOT"));
        String csv = "code,name,type,parent\nC1,党委,committee,ROOT\n"
                + numbers().mapToObj("B%1$d,支部%1$d,branch,C1\n"::formatted).collect(Collectors.joining());
        Http.json(administrator.post("/api/organizations/imports?dryRun=false", csv.getBytes(StandardCharsets.UTF_8),
                "text/csv;charset=UTF-8", ""));
        Http.json(administrator.post("/api/campaigns", Map.of("code", "ZT", "name", "专题", "target", "ROOT", "documents",
                List.of(Map.of("type", "PLAN", "name", "方案", "period", "2026", "due", "2026-12-31", "required", true))), "c"));
        Http.json(administrator.post("/api/campaigns/ZT/open", Map.of(), "o"));
    }

    private String handIn(Http officer) throws Exception {
        Zips zip = new Zips().with("manifest.csv", "组织代码,专题,文书,期间,题名,文件\n"
                + numbers().mapToObj("B%1$d,ZT,PLAN,2026,方案之%1$d,%1$d.txt\n"::formatted).collect(Collectors.joining()));
        numbers().forEach(n -> zip.with(n + ".txt", "方案之" + n + "\n组织生活会\n"));
        return "/api/reports/imports/" + Http.json(officer.post("/api/reports/imports?organization=C1&name=past.zip", zip.bytes(),
                "application/octet-stream", "")).at("/id").asString();
    }

    private static IntStream numbers() {
        return IntStream.rangeClosed(1, ROWS);
    }

    private JsonNode ended(Http officer, String path, JsonNode begun) throws Exception {
        String job = begun.at("/job").asString();
        while (job.isEmpty() || !Http.json(officer.get("/api/jobs/" + job)).has("endedAt")) {
            LockSupport.parkNanos(20_000_000);
            job = job.isEmpty() ? Http.json(officer.get(path)).at("/job").asString() : job;
        }
        return Http.json(officer.get(path));
    }

    private void awaitSome(int wanted) throws Exception {
        while (filed().size() < wanted) {
            LockSupport.parkNanos(5_000_000);
        }
    }

    /// The operations that the journal holds so far, those of the preparation left
    /// out: a commit that is being written is read when it is whole.
    private Set<String> filed() throws Exception {
        return Journaled.operations(data.resolve("objects/archive/journal/commits"), "reports/").keySet();
    }
}
