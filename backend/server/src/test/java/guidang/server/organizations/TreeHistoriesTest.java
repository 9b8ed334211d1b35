package guidang.server.organizations;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.server.access.Caller;
import guidang.server.access.Grant;
import guidang.server.access.Role;
import guidang.server.journal.Command;
import guidang.server.journal.Journal;
import guidang.server.journal.TestJournal;
import guidang.server.kernel.Code;
import guidang.server.kernel.Digests;
import guidang.server.kernel.OperationId;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.objects.Blobs;
import guidang.server.objects.MemoryObjects;
import guidang.server.organizations.OrganizationRecord.Act;
import guidang.server.organizations.TreeModel.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Random histories of the tree, over the real journal, against a naive model.
class TreeHistoriesTest {
    private static final Caller CHEN = new Caller("chen", "陈", Set.of(new Grant(Role.ADMINISTRATOR, new Code("ROOT"))));
    private static final Blobs.Ref DETAILS = new Blobs.Ref(Digests.hex(new byte[0]), 0);
    private static final Act ACT = new Act(Instant.EPOCH, "chen");
    private static final List<String> ACTS = List.of("create", "create", "create", "move", "move", "move", "rename", "retype",
            "merge", "close", "close", "reopen", "reopen");
    private static final int UNITS = 14;

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    /// The room as one replica wires it.
    private static final class Replica {
        final Tree tree = new Tree();
        final Organizations organizations = new Organizations(tree);
        final Journal journal;

        Replica(Journal journal, Blobs blobs) {
            this.journal = journal;
            await(new TreeStart(journal, tree, blobs, new OrganizationsSettings("ROOT", "根", DataSize.ofMegabytes(1)))
                    .grown().thenReturn(true));
        }

        Mono<Optional<ProblemType>> take(String key, Step step) {
            return journal.submit(command(key, step)).map(_ -> Optional.<ProblemType>empty())
                    .onErrorResume(Problem.class, refused -> Mono.just(Optional.of(refused.type())));
        }

        private Command command(String key, Step step) {
            Code code = new Code(step.code());
            Code other = new Code(step.other());
            OrganizationRecord record = switch (step.act()) {
                case "create" -> new OrganizationRecord.Created(other, OrganizationType.BRANCH, null, DETAILS, ACT);
                case "move" -> new OrganizationRecord.Moved(other, DETAILS, ACT);
                case "rename" -> new OrganizationRecord.Renamed(DETAILS, ACT);
                case "retype" -> new OrganizationRecord.Retyped(OrganizationType.GENERAL_BRANCH, 3, DETAILS, ACT);
                case "merge" -> new OrganizationRecord.Merged(other, DETAILS, ACT);
                case "close" -> new OrganizationRecord.Closed(DETAILS, ACT);
                default -> new OrganizationRecord.Reopened(other, DETAILS, ACT);
            };
            return new Command(OperationId.of("chen", "step", key), key,
                    new Changes(CHEN, organizations, List.of(new Changes.Change(code, record, Changes.Change.ANY))));
        }
    }

    private static Step step(Random random) {
        return new Step(ACTS.get(random.nextInt(ACTS.size())), unit(random), unit(random));
    }

