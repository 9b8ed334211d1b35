package guidang.server.register;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What is wrong with a cell, a row or the whole of a sheet.
///
/// @param row
///            as a spreadsheet counts; the head's, or 1, where the whole is
///            meant
/// @param column
///            null where the whole row is meant
/// @param kind
///            the words are in `messages*.properties` under `sheet.{kind}`
/// @param values
///            for the words
record SheetFault(int row, @Nullable SheetColumn column, String kind, Map<String, Object> values) {
    private static final int SHOWN = 64;

    static SheetFault of(int row, @Nullable SheetColumn column, String kind) {
        return new SheetFault(row, column, kind, Map.of());
    }

    /// The same, with what was written there, cut.
    SheetFault with(String value) {
        return with("value", value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value);
    }

    SheetFault with(String name, Object value) {
        Map<String, Object> more = new TreeMap<>(values);
        more.put(name, value);
        return new SheetFault(row, column, kind, more);
    }
}
