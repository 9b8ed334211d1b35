package guidang.server.notices;

import com.fasterxml.jackson.annotation.JsonProperty;
import guidang.server.notices.ReminderForm.ItemPlace;
import java.util.List;

/// What became of each slot and each rectification item, in the order in which
/// they were asked for.
record Reminders(List<ReminderOutcome> items, List<ItemOutcome> rectifications) {
    /// What became of an item.
    record ItemOutcome(String organization, String item, Outcome outcome) {
        static ItemOutcome of(ItemPlace place, Outcome outcome) {
            return new ItemOutcome(place.organization().value(), place.item().value(), outcome);
        }
    }

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
        /// A version counts, nothing is expected any more, or the campaign takes
        /// nothing; the item is settled, or waits for an officer.
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
