package guidang.server.rectification;

import guidang.server.journal.JournalRecord;
import guidang.server.kernel.OperationId;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A rectification item (整改事项), folded from its stream or the beginning of one.
///
/// @param due
///            absent where there is none
/// @param words
///            the step whose blob says what it is
/// @param closeOut
///            the request that waits for an officer; absent where none does
/// @param extension
///            likewise
/// @param steps
///            all that happened, in order; the first one opened it
public record Item(ItemRecord.Opened opened, ItemState state, ItemType type, @Nullable LocalDate due, Step words,
        ItemRecord.@Nullable CloseOutRequested closeOut, ItemRecord.@Nullable ExtensionRequested extension, List<Step> steps) {
    public Item {
        steps = List.copyOf(steps);
    }

    /// One thing that happened, and the journal's record of it.
    ///
    /// @param state
    ///            of the item from here on
    public record Step(ItemRecord fact, JournalRecord record, ItemState state) {}

    /// Empty where the stream is.
    ///
    /// @throws IllegalStateException
    ///             where the stream does not follow the rules
    public static Optional<Item> of(List<JournalRecord> stream) {
        return stream.isEmpty() ? Optional.empty() : Optional.of(new ItemHistory(stream).item());
    }

    public OperationId id() {
        return opened.item();
    }

    /// What happened as the n-th thing, from 0.
    ///
    /// @throws Problem
    ///             `NOT_FOUND`
    Step step(int position) {
        if (position < 0 || position >= steps.size()) {
            throw new Problem(ProblemType.NOT_FOUND);
        }
        return steps.get(position);
    }

    /// When it came into its state.
    public Step since() {
        Step since = steps.getLast();
        for (Step step : steps.reversed()) {
            if (step.state() != state) {
                return since;
            }
            since = step;
        }
        return since;
    }
}
