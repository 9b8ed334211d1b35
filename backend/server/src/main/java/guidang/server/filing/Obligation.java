package guidang.server.filing;

import com.fasterxml.jackson.annotation.JsonProperty;
import guidang.server.campaigns.Due;
import guidang.server.campaigns.DueRule;
import guidang.server.campaigns.ExpectedSlot;
import guidang.server.kernel.Code;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One document that an organisation owes, and what has become of it.
///
/// @param due
///            the last day; absent while it hangs on a meeting that is not
///            recorded as held
/// @param afterMeeting
///            the rule, where the last day hangs on the meeting
/// @param required
///            whether it counts as owed; not where the slot is exempted
/// @param exempted
///            whether nothing is expected any more
/// @param extended
///            whether the last day is another one than the campaign's
/// @param overdue
///            whether it is missing though its day is over
/// @param daysLeft
///            until the due day, 0 on the day itself; negative afterwards;
///            absent where there is none
/// @param open
///            whether the campaign still takes reports
/// @param report
///            the current version's id; where all are void, the last one's
/// @param version
///            its number
/// @param reason
///            why it was returned or reopened
public record Obligation(Code campaign, String campaignName, Code documentType, String documentName, String period,
        @Nullable LocalDate due, DueRule.@Nullable AfterMeeting afterMeeting, boolean required, boolean exempted,
        boolean extended, State state, boolean overdue, @Nullable Long daysLeft, boolean open, @Nullable String report,
        @Nullable Integer version, @Nullable String reason) {
    /// What can become of it.
    public enum State {
        /// Nothing was filed here.
        @JsonProperty("missing")
        MISSING,
        /// A version counts, and waits for review.
        @JsonProperty("delivered")
        DELIVERED,
        /// The version that counts was sent back to be mended.
        @JsonProperty("returned")
        RETURNED,
        /// The version that counts is accepted.
        @JsonProperty("accepted")
        ACCEPTED,
        /// The version that counts was accepted, and is to be replaced.
        @JsonProperty("reopened")
        REOPENED,
        /// Something was filed, and all of it is void; the last of it was withdrawn.
        @JsonProperty("withdrawn")
        WITHDRAWN,
        /// Something was filed, and all of it is void; the last of it was sealed.
        @JsonProperty("sealed")
        SEALED;

        /// As in JSON and in the index.
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// Whether a version counts.
        public boolean delivered() {
            return this == DELIVERED || this == RETURNED || this == ACCEPTED || this == REOPENED;
        }

        /// Whether a report is awaited: none counts, or the one that does is to
        /// be mended.
        public boolean awaited() {
            return this != DELIVERED && this != ACCEPTED;
        }

        /// Of what lies in the slot.
        public static State of(Slot slot) {
            return shown(slot).map(State::of).orElse(MISSING);
        }

        private static State of(Version shown) {
            return switch (shown.state()) {
                case RETURNED -> RETURNED;
                case ACCEPTED -> ACCEPTED;
                case REOPENED -> REOPENED;
                case FILED, SUPERSEDED -> DELIVERED;
                case WITHDRAWN -> WITHDRAWN;
                case SEALED, DESTROYED -> SEALED;
                case MOVED -> MISSING;
            };
        }
    }

    /// The current version; where all are void, the last that was not moved away.
    static Optional<Version> shown(Slot slot) {
        return slot.current()
                .or(() -> slot.versions().reversed().stream().filter(v -> v.state() != Version.State.MOVED).findFirst());
    }

    static Obligation of(ExpectedSlot expected, Slot slot, Instant now, Due days, @Nullable String reason) {
        Optional<Version> shown = shown(slot);
        State state = State.of(slot);
        boolean owed = expected.required() && !slot.exempted();
        LocalDate due = slot.extended().orElse(expected.due());
        boolean overdue = owed && !state.delivered() && due != null && !now.isBefore(days.after(due));
        return new Obligation(expected.campaign(), expected.campaignName(), expected.documentType(), expected.documentName(),
                expected.period().value(), due, expected.afterMeeting(), owed, slot.exempted(), slot.extended().isPresent(),
                state,
                overdue, due == null ? null : ChronoUnit.DAYS.between(LocalDate.ofInstant(now, days.timeZone()), due),
                expected.open(),
                shown.map(version -> version.id().value()).orElse(null),
                shown.map(version -> version.filed().version()).orElse(null), reason);
    }
}
