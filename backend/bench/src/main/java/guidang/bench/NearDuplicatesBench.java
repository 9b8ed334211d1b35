package guidang.bench;

import guidang.local.Arguments;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// 20,000 filed reports, of which the last are copies of others: what a
/// comparison adds to an inspection, whether a copy's source is told before
/// filing, and the officer's clusters.
final class NearDuplicatesBench {
    private static final int REPORTS = 20_000;
    private static final int COPIES = 1_200;
    private static final int WARM_UP = 200;
    private static final int INSPECTIONS = 400;
    private static final double RECALL = 0.95;
    private static final double WRONG = 0.01;
    private static final double LIMIT = 100;
    private static final Pattern CLUSTER = Pattern.compile("\"reports\":");
    /// Of one report of a cluster, as the answer has it.
    private static final Pattern REPORT = Pattern
            .compile("\"organization\":\"B(\\d+)\"[^{}]*?\"documentType\":\"([A-Z-]+)\"");

    private final Planted planted = new Planted(REPORTS, COPIES);
    private final Slots slots = Slots.atLeast(REPORTS);
    private final Times times = new Times();
    private final Map<Copying, Integer> told = new EnumMap<>(Copying.class);
    private int falselyTold;

    private NearDuplicatesBench() {
    }

    static boolean run(Path root, Arguments arguments) throws Exception {
        arguments.allow();
        return new NearDuplicatesBench().measured(root);
    }

    private boolean measured(Path root) throws Exception {
        Path data = root.resolve("backend/bench/target/passages-" + REPORTS);
        try (Stack stack = Stack.start(root, data, Stack.Options.PLAIN)) {
            fill(stack, data.resolve("done"));
            Api officer = stack.as("lin");
            awaitCompared(officer);
            inspect(officer);
            long start = System.nanoTime();
            List<Set<Integer>> clusters = clusters(officer);
            return report(root, clusters, (System.nanoTime() - start) / 1e9);
        }
    }

    private void fill(Stack stack, Path done) throws Exception {
        if (Files.exists(done)) {
            return;
        }
        slots.prepare(stack.as("chen"));
        Api clerk = stack.as("li");
        Clients.run(8, 0, REPORTS, n -> {
            String upload = upload(clerk, n, planted.report(n).txt());
            clerk.post(201, "/api/reports", slots.filing(n, upload, planted.report(n).title()), "passages-" + n);
        });
        Files.createFile(done);
    }

    private static String upload(Api api, int n, byte[] text) throws IOException, InterruptedException {
        return Json.member(api.upload(n + ".txt", BodyPublishers.ofByteArray(text)), "id");
    }

    /// Until the last report is found among the coincidences of an upload of it.
    private void awaitCompared(Api officer) throws IOException, InterruptedException {
        Archive.awaitIndexed(officer, REPORTS);
        while (officer.get("/api/system/status").contains("\"behind\"")) {
            TimeUnit.MILLISECONDS.sleep(500);
        }
        String last = upload(officer, 0, planted.report(REPORTS - 1).txt());
        while (!officer.get("/api/uploads/" + last + "/coincidences").contains(place(REPORTS - 1))) {
            TimeUnit.MILLISECONDS.sleep(500);
        }
    }

    private String place(int n) {
        return "\"organization\":\"" + slots.organization(n) + "\"";
    }

    private void inspect(Api officer) throws IOException, InterruptedException {
        for (int n = 0; n < WARM_UP; n++) {
            inspect(officer, REPORTS + n, new Times());
        }
        for (int n = REPORTS - INSPECTIONS; n < REPORTS; n++) {
            if (inspect(officer, n, times).contains(place(planted.source(n)))) {
                told.merge(planted.how(n), 1, Integer::sum);
            }
        }
        for (int n = REPORTS; n < REPORTS + INSPECTIONS; n++) {
            falselyTold += inspect(officer, n, times).contains("\"report\"") ? 1 : 0;
        }
    }

    /// A report from 20,000 on is one of its own, filed nowhere.
    private String inspect(Api officer, int n, Times into) throws IOException, InterruptedException {
        byte[] text = n < REPORTS ? planted.report(n).txt() : planted.branches().report(n).txt();
        String path = "/api/uploads/" + upload(officer, n, text) + "/coincidences";
        long start = System.nanoTime();
        String answer = officer.get(path);
        into.add(System.nanoTime() - start);
        return answer;
    }

