package guidang.server.index;

import static guidang.server.query.QueryFixture.over;
import static org.assertj.core.api.Assertions.assertThat;

import guidang.server.index.Archive.Paper;
import guidang.server.query.QueryFixture;
import guidang.server.query.ReportAnswer;
import guidang.server.query.ReportQuestion;
import guidang.server.query.ReportQuestion.State;
import guidang.server.query.Word;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What is sealed is found by no word, and what is destroyed leaves the
/// index's files.
class ForgettingIT {
    private static final Word SPILT = new Word("机要稻草人", false);
    private final Archive archive = new Archive();
    private final IndexFixture index = new IndexFixture(IndexFixture.Node.uri(), "forget-", "a", archive.journal(), archive.blobs,
            code -> Optional.of("ROOT/" + code + "/"));
    private final Forgetting forgetting = new Forgetting(index.projector, index.catalogue, index.elasticsearch,
            InstantSource.system(), Duration.ZERO);

    @AfterEach
    void end() {
        index.close();
        archive.close();
    }

    @Test
    void nothingIsLeftOfWordsThatWereDestroyed() {
        Paper paper = Paper.of("B1", "机要稻草人", "正文里也有机要稻草人。");
        archive.file("spilt", paper);
        long filed = archive.file("other", Paper.of("B2", "别的", "别的材料。")).position();
        assertThat(over(index).find(IndexFixture.EVERYTHING, filed, SPILT).total()).isOne();
        long sealed = archive.seal("spilt", paper).position();
        assertThat(over(index).find(IndexFixture.EVERYTHING, sealed, SPILT).total()).isZero();
        assertThat(found(sealed, State.ALL, SPILT)).isEmpty();
        assertThat(found(sealed, State.SEALED)).singleElement().satisfies(hit -> {
            assertThat(hit.report()).isEqualTo(Archive.report("spilt"));
            assertThat(hit.title()).isNull();
            assertThat(hit.state()).isEqualTo("sealed");
        });
        var destroyed = archive.destroy("spilt", paper);
        assertThat(found(destroyed.position(), State.SEALED)).singleElement()
                .satisfies(hit -> assertThat(hit.state()).isEqualTo("destroyed"));
        assertThat(forgetting.forget(destroyed.position(), Instant.now().plusSeconds(60)).block()).isFalse();
        assertThat(forgetting.forget(destroyed.position() + 1, Instant.EPOCH).block()).isFalse();
        // Elasticsearch keeps what was replaced until its leases are renewed: half a minute.
        IndexFixture.await("forgotten", () -> Objects
                .requireNonNull(forgetting.forget(destroyed.position(), Instant.EPOCH).block()) && replaced() == 0);
    }

    private List<ReportAnswer.Found> found(long position, State state, Word... words) {
        ReportQuestion question = QueryFixture.question(position, words);
        return Objects
                .requireNonNull(over(index).reports.search(IndexFixture.EVERYTHING, new ReportQuestion(question.words(), null,
                        null, null, null, state, question.sort(), 20, null, question.levels(), position)).block())
                .found();
    }

    /// Documents that lie in the segments though they were replaced.
    private long replaced() {
        String live = Objects.requireNonNull(index.catalogue.live(Lane.REPORTS).block()).index();
        return Objects.requireNonNull(index.elasticsearch.call(client -> client.indices().stats(s -> s.index(live)))
                .mapNotNull(stats -> stats.all().primaries()).mapNotNull(primaries -> primaries.docs())
                .mapNotNull(docs -> docs.deleted()).block());
    }
}
