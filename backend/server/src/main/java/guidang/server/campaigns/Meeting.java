package guidang.server.campaigns;

import guidang.server.journal.JournalRecord;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An organisation's meeting in a campaign, folded from the stream
/// `meetings/{campaign}/{organization}`: of each kind the last record counts.
///
/// @param planned
///            the day it is planned for; null where none was named
/// @param held
///            null until it is recorded as held
public record Meeting(@Nullable LocalDate planned, @Nullable Held held) {
    public static final Meeting NONE = new Meeting(null, null);

    /// It took place.
    ///
    /// @param workingDays
    ///            the day that ends so many working days, for each number that the
    ///            campaign's documents count, by the calendars that were known when
    ///            it was recorded
    /// @param guessed
    ///            whether a year without a calendar was counted Monday to Friday
    public record Held(LocalDate day, Map<Integer, LocalDate> workingDays, boolean guessed) {
        public Held {
            workingDays = Map.copyOf(workingDays);
        }
    }

    /// Folds the stream, whole or as far as it goes.
    public static Meeting of(List<JournalRecord> stream) {
        Meeting meeting = NONE;
        for (JournalRecord record : stream) {
            meeting = switch (MeetingCodec.read(record)) {
                case MeetingRecord.Planned planned -> new Meeting(planned.day(), meeting.held);
                case MeetingRecord.Held held ->
                    new Meeting(meeting.planned, new Held(held.day(), held.workingDays(), held.guessed()));
            };
        }
        return meeting;
    }
}
