package guidang.server.index;

import static guidang.server.query.QueryFixture.over;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guidang.local.ElasticsearchProcess;
import guidang.server.index.Archive.Paper;
import guidang.server.journal.Journal;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.query.QueryFixture;
import guidang.server.query.ReportAnswer;
import guidang.server.query.Word;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutageIT {
    @Test
    void filingGoesOnWithoutElasticsearchAndTheIndexCatchesUp(@TempDir Path home) throws Exception {
        ElasticsearchProcess node = ElasticsearchProcess.start(home);
        try (Archive archive = new Archive();
                IndexFixture index = new IndexFixture(node.uri(), "outage-", "a", archive.journal(), archive.blobs,
                        code -> Optional.of("ROOT/" + code + "/"))) {
            long before = archive.file("before", Paper.of("B0", "报告", "之前的报告")).position();
            assertThat(over(index).find(IndexFixture.EVERYTHING, before, new Word("之前", false)).total()).isOne();
            node.kill();
            long position = 0;
            for (int i = 0; i < 50; i++) {
                position = archive.file("r" + i, Paper.of("B" + i, "报告", "停机时的报告")).position();
            }
            assertThatThrownBy(() -> over(index).find(IndexFixture.EVERYTHING, 0)).isInstanceOfSatisfying(Problem.class,
                    problem -> assertThat(problem.type()).isEqualTo(ProblemType.INDEX_UNAVAILABLE));
            Freshness freshness = index.projector.lane(Lane.REPORTS).freshness();
            IndexFixture.await("seen to lag", () -> freshness.lag(Instant.now()).compareTo(Duration.ofMillis(200)) > 0
                    && index.elasticsearch.awaySince() != null);
            node = ElasticsearchProcess.start(home, node.port());
            long wanted = position;
            IndexFixture.await("caught up", () -> freshness.position() >= wanted);
            assertThat(over(index).find(IndexFixture.EVERYTHING, position, new Word("停机时", false)).total()).isEqualTo(50);
            IndexFixture.await("without lag", () -> freshness.lag(Instant.now()).isZero());
        } finally {
            node.kill();
        }
    }

    @Test
    void aFrozenNodeIsAwayUntilItGoesOn(@TempDir Path home) throws Exception {
        ElasticsearchProcess node = ElasticsearchProcess.start(home);
        try (Archive archive = new Archive();
                IndexFixture index = new IndexFixture(node.uri(), "frozen-", "a", archive.journal(), archive.blobs,
                        code -> Optional.of("ROOT/" + code + "/"))) {
            long before = archive.file("before", Paper.of("B0", "报告", "之前的报告")).position();
            assertThat(over(index).find(IndexFixture.EVERYTHING, before).total()).isOne();
            signal("STOP", node);
            Instant asked = Instant.now();
            assertThatThrownBy(() -> over(index).find(IndexFixture.EVERYTHING, 0)).isInstanceOfSatisfying(Problem.class,
                    problem -> assertThat(problem.type()).isEqualTo(ProblemType.INDEX_UNAVAILABLE));
            assertThat(Duration.between(asked, Instant.now())).isLessThan(index.settings.answer().multipliedBy(3));
            assertThat(index.elasticsearch.awaySince()).isNotNull();
            long position = archive.file("meanwhile", Paper.of("B1", "报告", "其间的报告")).position();
            signal("CONT", node);
            IndexFixture.await("caught up", () -> index.projector.lane(Lane.REPORTS).freshness().position() >= position);
            assertThat(over(index).find(IndexFixture.EVERYTHING, position).total()).isEqualTo(2);
            IndexFixture.await("back", () -> index.elasticsearch.awaySince() == null);
        } finally {
            node.kill();
        }
    }

    private static void signal(String name, ElasticsearchProcess node) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(node.pid())).inheritIO().start().waitFor()).isZero();
    }

    /// As Elasticsearch itself does where its disk is full.
    @Test
    void anIndexThatTakesNothingSaysSoAndGoesOnWhenItDoes() {
        try (Archive archive = new Archive();
                IndexFixture index = new IndexFixture(IndexFixture.Node.uri(), "blocked-", "a", archive.journal(), archive.blobs,
                        code -> Optional.of("ROOT/" + code + "/"))) {
            long before = archive.file("before", Paper.of("B1", "报告", "正文")).position();
            assertThat(over(index).find(IndexFixture.EVERYTHING, before).total()).isOne();
            block(index, true);
            long position = archive.file("meanwhile", Paper.of("B2", "报告", "正文")).position();
            LiveLane lane = index.projector.lane(Lane.REPORTS);
            IndexFixture.await("told", () -> lane.trouble().now() != null);
            assertThat(lane.trouble().now()).extracting(IndexStatus.HeldUp::lane, IndexStatus.HeldUp::reason)
                    .containsExactly("reports", "cluster_block_exception");
            block(index, false);
            assertThat(over(index).find(IndexFixture.EVERYTHING, position).total()).isEqualTo(2);
            assertThat(lane.trouble().now()).isNull();
            assertThat(lane.quarantined()).isZero();
        }
    }

    private static void block(IndexFixture index, boolean write) {
        index.elasticsearch.call(client -> client.indices().putSettings(
                p -> p.index("blocked-reports-*").settings(s -> s.blocks(b -> b.write(write))))).then().block();
    }

    @Test
    void whatBreaksTheProjectorHoldsItUpAndNoMore() {
        AtomicBoolean breaks = new AtomicBoolean();
        try (Archive archive = new Archive();
                IndexFixture index = new IndexFixture(IndexFixture.Node.uri(), "broken-", "a",
                        broken(archive.journal(), breaks), archive.blobs, code -> Optional.of("ROOT/" + code + "/"))) {
            long before = archive.file("before", Paper.of("B1", "报告", "正文")).position();
            assertThat(over(index).find(IndexFixture.EVERYTHING, before).total()).isOne();
            breaks.set(true);
            IndexFixture.await("broken", () -> !breaks.get());
            long position = archive.file("after", Paper.of("B2", "报告", "正文")).position();
            assertThat(over(index).find(IndexFixture.EVERYTHING, position).total()).isEqualTo(2);
        }
    }

    /// A journal that fails once, where nobody expects it to: when its position
    /// is noted.
    private static Journal broken(Journal journal, AtomicBoolean breaks) {
        StackWalker stack = StackWalker.getInstance();
        return (Journal) Proxy.newProxyInstance(Journal.class.getClassLoader(), new Class<?>[]{Journal.class},
                (proxy, method, arguments) -> {
                    if (stack.walk(frames -> frames.anyMatch(frame -> frame.getMethodName().equals("observe")))
                            && breaks.compareAndSet(true, false)) {
                        throw new IllegalStateException("broken");
                    }
                    return method.invoke(journal, arguments);
                });
    }

    @Test
    void whatWasWipedIsFilledAgain() {
        try (Archive archive = new Archive();
                IndexFixture index = new IndexFixture(IndexFixture.Node.uri(), "wiped-", "a", archive.journal(), archive.blobs,
                        code -> Optional.of("ROOT/" + code + "/"))) {
            archive.file("one", Paper.of("B1", "报告", "正文"));
            long position = archive.file("two", Paper.of("B2", "报告", "正文")).position();
            assertThat(over(index).find(IndexFixture.EVERYTHING, position).total()).isEqualTo(2);
            index.elasticsearch.call(client -> client.indices().delete(d -> d.index("wiped-meta-v1", "wiped-reports-v2-1")))
                    .then().block();
            long after = archive.file("three", Paper.of("B3", "报告", "正文")).position();
            IndexFixture.await("filled again",
                    () -> over(index).reports.search(IndexFixture.EVERYTHING, QueryFixture.question(after))
                            .map(answer -> answer.total() == 3).onErrorReturn(false).blockOptional().orElse(false));
            IndexFixture.await("noted", () -> index.meta.progress(new Generation("wiped-", Lane.REPORTS, 1)).blockOptional()
                    .filter(p -> p.position() >= after).isPresent());
        }
    }

    @Test
    void anIndexOfAnotherJournalIsBegunAnew() {
        try (Archive first = new Archive();
                IndexFixture index = new IndexFixture(IndexFixture.Node.uri(), "foreign-", "a", first.journal(), first.blobs,
                        code -> Optional.of("ROOT/" + code + "/"))) {
            first.file("one", Paper.of("B1", "报告", "正文"));
            long position = first.file("two", Paper.of("B2", "报告", "正文")).position();
            assertThat(over(index).find(IndexFixture.EVERYTHING, position).total()).isEqualTo(2);
        }
        try (Archive second = new Archive();
                IndexFixture index = new IndexFixture(IndexFixture.Node.uri(), "foreign-", "a", second.journal(), second.blobs,
                        code -> Optional.of("ROOT/" + code + "/"))) {
            IndexFixture.await("empty", () -> over(index).reports.search(IndexFixture.EVERYTHING, QueryFixture.question(0))
                    .map(answer -> answer.total() == 0).onErrorReturn(false).blockOptional().orElse(false));
            long position = second.file("other", Paper.of("B1", "报告", "正文")).position();
            assertThat(over(index).find(IndexFixture.EVERYTHING, position).found()).extracting(ReportAnswer.Found::report)
                    .containsExactly(Archive.report("other"));
        }
    }
}
