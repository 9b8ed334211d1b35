package guidang.server.calendars;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/// The working days of a year.
///
/// @param holidays
///            days off that would be working days, and others that are off
///            anyway
/// @param workdays
///            days of weekends that are worked (调休)
public record WorkCalendar(Set<LocalDate> holidays, Set<LocalDate> workdays) {
    /// Monday to Friday.
    public static final WorkCalendar NONE = new WorkCalendar(Set.of(), Set.of());

    public WorkCalendar {
        holidays = Set.copyOf(holidays);
        workdays = Set.copyOf(workdays);
    }

    boolean works(LocalDate day) {
        boolean weekday = day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
        return workdays.contains(day) || (weekday && !holidays.contains(day));
    }
}
