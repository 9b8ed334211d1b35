package guidang.bench;

import guidang.local.Arguments;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/// Figures over a million rectification items, by the API and straight to
/// Elasticsearch with the very requests that the server sends.
final class RegisterFiguresBench {
    private static final int ORGANIZATIONS = 100_000;
    private static final int WARM_UPS = 3;
    private static final int ROUNDS = 20;
    private static final List<String> HEAP = List.of("-Xmx512m", "-XX:+UseSerialGC");

    private RegisterFiguresBench() {
    }

    /// `--organizations 2000` measures a smaller tree, and writes no section.
    static boolean run(Path root, Arguments arguments) throws Exception {
        arguments.allow("organizations");
        int organizations = arguments.number("organizations", ORGANIZATIONS);
        Path data = IndexedItems.ready(root, organizations);
        List<String> paths = paths();
        List<List<Recorder.Request>> same = Pairs.recorded(root, data, HEAP, "rectifications", paths);
        try (Stack stack = Stack.start(root, data, new Stack.Options(uri -> uri, HEAP, List.of()))) {
            Api officer = stack.as("lin");
            awaitIndexed(officer, organizations);
            Pairs pairs = new Pairs(stack, officer, paths, same);
            pairs.round(WARM_UPS, new Times(), new Times());
            Times server = new Times();
            Times straight = new Times();
            pairs.round(ROUNDS, server, straight);
            long searches = same.stream().mapToLong(List::size).sum();
            return report(root, organizations, searches, server, straight, StatisticsBench.peak(stack));
        }
    }

    private static void awaitIndexed(Api officer, int organizations) throws IOException, InterruptedException {
        while (Long.parseLong(Json.member(officer.get("/api/rectifications?size=1"), "total")) < (long) organizations
                * IndexedItems.EACH) {
            TimeUnit.MILLISECONDS.sleep(500);
        }
    }

    /// What an officer's page asks for: the rate and aspects at the top, in the
    /// middle and far down, of now and of a past day; what recurs.
    private static List<String> paths() {
        List<String> paths = new ArrayList<>();
        String past = LocalDate.now(ZoneId.of("Asia/Shanghai")).minusDays(60).toString();
        for (String where : List.of("?", "?organization=ROOT", "?organization=C01", "?organization=B000100",
                "?organization=C01&asOf=" + past, "?organization=ROOT&tree=then&campaign=ZT2026")) {
            paths.add("/api/statistics/rectifications" + where);
            paths.add("/api/statistics/rectifications/aspects" + where);
            paths.add("/api/statistics/rectifications/recurring" + where);
        }
        return paths;
    }

    private static boolean report(Path root, int organizations, long searches, Times server, Times straight, long peak)
            throws IOException {
        double limit = 1.3 * straight.percentile(0.95) + 10;
        List<String> lines = List.of(String.format(Locale.ROOT,
                "%,d organisations, %,d rectification items, %,d documents; the server with `-Xmx512m`. %d questions of the"
                        + " statistics page (by organisation with exact medians, by aspect, what recurs; at the top, in a"
                        + " committee, in a general branch, of a past day, by the tree of then), which are %d searches, %d rounds"
                        + " after %d, one at a time. *Straight*: the requests that the server sends, sent to Elasticsearch"
                        + " itself, one after the other.",
                organizations, (long) organizations * IndexedItems.EACH, 2L * organizations * IndexedItems.EACH, paths().size(),
                searches, ROUNDS, WARM_UPS), "", "| | | must be |", "|---|---|---|",
                "| by the API | " + server.summary() + String.format(Locale.ROOT, " | p95 ≤ %.1f ms |", limit),
                "| straight to Elasticsearch | " + straight.summary() + " | |",
                String.format(Locale.ROOT, "| the server's resident memory at its peak | %d MiB | |", peak));
        if (organizations == ORGANIZATIONS) {
            new Page(root).section("register-statistics", "Statistics of the rectification register", lines);
        } else {
            System.out.println(String.join("\n", lines));
        }
        return server.percentile(0.95) <= limit;
    }
}
