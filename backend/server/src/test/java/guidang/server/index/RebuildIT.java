package guidang.server.index;

import static guidang.server.query.QueryFixture.over;
import static org.assertj.core.api.Assertions.assertThat;

import guidang.server.index.Archive.Paper;
import guidang.server.query.QueryFixture;
import guidang.server.query.ReportAnswer;
import guidang.server.query.Word;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

class RebuildIT {
    /// Of a rebuild: with one alone nobody sees it half-way.
    private static final int SEVERAL_STEPS = 3_000;
    private final Archive archive = new Archive();
    private final List<IndexFixture> replicas = new java.util.ArrayList<>();

    @AfterEach
    void end() {
        replicas.forEach(IndexFixture::close);
        archive.close();
    }

    private IndexFixture replica(String prefix) {
        IndexFixture replica = new IndexFixture(IndexFixture.Node.uri(), prefix, "a", archive.journal(), archive.blobs,
                code -> Optional.of("ROOT/" + code + "/"));
        replicas.add(replica);
        return replica;
    }

    private static Paper paper(int n) {
        return Paper.of("B" + n, "报告" + n, "党性 纪律 第" + n + "号 " + "正文内容。".repeat(200));
    }

    private static int live(IndexFixture index) {
        return Objects.requireNonNull(index.catalogue.live(Lane.REPORTS).block()).number();
    }

    @Test
    void goesOnWhileReportsAreFiledAndSearched() {
        IndexFixture index = replica("rebuild-writes-");
        long before = 0;
        for (int i = 0; i < 200; i++) {
            before = archive.file("r" + i, paper(i)).position();
        }
        assertThat(over(index).find(IndexFixture.EVERYTHING, before, new Word("党性", false)).total()).isEqualTo(200);
        AtomicInteger filed = new AtomicInteger(200);
        AtomicInteger fewest = new AtomicInteger(Integer.MAX_VALUE);
        Disposable filing = Flux.range(200, 100_000)
                .concatMap(i -> archive.filing("r" + i, paper(i)).doOnNext(c -> filed.incrementAndGet())
                        .delayElement(Duration.ofMillis(5)))
                .subscribe();
        Disposable searching = Flux.interval(Duration.ofMillis(20)).onBackpressureDrop()
                .concatMap(
                        t -> over(index).reports.search(IndexFixture.EVERYTHING, QueryFixture.question(0, new Word("党性", false))))
                .subscribe(answer -> fewest.accumulateAndGet((int) answer.total(), Math::min));
        index.rebuild.request(Lane.REPORTS).block();
        Rebuilding ended = index.ended(Lane.REPORTS);
        filing.dispose();
        searching.dispose();
        assertThat(ended.phase()).isEqualTo(Rebuilding.Phase.DONE);
        assertThat(Objects.requireNonNull(ended.comparison()).same()).isTrue();
        assertThat(ended.comparison().found()).isGreaterThanOrEqualTo(200);
        assertThat(live(index)).isEqualTo(2);
        assertThat(fewest.get()).isGreaterThanOrEqualTo(200);
        long position = archive.file("last", paper(100_001)).position();
        ReportAnswer after = over(index).find(IndexFixture.EVERYTHING, position, new Word("党性", false));
        assertThat(after.total()).isGreaterThanOrEqualTo(filed.get() + 1L);
        assertThat(index.catalogue.others(new Generation("rebuild-writes-", Lane.REPORTS, 2)).collectList().block()).isEmpty();
    }

    @Test
    void goesOnWhereItWasKilled() {
        IndexFixture first = replica("rebuild-killed-");
        long position = 0;
        for (int i = 0; i < SEVERAL_STEPS; i++) {
            position = archive.file("k" + i, paper(i)).position();
        }
        first.rebuild.request(Lane.REPORTS).block();
        IndexFixture.await("half-way",
                () -> first.meta.rebuilding(Lane.REPORTS).filter(r -> r.phase() == Rebuilding.Phase.FILLING)
                        .flatMap(r -> first.meta.progress(new Generation("rebuild-killed-", Lane.REPORTS, r.generation())))
                        .blockOptional()
                        .filter(p -> p.position() > 0).isPresent());
        first.close();
        IndexFixture second = replica("rebuild-killed-");
        Rebuilding ended = second.ended(Lane.REPORTS);
        assertThat(ended.phase()).isEqualTo(Rebuilding.Phase.DONE);
        assertThat(ended.generation()).isEqualTo(2);
        assertThat(Objects.requireNonNull(ended.comparison()).found()).isEqualTo(SEVERAL_STEPS);
        assertThat(over(second).find(IndexFixture.EVERYTHING, position, new Word("党性", false)).total()).isEqualTo(SEVERAL_STEPS);
    }

