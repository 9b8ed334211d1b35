package guidang.server.query;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.server.access.Scope;
import guidang.server.campaigns.RequiredDocument;
import guidang.server.campaigns.RunningCampaigns;
import guidang.server.index.Archive;
import guidang.server.index.Archive.Paper;
import guidang.server.kernel.Code;
import guidang.server.kernel.Period;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// No statistic differs by what lies outside the caller's scope: two archives
/// in which the same happened within it, and of which one has nothing else,
/// answer alike, for every question and moment.
class StatisticsScopeIT {
    private static final int TREES = 4;
    private static final List<RequiredDocument> DOCUMENTS = List.of(document("PLAN", "2026-01-31", false),
            document("SELF-EXAM", "2026-03-31", true), document("MEETING", "2026-05-31", true));

    private static RequiredDocument document(String type, String due, boolean required) {
        return new RequiredDocument(new Code(type), new Period("2026"), LocalDate.parse(due), required);
    }

    /// An archive with its index.
    private record Side(StepClock clock, Archive archive, RunningCampaigns campaigns, QueryFixture index) {
        static Side of(String prefix, Map<String, String> paths) {
            StepClock clock = new StepClock("2026-01-05T02:00:00Z");
            Archive archive = new Archive(clock);
            RunningCampaigns campaigns = new RunningCampaigns(archive.journal(), archive.blobs);
            return new Side(clock, archive, campaigns, new QueryFixture(prefix, archive.journal(),
                    archive.blobs, code -> Optional.ofNullable(paths.get(code.value())), campaigns));
        }

        void close() {
            index.close();
            archive.close();
        }
    }

    @Test
    void whatLiesOutsideLeavesNoTrace() {
        for (int seed = 0; seed < TREES; seed++) {
            Random random = new Random(seed);
            List<String> tree = tree(random, seed);
            Map<String, String> paths = new HashMap<>();
            tree.forEach(path -> paths.put(Paths.code(path), path));
            Scope scope = scope(random, tree);
            Side whole = Side.of("stat-whole-" + seed + "-", paths);
            Side within = Side.of("stat-within-" + seed + "-", paths);
            try {
                fill(random, tree, scope, whole, within);
                for (String moment : List.of("2026-01-06T00:00:00Z", "2026-02-01T00:00:00Z", "2026-03-31T15:59:59.999Z",
                        "2026-04-10T00:00:00Z", "2026-07-01T00:00:00Z")) {
                    for (String below : List.of(tree.getFirst(), tree.get(1), tree.get(3))) {
                        assertThat(asked(whole, scope, moment, below))
                                .as("seed %d, %s, at %s, below %s", seed, scope, moment, below)
                                .isEqualTo(asked(within, scope, moment, below));
                    }
                }
            } finally {
                whole.close();
                within.close();
            }
        }
    }

    /// Every question there is, but for the position that answers carry.
    private static List<Object> asked(Side side, Scope scope, String moment, String below) {
        QueryFixture index = side.index;
        AsOf asOf = Objects.requireNonNull(
                index.figures.asOf(java.time.Instant.parse(moment), side.archive.journal().position()).block());
        ObligationFilter filter = ObligationFilter.of("ZT2026", below);
        OrganizationLevels levels = new OrganizationLevels(List.of(below), List.of(below));
        List<Object> all = new ArrayList<>();
        FiguresAnswer figures = Objects.requireNonNull(index.figures.figures(scope, filter, levels, asOf).block());
        all.addAll(List.of(figures.rows(), figures.own(), figures.total()));
        for (By by : By.values()) {
            FiguresAnswer grouped = Objects.requireNonNull(index.figures.figures(scope, filter, by, asOf).block());
            all.addAll(List.of(grouped.rows(), grouped.total()));
        }
        all.add(Objects.requireNonNull(index.figures.matrix(scope, filter, levels, asOf).block()));
        all.add(Objects.requireNonNull(index.figures.pulse(scope, filter, asOf).block()));
        all.add(Objects.requireNonNull(index.curves.curve(scope, filter, asOf).block()));
        all.add(Objects.requireNonNull(index.curves.ages(scope, filter, List.of(3, 7, 30), asOf).block()));
        AspectIndex.AspectsAnswer aspects = Objects.requireNonNull(index.aspects.aspects(scope, filter, levels, asOf).block());
        all.addAll(List.of(aspects.rows(), aspects.total()));
        for (Show show : Show.values()) {
            ObligationIndex.Question question = new ObligationIndex.Question(filter, show, 1, ObligationIndex.Sort.TREE);
            all.add(Objects.requireNonNull(index.obligations.page(scope, question, asOf, List.of(), 500).block()));
            all.add(Objects.requireNonNull(index.obligations.all(scope, question, asOf).collectList().block()));
        }
        return all;
    }

    /// Codes that begin alike, so that a prefix without its slash would leak.
    private static List<String> tree(Random random, int seed) {
        List<String> all = new ArrayList<>(List.of("S" + seed + "/"));
        for (int i = 0; i < 20; i++) {
            all.add(all.get(random.nextInt(all.size())) + "S" + seed + "-" + i + "/");
        }
        return all;
    }

    private static Scope scope(Random random, List<String> tree) {
        Set<String> subtree = Set.of(tree.get(1 + random.nextInt(tree.size() - 1)));
        Set<String> exactly = random.nextBoolean() ? Set.of(tree.get(random.nextInt(tree.size()))) : Set.of();
        return random.nextInt(4) == 0 ? new Scope(Set.of(), exactly) : new Scope(subtree, exactly);
    }

    private static void fill(Random random, List<String> tree, Scope scope, Side whole, Side within) {
        Code campaign = new Code("ZT2026");
        whole.campaigns.open(campaign, DOCUMENTS, tree, 100);
        List<String> seen = tree.stream().filter(scope::includes).toList();
        within.campaigns.open(campaign, DOCUMENTS, seen.isEmpty() ? List.of("ELSEWHERE/") : seen, 100);
        for (int i = 0; i < 80; i++) {
            Duration pause = Duration.ofHours(1 + random.nextInt(60));
            whole.clock.advance(pause);
            within.clock.advance(pause);
            String path = tree.get(random.nextInt(tree.size()));
            Paper paper = Paper.of(Paths.code(path), "报告", "正文").campaign("ZT2026")
                    .document(DOCUMENTS.get(random.nextInt(3)).type().value()).received(whole.clock.instant().toString());
            int act = random.nextInt(6);
            happen(whole.archive, i, act, paper);
            if (scope.includes(path)) {
                happen(within.archive, i, act, paper);
            }
        }
    }

    private static void happen(Archive archive, int i, int act, Paper paper) {
        String key = "f" + i;
        archive.file(key, paper);
        switch (act) {
            case 0 -> archive.withdraw(key, paper);
            case 1 -> archive.giveBack(key, paper);
            case 2 -> archive.accept(key, paper);
            case 3 -> archive.exempt(key, paper);
            default -> {
            }
        }
    }
}
