package guidang.server.calendars;

import guidang.server.journal.JournalRecord;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.springframework.stereotype.Component;

/// The calendars of the journal, kept in memory.
@Component
public final class CalendarList {
    private final ConcurrentSkipListMap<Integer, Imported> years = new ConcurrentSkipListMap<>();

    /// A calendar, and when it was imported.
    record Imported(CalendarRecord calendar, Instant importedAt) {}

    /// Takes a record of a stream `calendars/{year}`.
    public void apply(JournalRecord record) {
        String key = record.stream().value();
        years.put(Integer.valueOf(key.substring(key.indexOf('/') + 1)),
                new Imported(CalendarRecord.read(record), record.committedAt()));
    }

    /// By year, ascending.
    SortedMap<Integer, Imported> all() {
        return Collections.unmodifiableSortedMap(years);
    }

    Optional<Imported> find(int year) {
        return Optional.ofNullable(years.get(year));
    }
}
