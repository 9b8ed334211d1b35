package guidang.bench;

import guidang.local.Arguments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Figures over a million obligations, by the API and straight to Elasticsearch
/// with the very requests that the server sends; and a hundred thousand rows as
/// a file. The server has 512 MB of heap.
final class StatisticsBench {
    private static final int ORGANIZATIONS = 100_000;
    private static final int DOCUMENTS = 10;
    private static final int PER_COMMITTEE = 1_000;
    private static final int PER_GENERAL_BRANCH = 100;
    private static final int FILED = 2_000;
    private static final int WARM_UPS = 3;
    private static final int ROUNDS = 20;
    private static final List<String> HEAP = List.of("-Xmx512m", "-XX:+UseSerialGC");

    private StatisticsBench() {
    }

    /// `--organizations 2000` measures a smaller tree, and writes no section.
    static boolean run(Path root, Arguments arguments) throws Exception {
        arguments.allow("organizations");
        int organizations = arguments.number("organizations", ORGANIZATIONS);
        Path data = root.resolve("backend/bench/target/statistics-" + organizations);
        Opened opened = ready(root, data, organizations);
        List<String> paths = paths(opened.at);
        List<List<Recorder.Request>> same = Pairs.recorded(root, data, HEAP, "obligations", paths);
        try (Stack stack = Stack.start(root, data, new Stack.Options(uri -> uri, HEAP, List.of()))) {
            Api officer = stack.as("lin");
            awaitIndexed(officer, organizations);
            Pairs pairs = new Pairs(stack, officer, paths, same);
            pairs.round(WARM_UPS, new Times(), new Times());
            Times server = new Times();
            Times straight = new Times();
            pairs.round(ROUNDS, server, straight);
            Export xlsx = export(officer, "xlsx");
            Export csv = export(officer, "csv");
            return report(root, organizations, opened, server, straight, List.of(xlsx, csv), peak(stack));
        }
    }

    /// How long the opening took, and until all of it was counted; and a moment
    /// before anything was filed.
    private record Opened(double seconds, double counted, String at) {}

    /// A table as a file.
    private record Export(String format, long rows, long bytes, double seconds) {}

    /// Makes the tree and the campaign, once, and files some reports.
    private static Opened ready(Path root, Path data, int organizations) throws Exception {
        Path done = data.resolve("done");
        if (Files.exists(done)) {
            String[] before = Files.readString(done).split(" ", -1);
            return new Opened(Double.parseDouble(before[0]), Double.parseDouble(before[1]), before[2]);
        }
        try (Stack stack = Stack.start(root, data, new Stack.Options(uri -> uri, HEAP, List.of()))) {
            Api administrator = stack.as("chen");
            administrator.importOrganizations(tree(organizations));
            administrator.post(201, "/api/campaigns", campaign(), "statistics-create");
            long start = System.nanoTime();
            administrator.post(200, "/api/campaigns/BIG/open", "{}", "statistics-open");
            double opened = (System.nanoTime() - start) / 1e9;
            awaitIndexed(stack.as("lin"), organizations);
            double counted = (System.nanoTime() - start) / 1e9;
            String at = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
            file(stack, organizations);
            Files.writeString(done, opened + " " + counted + " " + at);
            return new Opened(opened, counted, at);
        }
    }

    private static void file(Stack stack, int organizations) throws Exception {
        Documents documents = Documents.make(Math.min(FILED, organizations));
        Api clerk = stack.as("li");
        List<Integer> branches = branches(organizations).boxed().filter(n -> n < PER_COMMITTEE).toList();
        Clients.run(8, 0, Math.min(FILED, organizations), n -> {
            String upload = Json.member(clerk.upload(n + ".docx",
                    java.net.http.HttpRequest.BodyPublishers.ofByteArray(documents.file(n))), "id");
            clerk.post(201, "/api/reports", "{\"organization\":\"" + branch(branches.get(n % branches.size()))
                    + "\",\"campaign\":\"BIG\",\"documentType\":\"D" + n / branches.size() % DOCUMENTS
                    + "\",\"period\":\"2026\",\"title\":\"" + n + "\",\"files\":[{\"upload\":\"" + upload
                    + "\",\"role\":\"main\"}]}", "statistics-" + n);
        });
    }

    private static IntStream branches(int organizations) {
        return IntStream.range(0, organizations).filter(n -> n % PER_GENERAL_BRANCH != 0);
    }

    static String branch(int n) {
        return String.format(Locale.ROOT, "B%06d", n);
    }

    /// Committees, general branches below them, branches below these.
    static String tree(int organizations) {
        String rows = IntStream.range(0, organizations).mapToObj(n -> {
            String committee = String.format(Locale.ROOT, "C%02d", 1 + n / PER_COMMITTEE);
            String general = branch(n - n % PER_GENERAL_BRANCH);
            return n % PER_COMMITTEE == 0
                    ? committee + ",第" + (1 + n / PER_COMMITTEE) + "党委,committee,ROOT\n" + general + "," + general
                            + "总支,general-branch," + committee
                    : n % PER_GENERAL_BRANCH == 0
                            ? general + "," + general + "总支,general-branch," + committee
                            : branch(n) + ",第" + n + "党支部,branch," + general;
        }).collect(Collectors.joining("\n"));
        return "code,name,type,parent\n" + rows + "\n";
    }

