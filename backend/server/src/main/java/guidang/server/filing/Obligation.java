package guidang.server.filing;

import com.fasterxml.jackson.annotation.JsonProperty;
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
///            the last day
/// @param overdue
///            whether it is missing though its day is over
/// @param daysLeft
///            until the due day, 0 on the day itself; negative afterwards
/// @param open
///            whether the campaign still takes reports
/// @param report
///            the current version's id; where all are void, the last one's
/// @param version
///            its number
public record Obligation(Code campaign, String campaignName, Code documentType, String documentName, String period,
        LocalDate due, boolean required, State state, boolean overdue, long daysLeft, boolean open, @Nullable String report,
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
        boolean overdue = state != State.DELIVERED && expected.required() && !now.isBefore(expected.dueAt());
        return new Obligation(expected.campaign(), expected.campaignName(), expected.documentType(), expected.documentName(),
                expected.period().value(), expected.due(), expected.required(), state, overdue,
                ChronoUnit.DAYS.between(LocalDate.ofInstant(now, zone), expected.due()), expected.open(),
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
