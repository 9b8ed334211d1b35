package guidang.bench;

import guidang.local.Arguments;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/// Pages of the rectification register over a million items, by the API and
/// straight to Elasticsearch with the very requests that the server sends.
final class RegisterBench {
    private static final int ORGANIZATIONS = 100_000;
    private static final int WARM_UPS = 3;
    private static final int ROUNDS = 10;
    private static final List<String> HEAP = List.of("-Xmx512m", "-XX:+UseSerialGC");

    private RegisterBench() {
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
            return report(root, organizations, paths.size(), server, straight, StatisticsBench.peak(stack));
        }
    }

    private static void awaitIndexed(Api officer, int organizations) throws IOException, InterruptedException {
        while (Long.parseLong(Json.member(officer.get("/api/rectifications?size=1"), "total")) < (long) organizations
                * IndexedItems.EACH) {
            TimeUnit.MILLISECONDS.sleep(500);
        }
    }

    /// What the register's page asks for: all, what is still to be done, windows,
    /// aspects, words; at the top, in a committee, in a general branch; in
    /// every order.
    private static List<String> paths() {
        List<String> paths = new ArrayList<>();
        for (String where : List.of("", "&organization=C01", "&organization=B000100")) {
            for (String what : List.of("", "&state=unsettled", "&state=unsettled&due=overdue", "&due=soon&type=timed",
                    "&state=close-out-requested&sort=waiting", "&campaign=ZT2026&aspect=" + encoded(IndexedItems.ASPECTS.get(2)),
                    "&sort=number", "&state=closed&sort=opened&type=ongoing", "&sort=best&words=" + encoded("整改"),
                    "&sort=best&words=" + encoded("会议记录"))) {
                paths.add("/api/rectifications?size=50" + where + what);
            }
        }
        return paths;
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    private static boolean report(Path root, int organizations, int questions, Times server, Times straight, long peak)
            throws IOException {
        double limit = 1.3 * straight.percentile(0.95) + 5;
        List<String> lines = List.of(String.format(Locale.ROOT,
                "%,d organisations, %,d rectification items, %,d documents; the server with `-Xmx512m`. %d pages of the register"
                        + " (50 items with all facets; by state, due window, type, aspect and words, in every order; at the"
                        + " top, in a committee, in a general branch), %d rounds after %d, one at a time. *Straight*: the request"
                        + " that the server sends, sent to Elasticsearch itself.",
                organizations, (long) organizations * IndexedItems.EACH, 2L * organizations * IndexedItems.EACH, questions,
                ROUNDS, WARM_UPS),
                "", "| | | must be |", "|---|---|---|",
                "| by the API | " + server.summary() + String.format(Locale.ROOT, " | p95 ≤ %.1f ms |", limit),
                "| straight to Elasticsearch | " + straight.summary() + " | |",
                String.format(Locale.ROOT, "| the server's resident memory at its peak | %d MiB | |", peak));
        if (organizations == ORGANIZATIONS) {
            new Page(root).section("register", "The rectification register", lines);
        } else {
            System.out.println(String.join("\n", lines));
        }
        return server.percentile(0.95) <= limit;
    }
}
