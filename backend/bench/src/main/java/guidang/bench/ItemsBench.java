package guidang.bench;

import guidang.local.Arguments;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;

/// Questions over a million rectification items, by the API and straight to
/// Elasticsearch with the very requests that the server sends.
///
/// @param section
///            of the page of figures
/// @param rounds
///            in which all questions are asked
/// @param allowance
///            in milliseconds, above 1.3 of the straight time
/// @param paths
///            the questions
/// @param asked
///            tells what they are, by how many searches they make
/// @param straight
///            tells what goes straight to Elasticsearch
record ItemsBench(String section, String title, int rounds, int allowance, List<String> paths, LongFunction<String> asked,
        String straight) {
    private static final int ORGANIZATIONS = 100_000;
    private static final int WARM_UPS = 20;
    private static final List<String> HEAP = List.of("-Xmx512m", "-XX:+UseSerialGC");

    /// `--organizations 2000` measures a smaller tree, and writes no section.
    boolean run(Path root, Arguments arguments) throws Exception {
        arguments.allow("organizations");
        int organizations = arguments.number("organizations", ORGANIZATIONS);
        Path data = IndexedItems.ready(root, organizations);
        List<List<Recorder.Request>> same = Pairs.recorded(root, data, HEAP, "rectifications", paths);
        try (Stack stack = Stack.start(root, data, new Stack.Options(uri -> uri, HEAP, List.of()))) {
            Api officer = stack.as("lin");
            awaitIndexed(officer, organizations);
            Pairs pairs = new Pairs(stack, officer, paths, same);
            pairs.round(WARM_UPS, new Times(), new Times());
            Times server = new Times();
            Times direct = new Times();
            pairs.round(rounds, server, direct);
            long searches = same.stream().mapToLong(List::size).sum();
            return report(root, organizations, searches, server, direct, StatisticsBench.peak(stack));
        }
    }

    private static void awaitIndexed(Api officer, int organizations) throws IOException, InterruptedException {
        while (Long.parseLong(Json.member(officer.get("/api/rectifications?size=1"), "total")) < (long) organizations
                * IndexedItems.EACH) {
            TimeUnit.MILLISECONDS.sleep(500);
        }
    }

    private boolean report(Path root, int organizations, long searches, Times server, Times direct, long peak)
            throws IOException {
        double limit = 1.3 * direct.percentile(0.95) + allowance;
        List<String> lines = List.of(String.format(Locale.ROOT,
                "%,d organisations, %,d rectification items, %,d documents; the server with `-Xmx512m`. %s, %d rounds"
                        + " after %d, one at a time. *Straight*: %s.",
                organizations, (long) organizations * IndexedItems.EACH, 2L * organizations * IndexedItems.EACH,
                asked.apply(searches), rounds, WARM_UPS, straight), "", "| | | must be |", "|---|---|---|",
                "| by the API | " + server.summary() + String.format(Locale.ROOT, " | p95 ≤ %.1f ms |", limit),
                "| straight to Elasticsearch | " + direct.summary() + " | |",
                String.format(Locale.ROOT, "| the server's resident memory at its peak | %d MiB | |", peak));
        if (organizations == ORGANIZATIONS) {
            new Page(root).section(section, title, lines);
        } else {
            System.out.println(String.join("\n", lines));
        }
        return server.percentile(0.95) <= limit;
    }
}
