package guidang.server.tables;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// A sheet as somebody made it by hand.
///
/// @param rows
///            those that hold anything, and maybe blank ones
/// @param merged
///            cells that are one
/// @param date1904
///            whether its days are counted from 1904, not from 1900
public record Grid(List<Csv.Row> rows, List<Merged> merged, boolean date1904) {
    /// Cells that are filled at most: merges that come to more are nobody's work.
    private static final int MOST = 1_000_000;

    public Grid {
        rows = List.copyOf(rows);
        merged = List.copyOf(merged);
    }

    /// One without merged cells.
    public static Grid of(List<Csv.Row> rows) {
        return new Grid(rows, List.of(), false);
    }

    /// Cells that are one. Rows from 1, columns from 0, both ends included.
    public record Merged(int firstRow, int lastRow, int firstColumn, int lastColumn) {}

    /// For each row whose cell in that column is one with cells above or below it:
    /// the first of these rows.
    public Map<Integer, Integer> firstRows(int column) {
        NavigableMap<Integer, Merged> tall = new TreeMap<>();
        merged.stream().filter(cells -> cells.firstColumn() <= column && column <= cells.lastColumn())
                .filter(cells -> cells.lastRow() > cells.firstRow()).forEach(cells -> tall.put(cells.firstRow(), cells));
        Map<Integer, Integer> first = new HashMap<>();
        for (Csv.Row row : rows) {
            Map.Entry<Integer, Merged> near = tall.floorEntry(row.number());
            if (near != null && row.number() <= near.getValue().lastRow()) {
                first.put(row.number(), near.getKey());
            }
        }
        return first;
    }

    /// The same with each merged cell's words in all of its rows: what stands
    /// beside several rows counts for all of them.
    public Grid spread() {
        Map<Integer, List<String>> all = new HashMap<>();
        rows.forEach(row -> all.put(row.number(), new ArrayList<>(row.fields())));
        int left = MOST;
        for (Merged cells : merged) {
            left -= spread(cells, all, left);
        }
        return new Grid(rows.stream().map(row -> new Csv.Row(row.number(), List.copyOf(all.getOrDefault(row.number(), List.of())),
                row.wellFormed())).toList(), merged, date1904);
    }

    /// Tells how many cells it has looked at.
    private static int spread(Merged cells, Map<Integer, List<String>> all, int most) {
        List<String> first = all.getOrDefault(cells.firstRow(), List.of());
        String words = cells.firstColumn() < first.size() ? first.get(cells.firstColumn()) : "";
        int rows = words.isEmpty() ? 0 : Math.min(cells.lastRow() - cells.firstRow(), most);
        for (int row = cells.firstRow() + 1; row <= cells.firstRow() + rows; row++) {
            List<String> fields = all.get(row);
            if (fields != null) {
                set(fields, cells.firstColumn(), words);
            }
        }
        return rows;
    }

    private static void set(List<String> fields, int column, String words) {
        while (fields.size() <= column) {
            fields.add("");
        }
        fields.set(column, words);
    }
}
