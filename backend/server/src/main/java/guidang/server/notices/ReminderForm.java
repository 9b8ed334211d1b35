package guidang.server.notices;

import guidang.server.filing.Fields;
import com.fasterxml.jackson.annotation.JsonInclude;
import guidang.server.kernel.Code;
import guidang.server.kernel.OperationId;
import guidang.server.kernel.Period;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whom to remind of what: of documents, of rectification items, or of both.
///
/// @param campaign
///            code of the slots' campaign
/// @param slots
///            at most 500
/// @param rectifications
///            at most 500
/// @param words
///            at most 500 characters, shown to those who are reminded;
///            absent: none
record ReminderForm(@Nullable Code campaign, @Nullable List<@Nullable ReminderSlot> slots,
        @Nullable List<@Nullable ReminderItem> rectifications, @Nullable String words) {
    private static final int MOST = 500;
    private static final int WORDS = 500;

    /// One document of one organisation.
    ///
    /// @param period
    ///            absent: `once`
    @Schema(requiredProperties = {"organization", "documentType"})
    record ReminderSlot(@Nullable Code organization, @Nullable Code documentType, @Nullable Period period) {}

    /// A rectification item of an organisation.
    @Schema(requiredProperties = {"organization", "item"})
    record ReminderItem(@Nullable Code organization, @Nullable String item) {}

    /// Where an item is.
    record ItemPlace(Code organization, OperationId item) {}

    /// What is asked for, checked; each slot and item once, in the order in which
    /// they came.
    record Checked(List<SlotKey> slots, @Nullable String words,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ItemPlace> rectifications) {}

    /// @throws guidang.server.kernel.Problem
    ///             `INVALID_FIELD`
    Checked checked() {
        List<ItemPlace> places = places();
        return new Checked(keys(places.isEmpty()), words == null || words.isBlank() ? null : Fields.lines("words", words, WORDS),
                places);
    }

    private List<SlotKey> keys(boolean wanted) {
        if (slots == null && !wanted) {
            return List.of();
        }
        Code named = campaign;
        if (named == null) {
            throw Fields.invalid("campaign", "code of a campaign");
        }
        if (slots == null || slots.isEmpty() || slots.size() > MOST) {
            throw Fields.invalid("slots", "1-" + MOST + " slots");
        }
        return slots.stream().map(slot -> key(named, slot)).distinct().toList();
    }

    private List<ItemPlace> places() {
        if (rectifications == null) {
            return List.of();
        }
        if (rectifications.isEmpty() || rectifications.size() > MOST) {
            throw Fields.invalid("rectifications", "1-" + MOST + " items");
        }
        return rectifications.stream().map(ReminderForm::place).distinct().toList();
    }

    private static ItemPlace place(@Nullable ReminderItem item) {
        if (item == null || item.organization() == null || item.item() == null || !OperationId.isOne(item.item())) {
            throw Fields.invalid("rectifications", "organization and item of each");
        }
        return new ItemPlace(item.organization(), new OperationId(item.item()));
    }

    private static SlotKey key(Code campaign, @Nullable ReminderSlot slot) {
        if (slot == null || slot.organization() == null || slot.documentType() == null) {
            throw Fields.invalid("slots", "organization and documentType of each");
        }
        return new SlotKey(campaign, slot.organization(), slot.documentType(),
                slot.period() == null ? Period.ONCE : slot.period());
    }
}
