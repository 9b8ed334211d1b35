package guidang.server.notices;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/// What became of each slot, in the order in which they were asked for.
record Reminders(List<ReminderOutcome> items) {
    /// What became of one.
    record ReminderOutcome(String organization, String documentType, String period, Outcome outcome) {
        static ReminderOutcome of(SlotKey slot, Outcome outcome) {
            return new ReminderOutcome(slot.organization().value(), slot.documentType().value(), slot.period().value(), outcome);
        }
    }

    /// What can become of it.
    enum Outcome {
        /// Its clerks see the reminder now; mail and webhooks are under way.
        @JsonProperty("reminded")
        REMINDED,
        /// A version counts, nothing is expected any more, or the campaign
        /// takes nothing.
        @JsonProperty("not-awaited")
        NOT_AWAITED,
        /// It was reminded as often today as is allowed.
        @JsonProperty("enough")
        ENOUGH,
        /// There is none, or none that the caller may remind.
        @JsonProperty("unknown")
        UNKNOWN
    }
}
