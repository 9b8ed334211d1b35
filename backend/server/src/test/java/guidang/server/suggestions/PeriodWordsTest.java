package guidang.server.suggestions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodWordsTest {
    @ParameterizedTest
    @CsvSource({"2026年度组织生活会对照检查材料, 2026", "关于２０２６年上半年整改落实情况的报告, 2026-H1", "二〇二六年第二季度小结, 2026-Q2",
            "2026年第3季度, 2026-Q3", "2025年12月情况, 2025-12", "2025年3月, 2025-03"})
    void titlesTellTheirPeriod(String title, String period) {
        assertThat(PeriodWords.of(title).tell(period)).isTrue();
        assertThat(PeriodWords.of(title).contradict(period)).isFalse();
    }

    @Test
    void aPartOfAYearIsNotTheYear() {
        PeriodWords words = PeriodWords.of("2026年上半年整改落实情况");
        assertThat(words.tell("2026")).isFalse();
        assertThat(words.tellYear("2026")).isTrue();
        assertThat(words.contradict("2025")).isTrue();
        assertThat(words.contradict("once")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"第20261号文件", "电话12026", "一九", "''", "2026"})
    void longerNumbersAreNoYears(String words) {
        assertThat(PeriodWords.of(words).years()).hasSizeLessThanOrEqualTo(words.equals("2026") ? 1 : 0);
    }
}
