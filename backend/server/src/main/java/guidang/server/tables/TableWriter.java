package guidang.server.tables;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes one table, piece by piece.
interface TableWriter {
    /// What comes before the rows.
    byte[] begin(Table table);

    byte[] rows(List<List<@Nullable Object>> rows);

    byte[] end();
}
