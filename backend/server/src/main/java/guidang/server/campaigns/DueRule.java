package guidang.server.campaigns;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// When a document is due.
public sealed interface DueRule {
    /// The last day; null while it hangs on a meeting that is not recorded as held
    /// ("date missing").
    @Nullable
    LocalDate day(Meeting meeting);

    /// On a day that the campaign names.
    record On(LocalDate day) implements DueRule {
        @Override
        public LocalDate day(Meeting meeting) {
            return day;
        }
    }

    /// So many days after the organisation's meeting was held.
    ///
    /// @param days
    ///            0 to [#MOST]; 0 is the day of the meeting itself
    /// @param working
    ///            whether working days are counted ([WorkingDays]), else all
    record AfterMeeting(int days, boolean working) implements DueRule {
        static final int MOST = 366;

        @Override
        public @Nullable LocalDate day(Meeting meeting) {
            Meeting.Held held = meeting.held();
            if (held == null) {
                return null;
            }
            return working ? held.workingDays().get(days) : held.day().plusDays(days);
        }
    }
}
