package guidang.server.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guidang.local.ElasticsearchProcess;
import guidang.server.index.Archive.Paper;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
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
            assertThat(index.find(IndexFixture.EVERYTHING, before, new Word("之前", false)).total()).isOne();
            node.kill();
            long position = 0;
            for (int i = 0; i < 50; i++) {
                position = archive.file("r" + i, Paper.of("B" + i, "报告", "停机时的报告")).position();
            }
            assertThatThrownBy(() -> index.find(IndexFixture.EVERYTHING, 0)).isInstanceOfSatisfying(Problem.class,
                    problem -> assertThat(problem.type()).isEqualTo(ProblemType.INDEX_UNAVAILABLE));
            Freshness freshness = index.projector.lane(Lane.REPORTS).freshness();
            IndexFixture.await("seen to lag", () -> freshness.lag(java.time.Instant.now()).compareTo(Duration.ofMillis(200)) > 0
                    && index.elasticsearch.awaySince() != null);
            node = ElasticsearchProcess.start(home, node.port());
            long wanted = position;
            IndexFixture.await("caught up", () -> freshness.position() >= wanted);
            assertThat(index.find(IndexFixture.EVERYTHING, position, new Word("停机时", false)).total()).isEqualTo(50);
            IndexFixture.await("without lag", () -> freshness.lag(java.time.Instant.now()).isZero());
        } finally {
            node.kill();
        }
    }
}
