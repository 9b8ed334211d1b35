package guidang.bench;

import guidang.local.Arguments;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Pages of a tree of 100,000 organisations: 100 committees, each with 10 below
/// it, each of these with 99 branches; found by name, pinyin, initials and code,
/// read as of an earlier time, moved, exported.
final class OrganizationsBench {
    private static final int COMMITTEES = 100;
    private static final int GENERAL = 10;
    private static final int BRANCHES = 99;
    private static final int ROUNDS = 3;
    private static final double LIMIT = 300;
    private static final String[] PLACES = {"办公室", "财务处", "人事处", "信息中心", "后勤服务中心", "法规处", "督查室", "老干部处", "重庆路", "长春路",
            "规划处", "审计处"};

    private OrganizationsBench() {
    }

    static boolean run(Path root, Arguments arguments) throws Exception {
        arguments.allow();
        Path data = Files.createTempDirectory("guidang-bench-organizations");
        var options = new Stack.Options(Stack.Options.PLAIN.elasticsearch(), List.of("-Xmx512m", "-XX:+UseSerialGC"), List.of());
        try (Stack stack = Stack.start(root, data, options)) {
            Api chen = stack.as("chen");
            long start = System.nanoTime();
            for (String list : lists()) {
                chen.importOrganizations(list);
            }
            double imported = (System.nanoTime() - start) / 1e9;
            String before = java.time.Instant.now().toString();
            chen.post(200, "/api/organizations/K00001/move", "{\"parent\":\"C007\",\"reason\":\"调整\"}", "bench-move");
            Times first = new Times();
            timed(chen, "/api/organizations?query=" + word("jgdzb"), first);
            Times all = new Times();
            pages(before).forEach(page -> timed(chen, page, new Times()));
            for (int round = 0; round < ROUNDS; round++) {
                pages(before).forEach(page -> timed(chen, page, all));
            }
            start = System.nanoTime();
            chen.get("/api/organizations/export?format=csv");
            double exported = (System.nanoTime() - start) / 1e9;
            return report(root, imported, first, all, exported);
        }
    }

    private static void timed(Api api, String page, Times times) {
        try {
            long start = System.nanoTime();
            api.get(page);
            times.add(System.nanoTime() - start);
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String word(String typed) {
        return URLEncoder.encode(typed, StandardCharsets.UTF_8);
    }

    /// Every kind of page: below an organisation, found, far behind, of the past.
    private static List<String> pages(String before) {
        Random random = new Random(7);
        List<String> pages = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            String general = general(random.nextInt(COMMITTEES * GENERAL));
            pages.add("/api/organizations?size=100&parent=" + general);
            pages.add("/api/organizations?size=50&parent=" + general + "&asOf=" + before);
            pages.add("/api/organizations?size=100&closed=true&parent=" + committee(random.nextInt(COMMITTEES)));
            pages.add("/api/organizations?query=" + word(PLACES[i % PLACES.length] + "第" + random.nextInt(99)));
            pages.add("/api/organizations?size=500&query=" + word("支部") + "&after=" + branch(random.nextInt(99_000)));
            pages.add("/api/organizations?query=" + word(List.of("chongqinglu", "bgs", "renshichu", "xxzx", "hqfw").get(i % 5)));
            pages.add("/api/organizations?query=" + word("zhibu") + "&asOf=" + before);
            pages.add("/api/organizations?query=" + branch(random.nextInt(99_000)).substring(0, 5));
            pages.add("/api/organizations/" + branch(random.nextInt(99_000)));
        }
        Collections.shuffle(pages, random);
        return pages;
    }

    private static String committee(int n) {
        return String.format(Locale.ROOT, "C%03d", n);
    }

    private static String general(int n) {
        return String.format(Locale.ROOT, "K%05d", n);
    }

    private static String branch(int n) {
        return String.format(Locale.ROOT, "B%06d", n);
    }

    /// Two lists, each below the limit of an import.
    private static List<String> lists() {
        String head = "code,name,type,parent\n";
        String above = IntStream.range(0, COMMITTEES).mapToObj(n -> committee(n) + ",第" + n + "机关党委,committee,ROOT")
                .collect(Collectors.joining("\n"))
                + "\n"
                + IntStream.range(0, COMMITTEES * GENERAL)
                        .mapToObj(n -> general(n) + ",第" + n + "机关党总支部,general-branch," + committee(n / GENERAL))
                        .collect(Collectors.joining("\n"));
        String below = IntStream.range(0, COMMITTEES * GENERAL * BRANCHES)
                .mapToObj(n -> branch(n) + "," + PLACES[n % PLACES.length] + "第" + n + "党支部,branch," + general(n / BRANCHES))
                .collect(Collectors.joining("\n"));
        return List.of(head + above + "\n", head + below + "\n");
    }

    private static boolean report(Path root, double imported, Times first, Times all, double exported) throws IOException {
        int size = COMMITTEES + COMMITTEES * GENERAL + COMMITTEES * GENERAL * BRANCHES;
        new Page(root).section("organizations", "Organisations", List.of(
                String.format(Locale.ROOT,
                        "A tree of %,d organisations, `-Xmx512m`. Pages of all kinds, one at a time, %d rounds of 225 after one to"
                                + " warm up: below an organisation, as of an earlier time, with closed ones, found by name, short"
                                + " pinyin, initials and code among all of them, up to 500 rows, far behind.",
                        size, ROUNDS),
                "", "| | | must be |", "|---|---|---|",
                "| a page | " + all.summary() + String.format(Locale.ROOT, " | p95 ≤ %.0f ms |", LIMIT),
                "| the very first search, which reads all names | " + first.summary() + " | |",
                String.format(Locale.ROOT, "| import by csv | %.1f s, %,.0f a second | |", imported, size / imported),
                String.format(Locale.ROOT, "| export of all as csv | %.1f s | |", exported)));
        return all.percentile(0.95) <= LIMIT;
    }
}
