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
/// @param slot
///            what is owed; absent where it is about rectification items
/// @param from
///            the organisation that reminds; absent where the day did
/// @param told
///            the items; absent where it is about a document
record Notice(int format, OperationId request, boolean dismissed, @Nullable SlotKey slot, @Nullable Code from,
        @Nullable Instant at, @Nullable String words, @Nullable ItemsTold told) {
    static final int FORMAT = 1;

    static Notice of(OperationId request, SlotKey slot, Code from, Instant at, @Nullable String words) {
        return new Notice(FORMAT, request, false, slot, from, at, words, null);
    }

    static Notice of(OperationId request, ItemsTold told, @Nullable Code from, Instant at, @Nullable String words) {
        return new Notice(FORMAT, request, false, null, from, at, words, told);
    }

    /// What is left once it is put away.
    Notice away() {
        return new Notice(FORMAT, request, true, null, null, null, null, null);
    }
}
