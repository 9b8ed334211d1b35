package guidang.server.notices;

import guidang.server.filing.Fields;
import guidang.server.kernel.Code;
import guidang.server.kernel.Period;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whom to remind of what.
///
/// @param campaign
///            code of the campaign
/// @param slots
///            1 to 500
/// @param words
///            at most 500 characters, shown to those who are reminded;
///            absent: none
@Schema(requiredProperties = {"campaign", "slots"})
record ReminderForm(@Nullable Code campaign, @Nullable List<@Nullable ReminderSlot> slots, @Nullable String words) {
    private static final int MOST = 500;
    private static final int WORDS = 500;

    /// One document of one organisation.
    ///
    /// @param period
    ///            absent: `once`
    @Schema(requiredProperties = {"organization", "documentType"})
    record ReminderSlot(@Nullable Code organization, @Nullable Code documentType, @Nullable Period period) {}

    /// What is asked for, checked; each slot once, in the order in which they came.
    record Checked(List<SlotKey> slots, @Nullable String words) {}

    /// @throws guidang.server.kernel.Problem
    ///             `INVALID_FIELD`
    Checked checked() {
        Code named = campaign;
        if (named == null) {
            throw Fields.invalid("campaign", "code of a campaign");
        }
        if (slots == null || slots.isEmpty() || slots.size() > MOST) {
            throw Fields.invalid("slots", "1-" + MOST + " slots");
        }
        return new Checked(slots.stream().map(slot -> key(named, slot)).distinct().toList(),
                words == null || words.isBlank() ? null : Fields.lines("words", words, WORDS));
    }

    private static SlotKey key(Code campaign, @Nullable ReminderSlot slot) {
        if (slot == null || slot.organization() == null || slot.documentType() == null) {
            throw Fields.invalid("slots", "organization and documentType of each");
        }
        return new SlotKey(campaign, slot.organization(), slot.documentType(),
                slot.period() == null ? Period.ONCE : slot.period());
    }
}
