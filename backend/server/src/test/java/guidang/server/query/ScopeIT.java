package guidang.server.query;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.server.access.Scope;
import guidang.server.index.Archive;
import guidang.server.index.Archive.Paper;
import guidang.server.query.ReportQuestion.Sort;
import guidang.server.query.ReportQuestion.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// No answer differs by what lies outside the caller's scope: two archives that
/// are the same within it, and not outside, answer alike.
class ScopeIT {
    private static final String[] WORDS = {"党性", "纪律", "整改", "廉"};
    private static final int TREES = 6;

    private final Map<String, String> paths = new HashMap<>();

    @Test
    void whatLiesOutsideLeavesNoTrace() {
        for (int seed = 0; seed < TREES; seed++) {
            Random random = new Random(seed);
            List<String> tree = tree(random, seed);
            Scope scope = scope(random, tree);
            try (Archive whole = new Archive();
                    Archive within = new Archive();
                    QueryFixture one = index(whole, "scope-whole-" + seed + "-");
                    QueryFixture other = index(within, "scope-within-" + seed + "-")) {
                fill(random, tree, scope, whole, within);
                for (ReportQuestion question : questions(tree)) {
                    ReportAnswer seen = ask(one, scope, question, whole.journal().position());
                    ReportAnswer alone = ask(other, scope, question, within.journal().position());
                    assertThat(facts(seen)).as("seed %d, scope %s, %s", seed, scope, question).isEqualTo(facts(alone));
                    assertThat(seen.found()).allSatisfy(
                            f -> assertThat(scope.includes(Objects.requireNonNull(paths.get(f.organization())))).isTrue());
                }
            }
        }
    }

    /// Scores may differ: a term's frequency is counted over the whole index. All
    /// that is shown may not.
    private static List<Object> facts(ReportAnswer answer) {
        return List.of(answer.total(), answer.facets(), answer.next() == null,
                answer.found().stream().map(f -> f.toString()).sorted().toList());
    }

    private QueryFixture index(Archive archive, String prefix) {
        return new QueryFixture(prefix, archive.journal(), archive.blobs,
                code -> Optional.ofNullable(paths.get(code.value())));
    }

    private static ReportAnswer ask(QueryFixture index, Scope scope, ReportQuestion q, long position) {
        return Objects.requireNonNull(
                index.reports.search(scope, new ReportQuestion(q.words(), q.below(), q.campaign(), q.documentType(),
                        q.month(), q.state(), q.sort(), q.size(), q.after(), q.levels(), position)).block());
    }

    /// Codes that begin alike, so that a prefix without its slash would leak.
    private List<String> tree(Random random, int seed) {
        List<String> all = new ArrayList<>(List.of("T" + seed + "/"));
        paths.put("T" + seed, all.getFirst());
        for (int i = 0; i < 25; i++) {
            String parent = all.get(random.nextInt(all.size()));
            String code = "T" + seed + "-" + i;
            paths.put(code, parent + code + "/");
            all.add(parent + code + "/");
        }
        return all;
    }

    private static Scope scope(Random random, List<String> tree) {
        Set<String> subtrees = new HashSet<>();
        Set<String> exactly = new HashSet<>();
        for (int i = random.nextInt(2); i >= 0; i--) {
            subtrees.add(tree.get(1 + random.nextInt(tree.size() - 1)));
        }
        if (random.nextBoolean()) {
            exactly.add(tree.get(random.nextInt(tree.size())));
        }
        return random.nextInt(4) == 0 ? new Scope(Set.of(), exactly) : new Scope(subtrees, exactly);
    }

    private static void fill(Random random, List<String> tree, Scope scope, Archive whole, Archive within) {
        for (int i = 0; i < 60; i++) {
            String path = tree.get(random.nextInt(tree.size()));
            String words = WORDS[random.nextInt(WORDS.length)] + "。" + WORDS[random.nextInt(WORDS.length)];
            Paper paper = Paper.of(Paths.code(path), "报告" + words, words).campaign("C" + random.nextInt(3))
                    .document("D" + random.nextInt(3))
                    .received("2026-0" + (1 + random.nextInt(5)) + "-10T00:00:00Z");
            whole.file("r" + i, paper);
            if (scope.includes(path)) {
                within.file("r" + i, paper);
            }
        }
    }

    private static List<ReportQuestion> questions(List<String> tree) {
        List<ReportQuestion> all = new ArrayList<>();
        OrganizationLevels levels = new OrganizationLevels(List.of(tree.getFirst(), tree.get(1)), List.of(tree.get(2)));
        for (String word : WORDS) {
            for (State state : State.values()) {
                all.add(new ReportQuestion(List.of(new Word(word, false)), null, null, null, null, state, Sort.BEST, 100, null,
                        levels, 0));
            }
            all.add(new ReportQuestion(List.of(new Word(word, true)), tree.get(3), null, null, null, State.ALL, Sort.NEWEST, 100,
                    null,
                    levels, 0));
            all.add(new ReportQuestion(List.of(), null, "C1", "D1", "2026-03", State.ALL, Sort.NEWEST, 100, null, levels, 0));
        }
        return all;
    }
}
