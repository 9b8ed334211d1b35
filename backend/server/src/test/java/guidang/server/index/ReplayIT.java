package guidang.server.index;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.server.index.Archive.Paper;
import guidang.server.journal.Committed;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Replays do no harm, in whatever order, at whatever step, several at once:
/// each begins and ends somewhere in the journal, and what is left is what the
/// journal says.
class ReplayIT {
    private static final int SLOTS = 12;

    @Test
    void whatIsLeftIsWhatTheJournalSays() {
        for (int seed = 0; seed < 5; seed++) {
            Random random = new Random(seed);
            try (Archive archive = new Archive();
                    IndexFixture index = new IndexFixture(IndexFixture.Node.uri(), "replay-" + seed + "-", "a", archive.journal(),
                            archive.blobs, code -> Optional.of("ROOT/" + code + "/"))) {
                fill(random, archive);
                Comparison comparison = index.replayed(Lane.REPORTS, 6, random);
                assertThat(comparison.differing()).as("seed %d", seed).isEmpty();
                assertThat(comparison.same()).as("seed %d", seed).isTrue();
                assertThat(comparison.found()).isPositive();
            }
        }
    }

    private static void fill(Random random, Archive archive) {
        for (int i = 0; i < 60; i++) {
            Paper paper = Paper.of("B" + random.nextInt(SLOTS), "报告", "第" + i + "稿")
                    .received(Instant.EPOCH.plusSeconds(i).toString());
            Committed filed = archive.file("r" + i, paper);
            assertThat(filed.repeated()).isFalse();
            if (random.nextInt(3) == 0) {
                archive.withdraw("r" + i, paper);
            }
        }
    }
}
