package guidang.server.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.server.bulk.ImportHead.Phase;
import guidang.server.bulk.ImportRow.Outcome;
import guidang.server.jobs.JobIds;
import guidang.server.kernel.Code;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.objects.Layout;
import guidang.server.objects.MemoryObjects;
import guidang.server.objects.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.test.StepVerifier;

/// Imports as they lie in the store. Golden files of format 1: kept and
/// read forever.
class ImportStoreTest {
    private static final Instant NOW = Instant.parse("2026-11-24T01:02:03.250Z");
    private static final ImportHead HEAD = ImportHead.received("2024.zip", new Code("C1"), "li", 3, 2, NOW);
    private static final ImportRow ROW = new ImportRow(2, "B1", "第一支部", "ZT", "PLAN", "2024", "方案", "2024-12-31", "甲/乙.txt",
            List.of("丙.txt"), Outcome.UNCHECKED, null);

    @TempDir
    Path folder;

    private final ObjectStore work = MemoryObjects.work();
    private final ImportStore store = new ImportStore(work);
    private final String id = JobIds.create(NOW);

    @Test
    void theyAreWrittenAsTheGoldenFilesSay() throws IOException {
        create(List.of(ROW,
                ROW.with(Outcome.REFUSED, Refusal.of(new Problem(ProblemType.IMPORT_FILE_MISSING, "file", "丁.txt")))));
        assertThat(text(Layout.state("imports", id, 0))).isEqualTo(golden("head-1.json"));
        assertThat(text(Layout.importedRows(id, 0))).isEqualTo(golden("rows-1.json"));
        assertThat(text(Layout.importedCounts(id))).isEqualTo(golden("counts-1.json"));
        StepVerifier.create(store.advance(id, head -> head.taken(Phase.RUNNING, "wang", "job"))).expectNextCount(1)
                .verifyComplete();
        assertThat(text(Layout.state("imports", id, 1))).isEqualTo(golden("head-running-1.json"));
        StepVerifier.create(store.advance(id, head -> head.given(Refusal.of(new Problem(ProblemType.FILE_CLASSIFIED, "row", 3)))))
                .expectNextCount(1).verifyComplete();
        assertThat(text(Layout.state("imports", id, 2))).isEqualTo(golden("head-given-1.json"));
        StepVerifier.create(store.rows(id, 0)).assertNext(rows -> assertThat(rows.getFirst()).isEqualTo(ROW)).verifyComplete();
        StepVerifier.create(store.counts(id)).expectNext(List.of(new Counts(2, 1, 0, 1, 0, 0, 0))).verifyComplete();
    }

    @Test
    void whoComesSecondDecidesAgainOnWhatTheFirstMade() throws IOException {
        create(List.of(ROW));
        AtomicBoolean first = new AtomicBoolean(true);
        StepVerifier.create(store.advance(id, head -> {
            if (first.getAndSet(false)) {
                // Somebody else is faster.
                assertThat(store.advance(id, other -> other.taken(Phase.CHECKING, "wang", "other")).block()).isNotNull();
            }
            return head.taken(Phase.CHECKING, "li", "mine");
        })).assertNext(head -> assertThat(head.job()).isEqualTo("mine")).verifyComplete();
        StepVerifier.create(store.head(id)).assertNext(last -> assertThat(last.number()).isEqualTo(2)).verifyComplete();
    }

    @Test
    void rowsLieInPagesAndAllOfItGoes() throws IOException {
        create(IntStream.range(0, 2 * ImportStore.PAGE + 1).mapToObj(n -> ROW).toList());
        assertThat(keys()).hasSize(3 + 1 + 1 + 1);
        StepVerifier.create(store.before(NOW)).expectNext(List.of()).verifyComplete();
        StepVerifier.create(store.before(NOW.plusMillis(1))).expectNext(List.of(id)).verifyComplete();
        StepVerifier.create(store.remove(id)).verifyComplete();
        assertThat(keys()).isEmpty();
        StepVerifier.create(store.head(id)).verifyErrorMatches(e -> e instanceof Problem p && p.type() == ProblemType.NOT_FOUND);
    }

    private void create(List<ImportRow> rows) throws IOException {
        Path zip = Files.writeString(folder.resolve("a.zip"), "zip");
        StepVerifier.create(store.create(id, HEAD, zip, rows)).verifyComplete();
    }

    private List<String> keys() {
        return Objects.requireNonNull(work.list("state/imports/", "").collectList().block());
    }

    private String text(String key) {
        return new String(Objects.requireNonNull(work.get(key, 1 << 20).block()), StandardCharsets.UTF_8);
    }

    private static String golden(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(ImportStoreTest.class.getResourceAsStream("/golden/bulk/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
        }
    }
}
