package guidang.server.query;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.server.access.Scope;
import guidang.server.campaigns.RequiredDocument;
import guidang.server.campaigns.RunningCampaigns;
import guidang.server.index.Archive;
import guidang.server.index.Archive.Paper;
import guidang.server.index.Comparison;
import guidang.server.index.IndexFixture;
import guidang.server.index.Lane;
import guidang.server.kernel.Code;
import guidang.server.kernel.Period;
import guidang.server.query.FiguresAnswer.Figures;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/// Figures against counting by hand, for random trees, filings and callers.
class FiguresIT {
    private static final List<RequiredDocument> DOCUMENTS = List.of(document("PLAN", "2026-01-31", false),
            document("SELF-EXAM", "2026-03-31", true),
            document("MEETING", "2099-12-31", true));

    private static RequiredDocument document(String type, String due, boolean required) {
        return new RequiredDocument(new Code(type), new Period("2026"), LocalDate.parse(due), required);
    }

    /// What is known of one slot: how many versions were filed, and whether the
    /// last one that is not void is there.
    private record Slot(String path, RequiredDocument document) {}

    @Test
    void countsWhatWasFiledAndNothingOutsideTheScope() {
        for (int seed = 0; seed < 4; seed++) {
            Random random = new Random(seed);
            List<String> tree = tree(random);
            Map<String, String> paths = new HashMap<>();
            tree.forEach(path -> paths.put(Paths.code(path), path));
            try (Archive archive = new Archive()) {
                RunningCampaigns campaigns = new RunningCampaigns(archive.journal(), archive.blobs);
                try (QueryFixture index = new QueryFixture("figures-" + seed + "-", archive.journal(),
                        archive.blobs, code -> Optional.ofNullable(paths.get(code.value())), campaigns)) {
                    long position = campaigns.open(new Code("ZT2026"), DOCUMENTS, tree, 10).position();
                    Set<Slot> delivered = new HashSet<>();
                    position = Math.max(position, file(random, archive, tree, delivered));
                    check(random, index, tree, delivered, position);
                    Comparison comparison = index.beneath.rebuilt(Lane.OBLIGATIONS);
                    assertThat(comparison.same()).as("%s", comparison).isTrue();
                    assertThat(comparison.found()).isGreaterThan(tree.size() * 3L);
                    check(random, index, tree, delivered, position);
                }
            }
        }
    }

    private static List<String> tree(Random random) {
        List<String> all = new ArrayList<>(List.of("ROOT/"));
        for (int i = 0; i < 30; i++) {
            all.add(all.get(random.nextInt(all.size())) + "O" + i + "/");
        }
        return all;
    }

    private static long file(Random random, Archive archive, List<String> tree, Set<Slot> delivered) {
        long position = 0;
        for (int i = 0; i < 60; i++) {
            String path = tree.get(random.nextInt(tree.size()));
            RequiredDocument document = DOCUMENTS.get(random.nextInt(DOCUMENTS.size()));
            Slot slot = new Slot(path, document);
            Paper paper = Paper.of(Paths.code(path), "报告", "正文").document(document.type().value());
            if (delivered.contains(slot)) {
                continue;
            }
            position = archive.file("f" + i, paper).position();
            delivered.add(slot);
            if (random.nextInt(4) == 0) {
                position = archive.withdraw("f" + i, paper).position();
                delivered.remove(slot);
            }
        }
        return position;
    }

    private static void check(Random random, QueryFixture index, List<String> tree, Set<Slot> delivered, long position) {
        for (int i = 0; i < 12; i++) {
            Set<String> subtrees = random.nextInt(3) == 0 ? Set.of() : Set.of(tree.get(random.nextInt(tree.size())));
            Set<String> exactly = random.nextBoolean() ? Set.of() : Set.of(tree.get(random.nextInt(tree.size())));
            Scope scope = i == 0 ? IndexFixture.EVERYTHING : new Scope(subtrees, exactly);
            String parent = tree.get(random.nextInt(5));
            FiguresAnswer answer = Objects.requireNonNull(index.figures.asOf(null, position).flatMap(asOf -> index.figures
                    .figures(scope, ObligationFilter.of("ZT2026", parent), new OrganizationLevels(List.of(parent), List.of()),
                            asOf))
                    .block());
            String what = scope + " below " + parent;
            assertThat(answer.total()).as(what)
                    .isEqualTo(counted(tree, delivered, p -> p.startsWith(parent) && scope.includes(p)));
            assertThat(answer.own()).as(what).isEqualTo(counted(tree, delivered, p -> p.equals(parent) && scope.includes(p)));
            tree.stream().filter(p -> p.matches(parent + "[^/]+/")).forEach(child -> assertThat(
                    answer.rows().getOrDefault(child, Figures.NONE)).as(what + ", row " + child)
                    .isEqualTo(counted(tree, delivered, p -> p.startsWith(child) && scope.includes(p))));
            assertThat(answer.rows().keySet()).as(what).allMatch(p -> p.matches(parent + "[^/]+/"));
        }
    }

    private static Figures counted(List<String> tree, Set<Slot> delivered, Predicate<String> seen) {
        List<String> organizations = tree.stream().filter(seen).toList();
        long done = delivered.stream().filter(s -> s.document.required() && seen.test(s.path)).count();
        long overdue = organizations.stream().filter(p -> !delivered.contains(new Slot(p, DOCUMENTS.get(1)))).count();
        long complete = organizations.stream().filter(p -> delivered.contains(new Slot(p, DOCUMENTS.get(1)))
                && delivered.contains(new Slot(p, DOCUMENTS.get(2)))).count();
        // All came on 20 March, before they were due.
        return new Figures(organizations.size() * 2L, done, overdue, done, done + overdue, 0, done, 0, 0, 0,
                organizations.size(), complete);
    }
}
