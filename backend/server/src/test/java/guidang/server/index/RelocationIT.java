package guidang.server.index;

import static guidang.server.query.QueryFixture.over;
import static org.assertj.core.api.Assertions.assertThat;

import guidang.server.access.Scope;
import guidang.server.campaigns.RunningCampaigns;
import guidang.server.index.Archive.Paper;
import guidang.server.kernel.Code;
import guidang.server.kernel.Problem;
import guidang.server.organizations.OrganizationStatus;
import guidang.server.organizations.Organizations;
import guidang.server.organizations.TestOrganizations;
import guidang.server.query.FacetCount;
import guidang.server.query.OrganizationLevels;
import guidang.server.query.QueryFixture;
import guidang.server.query.ReportAnswer;
import guidang.server.query.ReportQuestion;
import guidang.server.query.Word;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/// What is indexed follows an organisation that moves; from the moment of the
/// move it is found from the new place alone.
class RelocationIT {
    private static final Word WORD = new Word("党性", false);
    private final Archive archive = new Archive();
    private final TestOrganizations tree = new TestOrganizations(archive.journal(), archive.blobs);
    private final Organizations organizations = tree.organizations();
    private final List<IndexFixture> replicas = new ArrayList<>();

    @AfterEach
    void end() {
        replicas.forEach(IndexFixture::close);
        archive.close();
    }

    private IndexFixture replica(String prefix, String name) {
        IndexFixture replica = new IndexFixture(IndexFixture.Node.uri(), prefix, name, archive.journal(), archive.blobs,
                organizations);
        replicas.add(replica);
        return replica;
    }

    private Scope below(String code) {
        return new Scope(Set.of(organizations.path(new Code(code)).orElseThrow()), Set.of());
    }

    private Scope exactly(String code) {
        return new Scope(Set.of(), Set.of(organizations.path(new Code(code)).orElseThrow()));
    }

    private static Paper paper(String organization, int n) {
        return Paper.of(organization, "报告" + n, "党性 第" + n + "号 " + "正文内容。".repeat(60));
    }

    /// A node that is busy for a moment is asked again.
    private static ReportAnswer find(IndexFixture index, Scope scope, long position) {
        return Objects.requireNonNull(over(index).reports.search(scope, QueryFixture.question(position, WORD))
                .retryWhen(Retry.backoff(8, Duration.ofMillis(200)).filter(Problem.class::isInstance))
                .block(Duration.ofMinutes(3)));
    }

    /// Of those below it, as its officer sees them.
    private List<FacetCount> facet(IndexFixture index, String code) {
        var levels = new OrganizationLevels(List.of(organizations.path(new Code(code)).orElseThrow()), List.of());
        var question = new ReportQuestion(List.of(WORD), null, null, null, null, ReportQuestion.State.CURRENT,
                ReportQuestion.Sort.BEST, 20, null, levels, 0);
        return Objects.requireNonNull(over(index).reports.search(below(code), question)
                .retryWhen(Retry.backoff(8, Duration.ofMillis(200)).filter(Problem.class::isInstance)).block()).facets()
                .organizations();
    }

    private static long count(IndexFixture index, Scope scope) {
        return find(index, scope, 0).total();
    }

