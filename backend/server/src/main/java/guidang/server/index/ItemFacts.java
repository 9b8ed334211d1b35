package guidang.server.index;

import com.fasterxml.jackson.annotation.JsonIgnore;
import guidang.server.kernel.OperationId;
import guidang.server.objects.Blobs;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was true of a rectification item, while nothing about it changed.
///
/// @param itemType
///            [guidang.server.rectification.ItemType]
/// @param state
///            [guidang.server.rectification.ItemState]
/// @param since
///            when it came into the state
/// @param closedAt
///            while it is closed; of one that was closed elsewhere, that day
/// @param due
///            the last day; overdue is what is unsettled on the next one
/// @param request
///            the close-out that waits
/// @param waitingSince
///            when that was asked for
/// @param extension
///            whether one that was asked for waits
/// @param extensions
///            how many were granted
/// @param returns
///            how many close-outs were refused
/// @param evidence
///            how many files
/// @param evidenceOn
///            the days that these are of: what was said of the file, or of the
///            step, else when it came
/// @param daysToClose
///            whole days from the day it was opened; absent of one that was
///            closed elsewhere
/// @param words
///            that say what it is
record ItemFacts(String itemType, String state, Instant since, Instant openedAt, @Nullable Instant closedAt,
        @Nullable LocalDate due, @Nullable String request, @Nullable Instant waitingSince, boolean extension, int extensions,
        int returns, int reopenings, int evidence, List<LocalDate> evidenceOn, @Nullable Integer daysToClose,
        @JsonIgnore Said words) {
    ItemFacts {
        evidenceOn = List.copyOf(evidenceOn);
    }

    /// Words in a details blob, under the operation that brought them.
    record Said(OperationId operation, Blobs.Ref details) {}
}
