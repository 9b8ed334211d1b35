package guidang.server.calendars;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {
    /// Around the national holiday of 2025, as the State Council gave it.
    private static final String AUTUMN = """
            日期,类型
            2025-09-28,班
            2025-10-01,休
            2025/10/2,休
            2025年10月3日,放假
            2025-10-04,休
            2025-10-05,休
            2025-10-06,休
            2025-10-07,休
            2025-10-08,休
            2025-10-11,班
            """;

    @ParameterizedTest
    @CsvSource({
            "2025-09-25, 0, 2025-09-25", "2025-09-25, 1, 2025-09-26", "2025-09-26, 1, 2025-09-28", "2025-09-26, 3, 2025-09-30",
            "2025-09-30, 1, 2025-10-09", "2025-09-30, 3, 2025-10-11", "2025-09-30, 4, 2025-10-13", "2025-10-04, 1, 2025-10-09"})
    void holidaysAreLeftOutAndMakeUpDaysCount(LocalDate held, int n, LocalDate due) {
        WorkCalendar calendar = calendar(AUTUMN, 2025);
        WorkingDays.Counted counted = new WorkingDays(_ -> Optional.of(calendar)).after(held, n);
        assertThat(counted).isEqualTo(new WorkingDays.Counted(due, false));
    }

    @Test
    void aYearWithoutACalendarIsMondayToFridayAndSaysSo() {
        WorkingDays none = new WorkingDays(_ -> Optional.empty());
        assertThat(none.after(LocalDate.of(2025, 9, 30), 1)).isEqualTo(new WorkingDays.Counted(LocalDate.of(2025, 10, 1), true));
        assertThat(none.after(LocalDate.of(2025, 9, 30), 0)).isEqualTo(new WorkingDays.Counted(LocalDate.of(2025, 9, 30), false));
        WorkingDays one = new WorkingDays(year -> year == 2025 ? Optional.of(WorkCalendar.NONE) : Optional.empty());
        assertThat(one.after(LocalDate.of(2025, 12, 30), 1).guessed()).isFalse();
        assertThat(one.after(LocalDate.of(2025, 12, 31), 1).guessed()).isTrue();
    }

    @Test
    void aCalendarOfHolidaysOnlyComesToAnEnd() {
        WorkingDays never = new WorkingDays(
                year -> Optional.of(new WorkCalendar(days(year, new Random(1), 1.1), Set.of())));
        assertThat(never.after(LocalDate.of(2026, 1, 1), 366).day()).isAfter(LocalDate.of(2030, 1, 1));
    }

    @Test
    void anyCalendarsCountAsTheNaiveModelDoes() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            Map<Integer, WorkCalendar> calendars = new HashMap<>();
            for (int year = 2025; year <= 2027; year++) {
                if (random.nextInt(4) > 0) {
                    calendars.put(year, new WorkCalendar(days(year, random, 0.1), days(year, random, 0.1)));
                }
            }
            LocalDate held = LocalDate.of(2025, 1, 1).plusDays(random.nextInt(700));
            int n = random.nextInt(60);
            WorkingDays working = new WorkingDays(year -> Optional.ofNullable(calendars.get(year)));
            assertThat(working.after(held, n).day()).as("seed %d", seed).isEqualTo(naive(calendars, held, n));
        }
    }

    /// Looks at each day by itself and counts those that are worked.
    private static LocalDate naive(Map<Integer, WorkCalendar> calendars, LocalDate held, int n) {
        LocalDate day = held;
        int worked = 0;
        while (worked < n) {
            day = day.plusDays(1);
            WorkCalendar calendar = calendars.getOrDefault(day.getYear(), WorkCalendar.NONE);
            boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
            boolean off = calendar.holidays().contains(day) || weekend;
            worked += calendar.workdays().contains(day) || !off ? 1 : 0;
        }
        return day;
    }

    private static Set<LocalDate> days(int year, Random random, double share) {
        Set<LocalDate> some = new HashSet<>();
        LocalDate first = LocalDate.of(year, 1, 1);
        first.datesUntil(first.plusYears(1)).filter(_ -> random.nextDouble() < share).forEach(some::add);
        return some;
    }

    private static WorkCalendar calendar(String csv, int year) {
        CalendarSheet sheet = CalendarSheet.read(csv.getBytes(StandardCharsets.UTF_8));
        assertThat(sheet.faults()).isEmpty();
        CalendarSheet.Days days = Objects.requireNonNull(sheet.years().get(year));
        return new WorkCalendar(days.holidays(), days.workdays());
    }

    @Test
    void whatIsWrongInASheetIsNamedByRow() {
        CalendarSheet sheet = CalendarSheet.read("""
                kind,date
                休,2026-01-01
                休,2026-01-01
                假日,2026-02-30
                班,2026-01-04
                """.getBytes(StandardCharsets.UTF_8));
        assertThat(sheet.faults()).extracting(fault -> fault.row() + " " + fault.kind()).containsExactly("3 duplicate-date",
                "4 malformed-date", "4 unknown-kind");
        assertThat(CalendarSheet.read("date\n2026-01-01\n".getBytes(StandardCharsets.UTF_8)).faults())
                .extracting(CalendarSheet.Fault::kind).containsExactly("missing-column");
        assertThat(CalendarSheet.read(new byte[]{(byte) 0xff, (byte) 0xff}).faults()).extracting(CalendarSheet.Fault::kind)
                .containsExactly("unknown-encoding");
    }
}