    @Test
    void searchesOfBothSidesAreRightWhileARebuildRunsAndIsKilled() {
        tree.branches("ROOT", List.of("P", "Q"));
        tree.branches("P", List.of("A"));
        List<String> branches = IntStream.range(0, 40).mapToObj(i -> "A" + i).toList();
        tree.branches("A", branches);
        IndexFixture first = replica("relocate-kill-", "a");
        long filed = 0;
        for (int i = 0; i < 1200; i++) {
            filed = archive.file("r" + i, paper(branches.get(i % 40), i).document("D" + i)).position();
        }
        assertThat(find(first, below("P"), filed).total()).isEqualTo(1200);
        first.projector.stop();
        tree.move("A", "Q");
        // Nothing has followed yet.
        assertThat(count(first, below("P"))).isZero();
        assertThat(count(first, below("Q"))).isEqualTo(1200);
        assertThat(count(first, exactly("A7"))).isEqualTo(30);
        assertThat(count(first, below("A7"))).isEqualTo(30);
        assertThat(count(first, IndexFixture.EVERYTHING)).isEqualTo(1200);
        assertThat(facet(first, "Q")).containsExactly(new FacetCount("A", 1200));
        AtomicInteger left = new AtomicInteger();
        AtomicInteger fewest = new AtomicInteger(Integer.MAX_VALUE);
        IndexFixture second = replica("relocate-kill-", "a");
        Scope old = below("P");
        Scope now = below("Q");
        Disposable searching = Flux.interval(Duration.ofMillis(10)).onBackpressureDrop()
                .concatMap(t -> over(second).reports.search(old, QueryFixture.question(0, WORD))
                        .zipWith(over(second).reports.search(now, QueryFixture.question(0, WORD)))
                        .onErrorResume(Problem.class, busy -> Mono.empty()))
                .subscribe(both -> {
                    left.accumulateAndGet((int) both.getT1().total(), Math::max);
                    fewest.accumulateAndGet((int) both.getT2().total(), Math::min);
                });
        second.rebuild.request(Lane.REPORTS).block();
        IndexFixture.await("half-way", () -> second.meta.rebuilding(Lane.REPORTS).blockOptional()
                .filter(r -> r.phase() != Rebuilding.Phase.REQUESTED).isPresent());
        // Moved once more while it is filled; then killed.
        tree.move("A7", "P");
        second.projector.stop();
        assertThat(count(second, below("P"))).isEqualTo(30);
        assertThat(count(second, below("Q"))).isEqualTo(1170);
        searching.dispose();
        assertThat(left.get()).as("found at the old place").isLessThanOrEqualTo(30);
        assertThat(fewest.get()).as("found at the new place").isGreaterThanOrEqualTo(1170);
        IndexFixture third = replica("relocate-kill-", "a");
        third.rebuiltAsAsked(Lane.REPORTS);
        followed(third);
        assertThat(count(third, below("P"))).isEqualTo(30);
        assertThat(count(third, below("Q"))).isEqualTo(1170);
        assertThat(count(third, exactly("A8"))).isEqualTo(30);
    }

    private void followed(IndexFixture index) {
        IndexFixture.await("followed", () -> index.whereabouts.stale(Lane.REPORTS).isEmpty()
                && index.whereabouts.stale(Lane.PASSAGES).isEmpty());
    }

    /// Random trees, moves and mergers, filings in between: each scope finds what
    /// its organisations filed, before the documents followed, half-way, and
    /// afterwards; and a rebuild comes to the same.
    @Test
    void eachScopeFindsWhatBelongsToItInAnyHistory() {
        for (int seed = 0; seed < 4; seed++) {
            Random random = new Random(seed);
            String mark = "S" + seed + "-";
            List<String> codes = grow(random, mark);
            IndexFixture index = replica("relocate-random-" + seed + "-", "a");
            Map<String, Integer> filed = new HashMap<>();
            for (int round = 0; round < 4; round++) {
                file(random, mark + round, codes, filed);
                find(index, IndexFixture.EVERYTHING, archive.journal().position());
                if (round % 2 == 1) {
                    index.projector.stop();
                }
                shuffle(random, codes);
                if (round % 2 == 1) {
                    agree(seed, index, codes, filed);
                    index.projector.start();
                }
                find(index, IndexFixture.EVERYTHING, archive.journal().position());
                agree(seed, index, codes, filed);
            }
            followed(index);
            agree(seed, index, codes, filed);
            agreeOnTurns(seed, index, codes, filed);
            index.rebuilt(Lane.REPORTS);
            index.rebuilt(Lane.PASSAGES);
            agree(seed, index, codes, filed);
            agreeOnTurns(seed, index, codes, filed);
            index.projector.stop();
        }
    }

    /// From the tree as it is, without any of the code that is tested.
    private String turnOf(String organization) {
        List<Organizations.Place> lineage = java.util.stream.Stream
                .of(organizations.path(new Code(organization)).orElseThrow().split("/"))
                .map(code -> organizations.place(new Code(code)).orElseThrow())
                .filter(place -> place.status() == OrganizationStatus.OPEN).toList();
        return lineage.get(Math.max(0, lineage.size() - 2)).code().value();
    }

    private long waitingFor(IndexFixture index, Scope scope, ReportQuestion.Turn turn) {
        ReportQuestion all = QueryFixture.question(0);
        return Objects.requireNonNull(over(index).reports.search(scope, new ReportQuestion(List.of(), null, null, null, null,
                ReportQuestion.State.CURRENT, ReportQuestion.Sort.OLDEST, 20, null, all.levels(), 0, turn))
                .retryWhen(Retry.backoff(8, Duration.ofMillis(200)).filter(Problem.class::isInstance)).block()).total();
    }

