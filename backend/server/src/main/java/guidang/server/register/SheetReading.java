package guidang.server.register;

import guidang.server.tables.Csv;
import guidang.server.tables.Grid;
import guidang.server.tables.Sheet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// A register as it was handed in: its rows as far as they can be read by
/// themselves, and what is wrong with the others. Pure.
///
/// @param size
///            items in the sheet, faulty ones among them
/// @param head
///            where the columns stand
/// @param headings
///            as the sheet calls them
/// @param faults
///            in the order of the rows
record SheetReading(int size, Map<SheetColumn, Integer> head, Map<SheetColumn, String> headings, List<SheetRow> rows,
        List<SheetFault> faults, String above) {
    private static final Set<String> EXAMPLES = Set.of("例", "示例", "样例", "example", "e.g.");
    /// So many rows are looked through for the head: titles and notes stand above.
    private static final int ABOVE = 30;
    /// Besides the one of the problems.
    private static final int OTHER_COLUMNS = 1;

    /// @param most
    ///            rows
    /// @param year
    ///            of days that name none
    static SheetReading read(byte[] bytes, int most, int year, LocalDate today) {
        if (Sheet.isOld(bytes)) {
            return broken(SheetFault.of(1, null, "old-workbook"));
        }
        if (Sheet.isOne(bytes)) {
            return Sheet.grid(bytes, most + ABOVE).map(grid -> of(grid, most, year, today))
                    .orElseGet(() -> broken(SheetFault.of(1, null, "unreadable-workbook")));
        }
        return Csv.decode(bytes).map(text -> Grid.of(Csv.read(text).stream().map(Csv.Row::plain).toList()))
                .map(grid -> of(grid, most, year, today)).orElseGet(() -> broken(SheetFault.of(1, null, "unknown-encoding")));
    }

    private static SheetReading broken(SheetFault fault) {
        return new SheetReading(0, Map.of(), Map.of(), List.of(), List.of(fault), "");
    }

    private static SheetReading of(Grid handed, int most, int year, LocalDate today) {
        Grid grid = handed.spread();
        int head = head(grid);
        if (head < 0) {
            return broken(SheetFault.of(1, SheetColumn.PROBLEM, "no-head"));
        }
        Map<SheetColumn, Integer> columns = columns(grid.rows().get(head));
        Map<SheetColumn, String> headings = headings(grid.rows().get(head), columns);
        int problems = Objects.requireNonNull(columns.get(SheetColumn.PROBLEM));
        int first = head + 1;
        Map<Integer, Integer> together = grid.firstRows(problems);
        if (first < grid.rows().size() && isHeadToo(grid, head, first, together)) {
            Map<SheetColumn, Integer> below = columns(grid.rows().get(first));
            // What spans several columns says less than what stands below it.
            columns.values().removeAll(below.values());
            headings.putAll(headings(grid.rows().get(first), below));
            columns.putAll(below);
            first++;
        }
        return rows(new Body(handed, grid, columns, together), first, most, new Days(year, today), headings);
    }

    private record Days(int year, LocalDate today) {}

    /// The body of a sheet, as it is and with its merged cells filled.
    private record Body(Grid handed, Grid grid, Map<SheetColumn, Integer> columns, Map<Integer, Integer> together) {
        /// Whether more than a number stands in it, and it is no example.
        boolean isFilled(int index) {
            Csv.Row row = handed.rows().get(index);
            Integer number = columns.get(SheetColumn.NUMBER);
            if (number != null && EXAMPLES.contains(field(row, number).strip().toLowerCase(Locale.ROOT))) {
                return false;
            }
            return !row.wellFormed() || columns.entrySet().stream()
                    .anyMatch(column -> column.getKey() != SheetColumn.NUMBER && !field(row, column.getValue()).isBlank());
        }
    }

    private static SheetReading rows(Body body, int first, int most, Days days, Map<SheetColumn, String> headings) {
        Map<Integer, List<Csv.Row>> items = new LinkedHashMap<>();
        for (int i = first; i < body.grid.rows().size(); i++) {
            if (body.isFilled(i)) {
                Csv.Row row = body.grid.rows().get(i);
                items.computeIfAbsent(body.together.getOrDefault(row.number(), row.number()), _ -> new ArrayList<>()).add(row);
            }
        }
        int headRow = body.grid.rows().get(first - 1).number();
        if (items.isEmpty() || items.size() > most) {
            SheetFault fault = SheetFault.of(headRow, null, items.isEmpty() ? "no-rows" : "too-many-rows").with("most", most);
            return new SheetReading(items.size(), body.columns, headings, List.of(), List.of(fault), "");
        }
        List<SheetFault> faults = new ArrayList<>();
        SheetCells cells = new SheetCells(body.columns, new SheetDay(days.year, body.grid.date1904()), days.today, faults);
        List<SheetRow> rows = new ArrayList<>();
        items.values().forEach(item -> cells.read(item).ifPresent(rows::add));
        return new SheetReading(items.size(), body.columns, headings, List.copyOf(rows), List.copyOf(faults),
                words(body.grid, first));
    }

    /// What stands above the items: there a marking would stand.
    private static String words(Grid grid, int first) {
        StringBuilder words = new StringBuilder();
        grid.rows().stream().limit(first).forEach(row -> row.fields().stream().filter(field -> !field.isBlank())
                .forEach(field -> words.append(field.strip()).append('\n')));
        return words.toString();
    }

    /// The row with most of the columns; -1 where none is a head.
    private static int head(Grid grid) {
        int best = -1;
        int most = OTHER_COLUMNS;
        for (int i = 0; i < Math.min(ABOVE, grid.rows().size()); i++) {
            Map<SheetColumn, Integer> columns = columns(grid.rows().get(i));
            if (columns.containsKey(SheetColumn.PROBLEM) && columns.size() > most) {
                best = i;
                most = columns.size();
            }
        }
        return best;
    }

    /// A head of two rows: some of its cells reach down into the second one.
    private static boolean isHeadToo(Grid grid, int head, int next, Map<Integer, Integer> together) {
        int row = grid.rows().get(head).number();
        Integer first = together.get(row);
        return first != null && first.equals(together.get(grid.rows().get(next).number()));
    }

    private static Map<SheetColumn, Integer> columns(Csv.Row row) {
        Map<SheetColumn, Integer> columns = new EnumMap<>(SheetColumn.class);
        for (int i = 0; i < row.fields().size(); i++) {
            int index = i;
            SheetColumn.headed(row.fields().get(i)).ifPresent(column -> columns.putIfAbsent(column, index));
        }
        return columns;
    }

    private static Map<SheetColumn, String> headings(Csv.Row row, Map<SheetColumn, Integer> columns) {
        Map<SheetColumn, String> headings = new EnumMap<>(SheetColumn.class);
        columns.forEach((column, index) -> headings.put(column, field(row, index).strip()));
        return headings;
    }

    static String field(Csv.Row row, int column) {
        return column < row.fields().size() ? row.fields().get(column) : "";
    }
}