    private List<Set<Integer>> clusters(Api officer) throws IOException, InterruptedException {
        List<Set<Integer>> clusters = new ArrayList<>();
        String next = "0";
        while (next != null) {
            String page = officer.get("/api/coincidences?campaign=" + Slots.CAMPAIGN + "&after=" + next);
            if (page.contains("\"ready\":false")) {
                TimeUnit.MILLISECONDS.sleep(100);
                continue;
            }
            for (String cluster : CLUSTER.split(page, -1)) {
                Set<Integer> reports = reports(cluster);
                if (!reports.isEmpty()) {
                    clusters.add(reports);
                }
            }
            Matcher after = Pattern.compile("\"next\":(\\d+)").matcher(page);
            next = after.find() ? after.group(1) : null;
        }
        return clusters;
    }

    private static Set<Integer> reports(String cluster) {
        return REPORT.matcher(cluster).results()
                .map(found -> Slots.number(Integer.parseInt(found.group(1)), found.group(2))).collect(Collectors.toSet());
    }

    private boolean report(Path root, List<Set<Integer>> clusters, double seconds) throws IOException {
        Map<Copying, Double> recall = new EnumMap<>(Copying.class);
        for (Copying how : Copying.values()) {
            recall.put(how, found(clusters, how));
        }
        long wrong = clusters.stream().filter(cluster -> sources(cluster).size() > 1).count();
        double share = clusters.isEmpty() ? 1 : (double) wrong / clusters.size();
        double least = recall.values().stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double leastTold = shares().values().stream().mapToDouble(Double::doubleValue).min().orElse(0);
        new Page(root).section("near-duplicates", "Near-duplicates", List.of(
                String.format(Locale.ROOT,
                        "%,d reports filed by the API, of 62 sentences and more. Of the five-letter shingles of one, 38 %% stand in"
                                + " a fifth of all reports and more (phrases of the campaign, of policy), 24 %% in 2–20 %%, 16 %% in"
                                + " fewer but more than one (sentences that go round, what a committee told its 40 branches),"
                                + " 22 %% in no other. The last %,d are copies of others, a quarter in each manner: *names*, places,"
                                + " numbers and days are others; so they are, and the sentences of each part are *reordered*; 30 %%"
                                + " of the sentences are *rewritten*; in every sentence 30 %% of the words are (*reworded*). Made by"
                                + " a seed (`Branches`, `Copying`); clusters by `GET /api/coincidences`, for an officer at the root.",
                        REPORTS, COPIES),
                "",
                "| | | must be |", "|---|---|---|",
                "| copies in one cluster with their source: names, reordered, rewritten, reworded | " + words(recall)
                        + " | ≥ 0.95 |",
                String.format(Locale.ROOT, "| clusters that hold reports which are no copies | %d of %,d | ≤ 1 %% |", wrong,
                        clusters.size()),
                String.format(Locale.ROOT, "| time until the clusters are known, and all pages of them read | %.1f s | |",
                        seconds),
                "| uploads whose source is told before filing, likewise | " + words(shares()) + " | ≥ 0.95 |",
                String.format(Locale.ROOT, "| uploads of one's own words that are told to coincide | %d of %d | ≤ 1 %% |",
                        falselyTold,
                        INSPECTIONS),
                String.format(Locale.ROOT, "| added to an inspection (%d, one at a time) | %s | p95 ≤ %.0f ms |", times.count(),
                        times.summary(), LIMIT)));
        return least >= RECALL && leastTold >= RECALL && share <= WRONG && falselyTold <= WRONG * INSPECTIONS
                && times.percentile(0.95) <= LIMIT;
    }

    private Map<Copying, Double> shares() {
        Map<Copying, Double> shares = new EnumMap<>(Copying.class);
        for (Copying how : Copying.values()) {
            shares.put(how, told.getOrDefault(how, 0) * Copying.values().length / (double) INSPECTIONS);
        }
        return shares;
    }

    private static String words(Map<Copying, Double> shares) {
        return shares.values().stream().map(share -> String.format(Locale.ROOT, "%.3f", share)).collect(Collectors.joining(", "));
    }

    private double found(List<Set<Integer>> clusters, Copying how) {
        int copies = 0;
        int found = 0;
        for (int n = REPORTS - COPIES; n < REPORTS; n++) {
            if (planted.how(n) == how) {
                int copy = n;
                copies++;
                found += clusters.stream().anyMatch(c -> c.contains(copy) && c.contains(planted.source(copy))) ? 1 : 0;
            }
        }
        return (double) found / copies;
    }

    private Set<Integer> sources(Set<Integer> cluster) {
        Set<Integer> sources = new HashSet<>();
        cluster.forEach(n -> sources.add(planted.isCopy(n) ? planted.source(n) : n));
        return sources;
    }
}
