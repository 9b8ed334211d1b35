package guidang.server.notices;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.server.notices.NoticesSettings.Rectifications;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ItemRoundTest {
    private static final LocalDate DAY = LocalDate.parse("2026-03-31");
    private static final Rectifications ALL = new Rectifications(7, List.of(14, 3), true, true);

    @Test
    void aDayTellsOfWhatIsDueSoonAndOfWhatBecameOverdueTheDayBeforeOrWeeksAgo() {
        assertThat(ItemRound.days(ALL, DAY, DAY.minusDays(1))).contains(DAY.plusDays(14), DAY.plusDays(3), DAY.minusDays(1),
                DAY.minusDays(8), DAY.minusDays(15)).doesNotContain(DAY, DAY.minusDays(2), DAY.plusDays(13)).hasSize(2 + 104);
    }

    @Test
    void whatWasMissedIsMadeUpForButNotForEver() {
        assertThat(ItemRound.days(ALL, DAY, DAY.minusDays(3))).contains(DAY.plusDays(12), DAY.plusDays(13), DAY.plusDays(14),
                DAY.minusDays(3)).doesNotContain(DAY.plusDays(11), DAY.minusDays(4));
        assertThat(ItemRound.days(ALL, DAY, DAY.minusDays(90))).contains(DAY.plusDays(8)).doesNotContain(DAY.plusDays(7));
        assertThat(ItemRound.days(ALL, DAY, DAY)).isEmpty();
    }

    @Test
    void whatIsNotWantedIsNotTold() {
        assertThat(ItemRound.days(new Rectifications(7, List.of(), true, true), DAY, DAY.minusDays(1))).hasSize(104)
                .allMatch(day -> day.isBefore(DAY));
        assertThat(ItemRound.days(new Rectifications(7, List.of(3), false, true), DAY, DAY.minusDays(1)))
                .containsExactly(DAY.plusDays(3));
    }
}
