package guidang.bench;

import guidang.local.Arguments;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/// A hundred queries over 20,000 reports, by the API and straight to
/// Elasticsearch with the very requests that the server sends.
final class SearchBench {
    private static final int QUERIES = 100;
    private static final int WARM_UPS = 20;
    private static final int ROUNDS = 10;

    private SearchBench() {
    }

    static boolean run(Path root, Arguments arguments) throws Exception {
        arguments.allow();
        Path data = Archive.ready(root);
        List<String> paths = paths();
        List<Recorder.Request> same = record(root, data, paths);
        try (Stack stack = Stack.start(root, data, Stack.Options.PLAIN)) {
            Api officer = stack.as("lin");
            Archive.awaitIndexed(officer, Archive.REPORTS);
            Pairs pairs = new Pairs(stack, officer, paths, same.stream().map(List::of).toList());
            pairs.round(WARM_UPS, new Times(), new Times());
            Times server = new Times();
            Times straight = new Times();
            pairs.round(ROUNDS, server, straight);
            return report(root, server, straight);
        }
    }

    /// What the server asks Elasticsearch for each of the queries.
    private static List<Recorder.Request> record(Path root, Path data, List<String> paths) throws Exception {
        List<Recorder.Request> same = new ArrayList<>();
        List<Recorder> recorders = new ArrayList<>();
        HttpClient http = HttpClient.newHttpClient();
        var options = new Stack.Options(behind -> through(http, behind, recorders), Stack.Options.PLAIN.jvm(), List.of());
        try (Stack stack = Stack.start(root, data, options); Recorder recorder = recorders.getFirst()) {
            Api officer = stack.as("lin");
            Archive.awaitIndexed(officer, Archive.REPORTS);
            for (String path : paths) {
                recorder.take();
                officer.get(path);
                same.add(only(recorder.take(), path));
            }
        }
        return same;
    }

    private static URI through(HttpClient http, URI behind, List<Recorder> recorders) {
        recorders.add(new Recorder(http, behind, path -> path.contains("/_search")));
        return recorders.getFirst().uri();
    }

    private static Recorder.Request only(List<Recorder.Request> sent, String path) {
        List<Recorder.Request> reports = sent.stream().filter(search -> search.path().contains("reports")).toList();
        if (reports.size() != 1) {
            throw new IllegalStateException(
                    path + " made " + reports.size() + " searches of " + sent.stream().map(Recorder.Request::path).toList());
        }
        return reports.getFirst();
    }

    private static boolean report(Path root, Times server, Times straight) throws IOException {
        double limit = 1.3 * straight.percentile(0.95) + 3;
        new Page(root).section("search", "Search", List.of(
                String.format(Locale.ROOT,
                        "%d queries over %,d reports, %d rounds after %d warm-up rounds, one at a time; first page with"
                                + " highlights and facets. *Straight*: the request that the server sends, sent to Elasticsearch itself.",
                        QUERIES,
                        Archive.REPORTS, ROUNDS, WARM_UPS),
                "",
                "| | | must be |", "|---|---|---|",
                "| by the API | " + server.summary() + String.format(Locale.ROOT, " | p95 ≤ %.1f ms |", limit),
                "| straight to Elasticsearch | " + straight.summary() + " | |"));
        return server.percentile(0.95) <= limit;
    }

    /// Phrases of two to eight characters as they stand in the reports, half of
    /// them quoted, with filters on every fourth.
    private static List<String> paths() {
        Random random = new Random(3);
        var reports = new guidang.local.demo.ReportFactory(20261124);
        return IntStream.range(0, QUERIES).mapToObj(n -> {
            String text = reports.report(random.nextInt(Archive.REPORTS)).text().replaceAll("[^\\p{IsHan}]+", "");
            int at = random.nextInt(text.length() - 8);
            String words = text.substring(at, at + random.nextInt(2, 9));
            String query = URLEncoder.encode(n % 2 == 0 ? words : "\"" + words + "\"", StandardCharsets.UTF_8);
            return "/api/search?size=20&q=" + query + (n % 4 == 3 ? "&documentType=PLAN&campaign=" + Slots.CAMPAIGN : "");
        }).toList();
    }
}