    @Test
    void aBadDocumentIsPutAsideAndTheRestGoesOn() {
        archive.file("good", paper(1));
        archive.spoilReading(archive.file("bad", paper(2)));
        IndexFixture index = replica("rebuild-bad-");
        long position = archive.file("late", paper(3)).position();
        assertThat(over(index).find(IndexFixture.EVERYTHING, position, new Word("党性", false)).total()).isEqualTo(2);
        assertThat(index.projector.lane(Lane.REPORTS).quarantined()).isOne();
        index.rebuild.request(Lane.REPORTS).block();
        Rebuilding ended = index.ended(Lane.REPORTS);
        assertThat(ended.phase()).isEqualTo(Rebuilding.Phase.DONE);
        assertThat(ended.comparison()).isEqualTo(new Comparison(3, 2, 1, true, List.of()));
    }

    @Test
    void aGenerationThatIsNotWhatTheJournalSaysIsGivenUp() {
        IndexFixture index = replica("rebuild-wrong-");
        long position = archive.file("one", paper(1)).position();
        over(index).find(IndexFixture.EVERYTHING, position);
        index.projector.stop();
        Generation wrong = new Generation("rebuild-wrong-", Lane.REPORTS, 2);
        Mappings mappings = new Mappings(index.elasticsearch, index.settings);
        mappings.create(wrong, false).block();
        index.elasticsearch.call(client -> client.index(i -> i.index(wrong.index()).id("intruder")
                .document(java.util.Map.of("report", "intruder", "hash", "0")))).then().block();
        index.meta.save(Lane.REPORTS, Rebuilding.requested(java.time.Instant.now()).filling(2, java.time.Instant.now())).block();
        index.projector.start();
        Rebuilding ended = index.ended(Lane.REPORTS);
        assertThat(ended.phase()).isEqualTo(Rebuilding.Phase.FAILED);
        assertThat(Objects.requireNonNull(ended.comparison()).differing()).containsExactly("intruder");
        assertThat(live(index)).isEqualTo(1);
    }

    @Test
    void whatIsCancelledIsDroppedAndTheOldOneGoesOn() {
        IndexFixture index = replica("rebuild-cancelled-");
        long position = 0;
        for (int i = 0; i < SEVERAL_STEPS; i++) {
            position = archive.file("c" + i, paper(i)).position();
        }
        over(index).find(IndexFixture.EVERYTHING, position);
        index.rebuild.request(Lane.REPORTS).block();
        IndexFixture.await("half-way",
                () -> index.meta.rebuilding(Lane.REPORTS).filter(r -> r.phase() == Rebuilding.Phase.FILLING)
                        .flatMap(r -> index.meta.progress(new Generation("rebuild-cancelled-", Lane.REPORTS, r.generation())))
                        .blockOptional().filter(p -> p.position() > 0).isPresent());
        index.rebuild.cancel(Lane.REPORTS).block();
        Generation live = new Generation("rebuild-cancelled-", Lane.REPORTS, 1);
        IndexFixture.await("dropped", () -> Objects.requireNonNull(index.catalogue.others(live).collectList().block()).isEmpty());
        assertThat(index.meta.rebuilding(Lane.REPORTS).blockOptional()).isEmpty();
        assertThat(live(index)).isEqualTo(1);
        assertThat(over(index).find(IndexFixture.EVERYTHING, position, new Word("党性", false)).total()).isEqualTo(SEVERAL_STEPS);
        index.rebuild.request(Lane.REPORTS).block();
        assertThat(index.ended(Lane.REPORTS).phase()).isEqualTo(Rebuilding.Phase.DONE);
    }
}
