package guidang.server.calendars;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.IntFunction;

/// Counts working days. Pure.
public final class WorkingDays {
    private final IntFunction<Optional<WorkCalendar>> calendars;

    /// Counts by these calendars.
    ///
    /// @param calendars
    ///            by year; empty: Monday to Friday
    public WorkingDays(IntFunction<Optional<WorkCalendar>> calendars) {
        this.calendars = calendars;
    }

    /// A day that was counted.
    ///
    /// @param guessed
    ///            whether a day was looked at whose year has no calendar
    public record Counted(LocalDate day, boolean guessed) {}

    /// The n-th working day after a day, which itself is not counted; 0 is that
    /// day. Looks at days of [#lastYear] at most.
    public Counted after(LocalDate from, int n) {
        LocalDate day = from;
        boolean guessed = false;
        for (int left = n; left > 0;) {
            day = day.plusDays(1);
            Optional<WorkCalendar> calendar = day.getYear() > lastYear(from) ? Optional.empty() : calendars.apply(day.getYear());
            guessed |= calendar.isEmpty();
            left -= calendar.orElse(WorkCalendar.NONE).works(day) ? 1 : 0;
        }
        return new Counted(day, guessed);
    }

    /// The last year whose calendar counts: later ones are Monday to Friday, so
    /// that a calendar of holidays only ends.
    public static int lastYear(LocalDate from) {
        return from.getYear() + 3;
    }
}
