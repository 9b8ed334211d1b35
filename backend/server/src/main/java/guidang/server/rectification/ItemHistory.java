package guidang.server.rectification;

import guidang.server.journal.JournalRecord;
import guidang.server.rectification.Item.Step;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Folds an item's stream, fact by fact.
final class ItemHistory {
    private final ItemRecord.Opened opened;
    private final List<Step> steps = new ArrayList<>();
    private ItemState state = ItemState.OPEN;
    private ItemType type;
    private @Nullable LocalDate due;
    private Step words;
    private ItemRecord.@Nullable CloseOutRequested closeOut;
    private ItemRecord.@Nullable ExtensionRequested extension;

    /// @param stream
    ///            not empty
    ItemHistory(List<JournalRecord> stream) {
        if (!(ItemCodec.read(stream.getFirst()) instanceof ItemRecord.Opened first)) {
            throw new IllegalStateException("an item begins with opened, not as " + stream.getFirst().stream());
        }
        opened = first;
        type = first.type();
        due = first.due();
        words = new Step(first, stream.getFirst(), state);
        steps.add(words);
        stream.stream().skip(1).forEach(this::add);
    }

    Item item() {
        return new Item(opened, state, type, due, words, closeOut, extension, steps);
    }

    private void add(JournalRecord record) {
        ItemRecord fact = ItemCodec.read(record);
        state = ItemAct.of(record.type()).after(state).orElseThrow(
                () -> new IllegalStateException(
                        record.type() + " of an item that is " + state.word() + " on " + record.stream()));
        if (state != ItemState.CLOSE_OUT_REQUESTED) {
            closeOut = null;
        }
        if (!state.isUnsettled()) {
            extension = null;
        }
        Step step = new Step(fact, record, state);
        steps.add(step);
        take(fact, step);
    }

    private void take(ItemRecord fact, Step step) {
        switch (fact) {
            case ItemRecord.Edited _ -> words = step;
            case ItemRecord.Reclassified by -> reclassify(by);
            case ItemRecord.CloseOutRequested by -> closeOut = by;
            case ItemRecord.ExtensionRequested by -> extension = by;
            case ItemRecord.ExtensionGranted by -> {
                due = by.due();
                extension = null;
            }
            case ItemRecord.ExtensionRefused _ -> extension = null;
            case ItemRecord.Reopened by -> due = by.due();
            case ItemRecord.Opened _,ItemRecord.Progressed _,ItemRecord.Commented _,ItemRecord.CloseOutWithdrawn _,ItemRecord.Closed _,ItemRecord.Returned _,ItemRecord.Reviewed _,ItemRecord.Voided _ -> {
                // The state says it all.
            }
        }
    }

    private void reclassify(ItemRecord.Reclassified by) {
        type = by.type();
        due = by.due();
    }
}
