package guidang.server.index;

import com.fasterxml.jackson.annotation.JsonIgnore;
import guidang.server.filing.ReportRecord.Filed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What was true of a slot, while nothing about it changed (DESIGN §8).
///
/// @param expected
///            required and not exempted
/// @param due
///            the moment from which it is overdue; absent where the day is not
///            known yet
/// @param month
///            of the due day, `2026-03`
/// @param timed
///            expected, due known, not imported from the past
/// @param delivered
///            whether there is a version that is not void
/// @param onTime
///            timed, delivered, and it came before it was due
/// @param state
///            [guidang.server.filing.Obligation.State]
/// @param since
///            when the state began; absent while nothing was ever filed
/// @param arrival
///            the earliest receipt of a version that is not void
/// @param report
///            the current version
/// @param filed
///            as it came in
record SlotFacts(boolean expected, boolean required, boolean exempted, @Nullable Instant due, @Nullable String month,
        boolean timed, boolean delivered, boolean onTime, boolean imported, String state, @Nullable Instant since,
        @Nullable Instant arrival, @Nullable String report, @JsonIgnore @Nullable Filed filed) {
    /// @param imported
    ///            whether the version that arrived first was
    static SlotFacts of(Asked asked, boolean exempted, boolean imported, String state, @Nullable Instant since,
            @Nullable Instant arrival, @Nullable Filed current) {
        boolean expected = asked.required() && !exempted;
        Instant due = asked.due();
        boolean timed = expected && due != null && !imported;
        boolean onTime = timed && current != null && arrival != null && arrival.isBefore(due);
        return new SlotFacts(expected, asked.required(), exempted, due, asked.month(), timed, current != null, onTime, imported,
                state, since, arrival, current == null ? null : current.report().value(), current);
    }

    /// What is asked for in a slot.
    record Asked(boolean required, @Nullable Instant due, @Nullable String month) {}
}