    private static String unit(Random random) {
        int unit = random.nextInt(UNITS + 1);
        return unit == 0 ? "ROOT" : "U" + unit;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theTreeIsWhatTheModelSaysAtEveryCommit(long seed) {
        Random random = new Random(seed);
        MemoryObjects archive = MemoryObjects.archive();
        try (TestJournal open = new TestJournal(archive, "a"); TestJournal late = new TestJournal(archive, "b")) {
            Replica replica = new Replica(open.journal(), new Blobs(archive));
            TreeModel model = new TreeModel();
            for (int i = 0; i < 150; i++) {
                Step step = step(random);
                assertThat(await(replica.take("s" + i, step))).as("seed %d, step %d, %s", seed, i, step)
                        .isEqualTo(model.take(step));
            }
            await(late.journal().await(open.journal().position(), Duration.ofSeconds(20)));
            agree(seed, replica, model);
            // One that starts later reads the same from the journal.
            agree(seed, new Replica(late.journal(), new Blobs(archive)), model);
        }
    }

    private static void agree(long seed, Replica replica, TreeModel model) {
        Organizations tree = replica.organizations;
        assertThat(tree.position()).isEqualTo(model.views() - 1);
        for (int view = 0; view < model.views(); view++) {
            for (int unit = 0; unit <= UNITS; unit++) {
                String name = unit == 0 ? "ROOT" : "U" + unit;
                Code code = new Code(name);
                assertThat(tree.pathAt(code, view)).as("seed %d, view %d, %s", seed, view, name)
                        .isEqualTo(model.path(name, view));
                assertThat(tree.childrenAt(code, view)).as("seed %d, below %s in view %d", seed, name, view)
                        .isEqualTo(model.children(name, view).stream().map(Code::new).toList());
            }
        }
        int now = model.views() - 1;
        model.at(now).forEach((code, unit) -> {
            assertThat(tree.successor(new Code(code))).isEqualTo(new Code(model.successor(code)));
            assertThat(tree.place(new Code(code)).orElseThrow().status().text()).isEqualTo(unit.status);
            assertThat(tree.children(new Code(code))).isEqualTo(model.children(code, now).stream().map(Code::new).toList());
        });
        follows(seed, replica, model, now);
    }

    /// Whoever lies elsewhere than in an earlier view lies, or lay, below one that
    /// was relocated since.
    private static void follows(long seed, Replica replica, TreeModel model, int now) {
        for (int view = 0; view < now; view++) {
            Set<String> relocated = new HashSet<>();
            replica.organizations.relocations(view).forEach(each -> relocated.add(each.organization().value()));
            int then = view;
            model.at(view).keySet().forEach(code -> {
                String before = model.path(code, then).orElseThrow();
                boolean told = List.of(before.split("/")).stream().anyMatch(relocated::contains);
                assertThat(told || before.equals(model.path(code, now).orElseThrow()))
                        .as("seed %d, %s since view %d", seed, code, then).isTrue();
            });
        }
    }

    /// Both replicas move and close at will; whatever the order in which the
    /// journal takes it, the tree stays one.
    @ParameterizedTest
    @MethodSource("seeds")
    void twoReplicasAtOnceNeverMakeACircleOrAnOrphan(long seed) {
        MemoryObjects archive = MemoryObjects.archive();
        try (TestJournal one = new TestJournal(archive, "a"); TestJournal other = new TestJournal(archive, "b")) {
            Replica left = new Replica(one.journal(), new Blobs(archive));
            Replica right = new Replica(other.journal(), new Blobs(archive));
            IntStream.rangeClosed(1, UNITS).forEach(i -> await(left.take("c" + i, new Step("create", "U" + i, "ROOT"))));
            Random random = new Random(seed);
            List<Mono<Optional<ProblemType>>> all = new ArrayList<>();
            for (int i = 0; i < 120; i++) {
                Step step = step(random);
                all.add((random.nextBoolean() ? left : right).take("s" + i, step));
            }
            await(Flux.merge(Flux.fromIterable(all), 16).collectList());
            await(other.journal().await(one.journal().position(), Duration.ofSeconds(20)));
            await(one.journal().await(other.journal().position(), Duration.ofSeconds(20)));
            Replica fresh = new Replica(one.journal(), new Blobs(archive));
            fresh.tree.all().forEach(node -> {
                Deep.check(node);
                assertThat(right.tree.find(node.code()).orElseThrow().path()).isEqualTo(node.path());
                assertThat(left.tree.find(node.code()).orElseThrow().path()).isEqualTo(node.path());
            });
        }
    }

    private static final class Deep {
        /// Up to the root, without meeting itself; above one at work are only those
        /// at work.
        static void check(TreeNode node) {
            Set<TreeNode> met = new HashSet<>();
            for (TreeNode at = node; at != null; at = at.parent()) {
                assertThat(met.add(at)).as("circle at %s", at.code()).isTrue();
                assertThat(!node.open() || at.open()).as("%s above %s", at.code(), node.code()).isTrue();
                assertThat(at.parent() != null || at.code().value().equals("ROOT")).isTrue();
            }
        }
    }

    @Test
    void twoMovesThatTogetherMakeACircleAreNotBothDone() {
        MemoryObjects archive = MemoryObjects.archive();
        try (TestJournal one = new TestJournal(archive, "a"); TestJournal other = new TestJournal(archive, "b")) {
            Replica left = new Replica(one.journal(), new Blobs(archive));
            Replica right = new Replica(other.journal(), new Blobs(archive));
            for (int i = 0; i < 20; i++) {
                String a = "A" + i;
                String b = "B" + i;
                await(left.take("a" + i, new Step("create", a, "ROOT")));
                await(left.take("b" + i, new Step("create", b, "ROOT")));
                List<Optional<ProblemType>> both = await(Mono.zip(left.take("ab" + i, new Step("move", a, b)),
                        right.take("ba" + i, new Step("move", b, a)), List::of));
                assertThat(both).containsExactlyInAnyOrder(Optional.empty(), Optional.of(ProblemType.ORGANIZATION_CIRCLE));
            }
        }
    }

    @Test
    void nobodyIsMadeBelowOneThatIsBeingClosed() {
        MemoryObjects archive = MemoryObjects.archive();
        try (TestJournal one = new TestJournal(archive, "a"); TestJournal other = new TestJournal(archive, "b")) {
            Replica left = new Replica(one.journal(), new Blobs(archive));
            Replica right = new Replica(other.journal(), new Blobs(archive));
            for (int i = 0; i < 20; i++) {
                String a = "A" + i;
                await(left.take("a" + i, new Step("create", a, "ROOT")));
                await(right.journal.await(left.journal.position(), Duration.ofSeconds(20)));
                Replica second = i % 2 == 0 ? left : right;
                List<Optional<ProblemType>> both = await(Mono.zip(left.take("close" + i, new Step("close", a, a)),
                        second.take("child" + i, new Step("create", "C" + i, a)), List::of));
                assertThat(both.stream().filter(Optional::isEmpty)).as("%s", both).hasSize(1);
            }
        }
    }

    private static <T> T await(Mono<T> answer) {
        return Objects.requireNonNull(answer.toFuture().join());
    }
}
