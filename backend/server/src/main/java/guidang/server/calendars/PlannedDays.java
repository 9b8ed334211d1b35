package guidang.server.calendars;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The days that anything here may be planned for: others are slips of the pen.
public final class PlannedDays {
    public static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    public static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

    private PlannedDays() {
    }

    /// Null where the day is absent or out of bounds.
    public static @Nullable LocalDate bounded(@Nullable LocalDate day) {
        return day == null || day.isBefore(EARLIEST) || day.isAfter(LATEST) ? null : day;
    }
}
