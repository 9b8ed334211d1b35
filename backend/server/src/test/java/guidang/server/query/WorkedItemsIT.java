package guidang.server.query;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.server.index.Archive;
import guidang.server.index.IndexFixture;
import guidang.server.organizations.TestOrganizations;
import guidang.server.query.ItemsAnswer.ItemFigures;
import guidang.server.query.TestRegister.Entry;
import guidang.server.rectification.ItemType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The ten items of DESIGN §8, as a person would count them.
class WorkedItemsIT {
    private final StepClock clock = new StepClock("2026-02-01T02:00:00Z");

    private static ItemFigures figures(QueryFixture index, @Nullable Instant moment, long position) {
        return Objects.requireNonNull(index.itemFigures.asOf(moment, position)
                .flatMap(asOf -> index.itemFigures.figures(IndexFixture.EVERYTHING,
                        new ItemFilter("ZT2026", "ROOT/", false, TreeMeant.NOW),
                        new OrganizationLevels(List.of("ROOT/"), List.of()), asOf))
                .block()).total();
    }

    /// Four are ongoing, one of them closed; the other six are closed: after 2, 3,
    /// 4, 5, 6 and 30 days.
    @Test
    void ongoingItemsAreLeftOutOfTheRateAndVoidOnesCountNowhere() {
        try (Archive archive = new Archive(clock)) {
            TestOrganizations tree = new TestOrganizations(archive.journal(), archive.blobs);
            tree.branches("ROOT", List.of("P", "Q"));
            TestRegister register = new TestRegister(archive.journal(), archive.blobs);
            try (QueryFixture index = new QueryFixture("worked-items-", archive.journal(),
                    archive.blobs, tree.organizations())) {
                List<Entry> ongoing = IntStream.range(0, 4).mapToObj(n -> Entry.of("o" + n, "P", "问题").ongoing()).toList();
                List<Entry> timed = IntStream.range(0, 6)
                        .mapToObj(n -> Entry.of("t" + n, n < 3 ? "P" : "Q", "问题").due("2026-02-10")).toList();
                Entry mistaken = Entry.of("x", "P", "登错了");
                ongoing.forEach(register::open);
                timed.forEach(register::open);
                Instant opened = register.open(mistaken).records().getFirst().committedAt();
                register.discard(mistaken);
                clock.advance(Duration.ofDays(1));
                close(register, ongoing.getFirst());
                timed.subList(0, 5).forEach(entry -> {
                    clock.advance(Duration.ofDays(1));
                    close(register, entry);
                });
                Instant before = clock.advance(Duration.ofDays(24)).minusMillis(1);
                long position = close(register, timed.getLast());
                assertThat(figures(index, null, position)).isEqualTo(new ItemFigures(10, 4, 1, 6, 6, 0, 0, 0, 0, 0, 4.5));
                assertThat(figures(index, before, position)).isEqualTo(new ItemFigures(10, 4, 1, 6, 5, 1, 0, 0, 0, 0, 4.0));
                assertThat(figures(index, opened, position)).isEqualTo(new ItemFigures(11, 4, 0, 7, 0, 0, 6, 0, 0, 0, null));
                register.reopen(timed.getFirst());
                long after = register.reclassify(timed.getFirst(), ItemType.ONGOING, null).position();
                assertThat(figures(index, null, after)).isEqualTo(new ItemFigures(10, 5, 1, 5, 5, 0, 0, 0, 0, 0, 5.0));
            }
        }
    }

    private static long close(TestRegister register, Entry entry) {
        return register.close(entry, register.request(entry)).position();
    }
}