    private void agreeOnTurns(int seed, IndexFixture index, List<String> codes, Map<String, Integer> filed) {
        Map<String, Long> waiting = new HashMap<>();
        filed.forEach((code, reports) -> waiting.merge(turnOf(code), (long) reports, Long::sum));
        for (String code : codes) {
            assertThat(waitingFor(index, below(codes.getFirst()), new ReportQuestion.Turn(List.of(code), true)))
                    .as("seed %d, turn of %s", seed, code).isEqualTo(waiting.getOrDefault(code, 0L));
        }
        long others = waiting.entrySet().stream().filter(each -> !codes.subList(0, 3).contains(each.getKey()))
                .mapToLong(Map.Entry::getValue).sum();
        assertThat(waitingFor(index, below(codes.getFirst()), new ReportQuestion.Turn(codes.subList(0, 3), false)))
                .as("seed %d, turn of others", seed).isEqualTo(others);
    }

    @Test
    void theTurnGoesFromLevelToLevelAndFollowsTheTree() {
        tree.branches("ROOT", List.of("TP", "TQ"));
        tree.branches("TP", List.of("TA"));
        tree.branches("TA", List.of("TB"));
        new RunningCampaigns(archive.journal(), archive.blobs).open(new Code("TURN"), List.of(1, 2), List.of("ROOT/TP/TA/TB/"));
        IndexFixture index = replica("relocate-turn-", "a");
        Paper paper = paper("TB", 1).campaign("TURN");
        find(index, IndexFixture.EVERYTHING, archive.file("turn", paper).position());
        turn(index, "TA");
        find(index, IndexFixture.EVERYTHING, archive.accept("turn", paper, "TA", false).position());
        turn(index, "TP");
        find(index, IndexFixture.EVERYTHING, tree.move("TA", "TQ").position());
        followed(index);
        turn(index, "TQ");
        find(index, IndexFixture.EVERYTHING, archive.giveBack("turn", paper).position());
        turn(index, null);
        find(index, IndexFixture.EVERYTHING, archive.file("turn2", paper).position());
        turn(index, "TA");
        tree.merge("TB", "TA");
        find(index, IndexFixture.EVERYTHING, archive.journal().position());
        followed(index);
        turn(index, "TQ");
        find(index, IndexFixture.EVERYTHING, archive.accept("turn2", paper, "TQ", true).position());
        turn(index, null);
    }

    private void turn(IndexFixture index, @Nullable String whose) {
        for (String code : List.of("ROOT", "TP", "TQ", "TA", "TB")) {
            assertThat(waitingFor(index, IndexFixture.EVERYTHING, new ReportQuestion.Turn(List.of(code), true))).as(code)
                    .isEqualTo(code.equals(whose) ? 1 : 0);
        }
    }

    private List<String> grow(Random random, String mark) {
        List<String> codes = new ArrayList<>(List.of(mark + "TOP"));
        tree.branches("ROOT", codes);
        for (int i = 0; i < 12; i++) {
            String code = mark + i;
            tree.branches(codes.get(random.nextInt(codes.size())), List.of(code));
            codes.add(code);
        }
        return codes;
    }

    private void file(Random random, String mark, List<String> codes, Map<String, Integer> filed) {
        for (int i = 0; i < 60; i++) {
            String code = codes.get(random.nextInt(codes.size()));
            // A slot holds one current report: another document each time.
            archive.file(mark + "-" + i, paper(code, i).document("D" + mark.charAt(mark.length() - 1) + "-" + i));
            filed.merge(code, 1, Integer::sum);
        }
    }

    private void shuffle(Random random, List<String> codes) {
        for (int i = 0; i < 5; i++) {
            String code = codes.get(1 + random.nextInt(codes.size() - 1));
            String parent = codes.get(random.nextInt(codes.size()));
            try {
                if (random.nextInt(5) == 0) {
                    tree.merge(code, parent);
                } else {
                    tree.move(code, parent);
                }
            } catch (RuntimeException refused) {
                // A circle, or one that is not at work.
            }
        }
    }

    private void agree(int seed, IndexFixture index, List<String> codes, Map<String, Integer> filed) {
        for (String code : codes) {
            String path = organizations.path(new Code(code)).orElseThrow();
            long subtree = filed.entrySet().stream()
                    .filter(each -> organizations.path(new Code(each.getKey())).orElseThrow().startsWith(path))
                    .mapToLong(Map.Entry::getValue).sum();
            assertThat(count(index, below(code))).as("seed %d, below %s", seed, code).isEqualTo(subtree);
            assertThat(count(index, exactly(code))).as("seed %d, at %s", seed, code)
                    .isEqualTo(filed.getOrDefault(code, 0).longValue());
        }
    }
}
