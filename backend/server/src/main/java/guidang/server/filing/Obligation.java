package guidang.server.filing;

import com.fasterxml.jackson.annotation.JsonProperty;
import guidang.server.campaigns.DueRule;
import guidang.server.campaigns.ExpectedSlot;
import guidang.server.kernel.Code;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One document that an organisation owes, and what has become of it.
///
/// @param due
///            the last day; absent while it hangs on a meeting that is not recorded
///            as held
/// @param afterMeeting
///            the rule, where the last day hangs on the meeting
/// @param overdue
///            whether it is missing though its day is over
/// @param daysLeft
///            until the due day, 0 on the day itself; negative afterwards; absent
///            where there is none
/// @param open
///            whether the campaign still takes reports
/// @param report
///            the current version's id; where all are void, the last one's
/// @param version
///            its number
public record Obligation(Code campaign, String campaignName, Code documentType, String documentName, String period,
        @Nullable LocalDate due, DueRule.@Nullable AfterMeeting afterMeeting, boolean required, State state, boolean overdue,
        @Nullable Long daysLeft, boolean open, @Nullable String report,
        @Nullable Integer version) {
    /// What can become of it.
    public enum State {
        /// Nothing was filed.
        @JsonProperty("missing")
        MISSING,
        /// A version counts.
        @JsonProperty("delivered")
        DELIVERED,
        /// Something was filed, and all of it is void; the last of it was withdrawn.
        @JsonProperty("withdrawn")
        WITHDRAWN,
        /// Something was filed, and all of it is void; the last of it was sealed.
        @JsonProperty("sealed")
        SEALED
    }

    static Obligation of(ExpectedSlot expected, Slot slot, Instant now, ZoneId zone) {
        Optional<Version> shown = slot.current().or(() -> slot.versions().reversed().stream().findFirst());
        State state = shown.map(Obligation::state).orElse(State.MISSING);
        Instant dueAt = expected.dueAt();
        LocalDate due = expected.due();
        boolean overdue = state != State.DELIVERED && expected.required() && dueAt != null && !now.isBefore(dueAt);
        return new Obligation(expected.campaign(), expected.campaignName(), expected.documentType(), expected.documentName(),
                expected.period().value(), due, expected.afterMeeting(), expected.required(), state, overdue,
                due == null ? null : ChronoUnit.DAYS.between(LocalDate.ofInstant(now, zone), due), expected.open(),
                shown.map(version -> version.id().value()).orElse(null),
                shown.map(version -> version.filed().version()).orElse(null));
    }

    private static State state(Version shown) {
        if (shown.current()) {
            return State.DELIVERED;
        }
        return shown.closed() ? State.SEALED : State.WITHDRAWN;
    }
}
