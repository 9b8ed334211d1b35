package guidang.server.statistics;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A way of writing a table, piece by piece: what it holds in memory does not
/// grow with the table.
interface TableFormat {
    /// What comes before the rows.
    byte[] begin(Table table);

    byte[] rows(List<List<@Nullable Object>> rows);

    byte[] end();
}
