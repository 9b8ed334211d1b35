package guidang.server.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SheetDayTest {
    private final SheetDay days = new SheetDay(2026, false);

    @ParameterizedTest
    @CsvSource({"2026-3-1,2026-03-01", "2026.3.1,2026-03-01", "2026/3/1,2026-03-01", "2026年3月1日,2026-03-01",
            "２０２６年３月１日,2026-03-01", "2026 年 3 月 1 日,2026-03-01", "20260301,2026-03-01", "46082,2026-03-01",
            "46082.5,2026-03-01", "2026-03-01 10:30,2026-03-01", "2026-03-01T00:00:00,2026-03-01", "3月15日,2026-03-15",
            "2026年3月底,2026-03-31", "2026年3月底前,2026-03-31", "3月底前,2026-03-31", "2月底,2026-02-28", "2028年2月,2028-02-29",
            "2026.6,2026-06-30", "2026年6月前完成,2026-06-30", "一季度,2026-03-31", "2026年第3季度末,2026-09-30", "上半年,2026-06-30",
            "2027年上半年,2027-06-30", "年底前,2026-12-31", "2027年底,2027-12-31", "2027年,2027-12-31", "6月30日前,2026-06-30"})
    void daysAreReadAsTheyAreWritten(String cell, LocalDate day) {
        assertThat(days.read(cell)).contains(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "长期", "2026-02-30", "2026-13-01", "13月", "3.15", "尽快", "12", "2026-3-1至2026-6-1", "1800-01-01",
            "4月31日",
            "0", "第5季度"})
    void whatIsNoDayIsNone(String cell) {
        assertThat(days.read(cell)).isEmpty();
    }

    @Test
    void aSheetMayCountItsDaysFrom1904() {
        assertThat(new SheetDay(2026, true).read("44620")).contains(LocalDate.of(2026, 3, 1));
    }
}
