package guidang.server.register;

import guidang.server.kernel.OperationId;
import guidang.server.rectification.ItemState;
import guidang.server.rectification.ItemWords;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An item that is in the register already, as a sheet would have it.
///
/// @param words
///            null where nobody reads them any more
/// @param position
///            of the record that brought the words
/// @param done
///            all of it, also where the row's cell does not hold it
record Present(OperationId item, ItemState state, @Nullable ItemWords words, int position, List<ProgressLine> done,
        SheetRow row) {
    Present {
        done = List.copyOf(done);
    }
}
