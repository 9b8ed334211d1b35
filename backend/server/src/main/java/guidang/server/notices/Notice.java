package guidang.server.notices;

import guidang.server.kernel.Code;
import guidang.server.kernel.OperationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A reminder as it is kept for the organisation's clerks, whoever they are:
/// state, with no person in it.
///
/// @param request
///            the request that made it, so that one that is repeated is known
/// @param dismissed
///            put away; then nothing but its place in the day's count is left
/// @param from
///            the organisation that reminds
record Notice(int format, OperationId request, boolean dismissed, @Nullable SlotKey slot, @Nullable Code from,
        @Nullable Instant at, @Nullable String words) {
    static final int FORMAT = 1;

    static Notice of(OperationId request, SlotKey slot, Code from, Instant at, @Nullable String words) {
        return new Notice(FORMAT, request, false, slot, from, at, words);
    }

    /// What is left once it is put away.
    Notice away() {
        return new Notice(FORMAT, request, true, null, null, null, null);
    }
}
