package guidang.server.calendars;

import guidang.server.objects.StoredJson;
import guidang.server.journal.JournalRecord;
import guidang.server.journal.NewRecord;
import guidang.server.journal.StreamKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/// A year's calendar as it was imported, on the stream `calendars/{year}`; the
/// last one counts. Written as docs/FORMAT.md says; a golden file holds it
/// still.
///
/// @param holidays
///            ascending
/// @param workdays
///            ascending
public record CalendarRecord(List<LocalDate> holidays, List<LocalDate> workdays, Instant receivedAt, String actor) {
    public CalendarRecord {
        holidays = List.copyOf(holidays);
        workdays = List.copyOf(workdays);
    }

    /// The calendar that a record of the stream holds.
    public static CalendarRecord read(JournalRecord record) {
        if (!record.type().equals("imported")) {
            throw new IllegalStateException(
                    "unknown type " + record.type() + " in commit " + record.commit() + " on " + record.stream());
        }
        return StoredJson.read(record.data(), CalendarRecord.class);
    }

    public NewRecord write(int year) {
        return new NewRecord(StreamKey.calendar(year), "imported", StoredJson.text(this));
    }

    public WorkCalendar calendar() {
        return new WorkCalendar(Set.copyOf(holidays), Set.copyOf(workdays));
    }
}