    private static String campaign() {
        String documents = IntStream.range(0, DOCUMENTS).mapToObj(n -> "{\"type\":\"D" + n + "\",\"name\":\"材料" + n
                + "\",\"period\":\"2026\",\"due\":\"2026-" + String.format(Locale.ROOT, "%02d", 1 + n)
                + "-28\",\"required\":true}")
                .collect(Collectors.joining(","));
        return "{\"code\":\"BIG\",\"name\":\"大专题\",\"target\":\"ROOT\",\"documents\":[" + documents + "]}";
    }

    private static void awaitIndexed(Api officer, int organizations) throws IOException, InterruptedException {
        while (expected(officer) < (long) organizations * DOCUMENTS) {
            TimeUnit.MILLISECONDS.sleep(500);
        }
    }

    private static long expected(Api officer) throws IOException, InterruptedException {
        String page = officer.get("/api/statistics/slots?campaign=BIG&size=1");
        Matcher total = Pattern.compile("\"total\"\\s*:\\s*(\\d+)").matcher(page);
        return total.find() ? Long.parseLong(total.group(1)) : 0;
    }

    /// What an officer's page asks for, at the top, in the middle and far down, of
    /// now and of a moment before anything was filed.
    private static List<String> paths(String past) {
        List<String> paths = new ArrayList<>();
        for (String where : List.of("", "&parent=ROOT", "&parent=C01", "&parent=B000100", "&parent=C01&asOf=" + past,
                "&parent=ROOT&tree=then")) {
            for (String table : List.of("organizations?", "matrix?", "groups?by=document&", "groups?by=type&", "curve?",
                    "slots?show=overdue&sort=due&size=50&")) {
                paths.add("/api/statistics/" + table + "campaign=BIG" + where);
            }
        }
        return paths;
    }

    private static Export export(Api officer, String format) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Path file = Files.createTempFile("statistics", "." + format);
        try {
            officer.download("/api/statistics/export?table=slots&show=expected&campaign=BIG&documentType=D9&format=" + format,
                    file);
            double seconds = (System.nanoTime() - start) / 1e9;
            long rows = format.equals("csv") ? lines(file) - 6 : -1;
            return new Export(format, rows, Files.size(file), seconds);
        } finally {
            Files.delete(file);
        }
    }

    private static long lines(Path file) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.count();
        }
    }

    /// The most memory that the server ever had, in MiB.
    static long peak(Stack stack) throws IOException {
        return Files.readAllLines(Path.of("/proc", String.valueOf(stack.server().pid()), "status")).stream()
                .filter(line -> line.startsWith("VmHWM")).map(line -> line.replaceAll("\\D+", "")).mapToLong(Long::parseLong)
                .findFirst().orElse(0) / 1024;
    }

    private static boolean report(Path root, int organizations, Opened opened, Times server, Times straight, List<Export> exports,
            long peak) throws IOException {
        double limit = 1.3 * straight.percentile(0.95) + 10;
        long rows = exports.getLast().rows();
        List<String> lines = new ArrayList<>(List.of(
                String.format(Locale.ROOT,
                        "%,d organisations, %,d obligations, %,d reports filed; the server with `-Xmx512m`. %d questions of the"
                                + " statistics page (by organisation, document, type, the curve, the first page of a list; at the"
                                + " top, in a committee, in a general branch, of a past day, by the tree of then), %d rounds after"
                                + " %d, one at a time. *Straight*: the aggregation that the server sends, sent to Elasticsearch"
                                + " itself.",
                        organizations, (long) organizations * DOCUMENTS, Math.min(FILED, organizations), paths(opened.at).size(),
                        ROUNDS,
                        WARM_UPS),
                "", "| | | must be |", "|---|---|---|",
                "| by the API | " + server.summary() + String.format(Locale.ROOT, " | p95 ≤ %.1f ms |", limit),
                "| straight to Elasticsearch | " + straight.summary() + " | |",
                String.format(Locale.ROOT, "| opening the campaign; until all was counted | %.0f s; %.0f s | ≤ 600 s |",
                        opened.seconds, opened.counted)));
        exports.forEach(e -> lines.add(String.format(Locale.ROOT, "| %,d rows as %s | %.1f s, %.1f MB | within the heap |", rows,
                e.format, e.seconds, e.bytes / 1e6)));
        lines.add(String.format(Locale.ROOT, "| the server's resident memory at its peak | %d MiB | |", peak));
        if (organizations == ORGANIZATIONS) {
            new Page(root).section("statistics", "Statistics", lines);
        } else {
            System.out.println(String.join("\n", lines));
        }
        return server.percentile(0.95) <= limit && rows >= organizations && opened.counted <= 600;
    }
}
