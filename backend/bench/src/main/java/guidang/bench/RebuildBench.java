package guidang.bench;

import guidang.local.Arguments;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Rebuilds the index of 20,000 reports from the journal, and sends the very
/// same bulk requests to empty indices.
final class RebuildBench {
    /// Of both, turn about; then the medians of as many.
    private static final int WARM_UP = 2;
    private static final int ROUNDS = 3;
    private static final List<String> LANES = List.of("reports", "obligations", "passages");

    private RebuildBench() {
    }

    static boolean run(Path root, Arguments arguments) throws Exception {
        arguments.allow();
        Path data = Archive.ready(root);
        List<Recorder.Request> bulks = record(root, data);
        try (Stack stack = Stack.start(root, data, Stack.Options.PLAIN)) {
            Api administrator = stack.as("chen");
            Archive.awaitIndexed(stack.as("lin"), Archive.REPORTS);
            RawIndex raw = new RawIndex(stack.http(), stack.elasticsearch(), definitions(root));
            int documents = 0;
            Times rebuilt = new Times();
            Times straight = new Times();
            for (int round = -WARM_UP; round < ROUNDS; round++) {
                double seconds = rebuild(administrator);
                RawIndex.Written written = raw.write(bulks);
                documents = written.documents();
                if (round >= 0) {
                    rebuilt.add(Math.round(seconds * 1e9));
                    straight.add(Math.round(written.seconds() * 1e9));
                }
            }
            return report(root, documents, documents * 1000 / rebuilt.percentile(0.5),
                    documents * 1000 / straight.percentile(0.5));
        }
    }

    /// What the server sends to Elasticsearch when it rebuilds.
    private static List<Recorder.Request> record(Path root, Path data) throws Exception {
        List<Recorder> recorders = new ArrayList<>();
        var options = new Stack.Options(behind -> through(behind, recorders), Stack.Options.PLAIN.jvm(), List.of());
        try (Stack stack = Stack.start(root, data, options); Recorder recorder = recorders.getFirst()) {
            Archive.awaitIndexed(stack.as("lin"), Archive.REPORTS);
            recorder.take();
            rebuild(stack.as("chen"));
            return recorder.take();
        }
    }

    private static URI through(URI behind, List<Recorder> recorders) {
        recorders.add(new Recorder(HttpClient.newHttpClient(), behind, RebuildBench::isBulk));
        return recorders.getFirst().uri();
    }

    private static boolean isBulk(String path) {
        return path.contains("/_bulk") && LANES.stream().anyMatch(lane -> path.startsWith("/" + lane));
    }

    private static Map<String, String> definitions(Path root) throws IOException {
        Map<String, String> definitions = new HashMap<>();
        for (String lane : LANES) {
            definitions.put(lane, Files.readString(root.resolve("backend/server/src/main/resources/index/" + lane + ".json")));
        }
        return definitions;
    }

    /// @return seconds from its beginning until the new indices hold all there was
    private static double rebuild(Api administrator) throws IOException, InterruptedException {
        Instant asked = Instant.now();
        String status = administrator.post(202, "/api/system/rebuild", "{}", "");
        while (!isDone(status, asked)) {
            TimeUnit.MILLISECONDS.sleep(200);
            status = administrator.get("/api/system/status");
        }
        return seconds(status);
    }

    private static boolean isDone(String status, Instant asked) {
        if (status.contains("\"failed\"")) {
            throw new IllegalStateException("the rebuild failed: " + status);
        }
        return times(status, "finishedAt").stream().filter(asked::isBefore).count() == LANES.size()
                && times(status, "startedAt").stream().allMatch(asked.minusSeconds(1)::isBefore);
    }

    private static double seconds(String status) {
        Instant first = times(status, "startedAt").stream().min(Instant::compareTo).orElseThrow();
        Instant last = times(status, "filledAt").stream().max(Instant::compareTo).orElseThrow();
        return Duration.between(first, last).toMillis() / 1000.0;
    }

    private static List<Instant> times(String status, String name) {
        List<Instant> times = new ArrayList<>();
        Matcher found = Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]+)\"").matcher(status);
        while (found.find()) {
            times.add(Instant.parse(found.group(1)));
        }
        return times;
    }

    private static boolean report(Path root, int documents, double rebuilt, double straight) throws IOException {
        new Page(root).section("rebuild", "Rebuild", List.of(
                String.format(Locale.ROOT,
                        "%,d reports: %,d documents of reports, obligations and passages, from the journal and its blobs"
                                + " into new indices; then the very same bulk requests alone, as many at a time; median of "
                                + ROUNDS + " rounds of both, turn about, after " + WARM_UP + " to warm up.",
                        Archive.REPORTS,
                        documents),
                "", "| | | must be |", "|---|---|---|",
                String.format(Locale.ROOT, "| rebuild | %.0f documents/s | |", rebuilt),
                String.format(Locale.ROOT, "| bulk alone | %.0f documents/s | |", straight),
                String.format(Locale.ROOT, "| share | %.2f | ≥ 0.8 |", rebuilt / straight)));
        return rebuilt >= 0.8 * straight;
    }
}
