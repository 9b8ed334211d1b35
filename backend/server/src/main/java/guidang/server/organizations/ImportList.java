package guidang.server.organizations;

import guidang.server.kernel.Code;
import guidang.server.kernel.Problem;
import guidang.server.organizations.ImportFault.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A list of organisations as it was handed in: its rows where they can be
/// read, and its faults of form.
///
/// @param size
///            rows below the header that hold anything
/// @param unread
///            the codes of rows that have a fault
record ImportList(int size, List<ImportRow> rows, Set<Code> unread, List<ImportFault> faults) {
    /// More would have to be several imports: all rows are held in memory.
    static final int MOST = 500_000;
    private static final int NAME_LIMIT = 120;

    /// The columns, in any order, by one of their names.
    enum Column {
        CODE("code", "代码", "编码", "组织代码"),
        NAME("name", "名称", "组织名称"),
        TYPE("type", "类型", "类别"),
        PARENT("parent", "上级", "上级代码",
                "上级组织");

        private final String names;

        Column(String... names) {
            this.names = " " + String.join(" ", names) + " ";
        }

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Column> of(String header) {
            String wanted = " " + header.strip().toLowerCase(Locale.ROOT) + " ";
            return Arrays.stream(values()).filter(c -> !wanted.isBlank() && c.names.contains(wanted)).findFirst();
        }
    }

    static ImportList read(byte[] bytes) {
        return Csv.decode(bytes).map(ImportList::read).orElseGet(() -> broken(1, Kind.UNKNOWN_ENCODING, ""));
    }

    private static ImportList read(String text) {
        List<Csv.Row> all = Csv.read(text).stream().filter(row -> !row.isBlank()).toList();
        if (all.size() < 2) {
            return broken(1, Kind.NO_ROWS, "");
        }
        if (all.size() - 1 > MOST) {
            return broken(MOST + 2, Kind.TOO_MANY_ROWS, "");
        }
        Map<Column, Integer> columns = columns(all.getFirst().fields());
        for (Column column : Column.values()) {
            if (!columns.containsKey(column)) {
                return new ImportList(all.size() - 1, List.of(), Set.of(),
                        List.of(new ImportFault(1, column.text(), Kind.MISSING_COLUMN, "")));
            }
        }
        return rows(all.subList(1, all.size()), columns);
    }

    private static ImportList broken(int row, Kind kind, String value) {
        return new ImportList(0, List.of(), Set.of(), List.of(new ImportFault(row, "", kind, value)));
    }

    private static Map<Column, Integer> columns(List<String> header) {
        Map<Column, Integer> columns = new EnumMap<>(Column.class);
        for (int i = 0; i < header.size(); i++) {
            int index = i;
            Column.of(header.get(i)).ifPresent(column -> columns.putIfAbsent(column, index));
        }
        return columns;
    }

    private static ImportList rows(List<Csv.Row> rows, Map<Column, Integer> columns) {
        List<ImportRow> read = new ArrayList<>();
        Set<Code> unread = new HashSet<>();
        List<ImportFault> faults = new ArrayList<>();
        for (Csv.Row row : rows) {
            new RowReader(row, columns, unread, faults).read().ifPresent(read::add);
        }
        return new ImportList(rows.size(), read, unread, faults);
    }

    /// Reads one row and says all that is wrong with it.
    private record RowReader(Csv.Row row, Map<Column, Integer> columns, Set<Code> unread, List<ImportFault> faults) {
        Optional<ImportRow> read() {
            int before = faults.size();
            if (!row.wellFormed()) {
                faults.add(new ImportFault(row.number(), "", Kind.MALFORMED_ROW, ""));
                return Optional.empty();
            }
            Code code = code(Column.CODE);
            String name = name();
            OrganizationType type = type();
            Code parent = code(Column.PARENT);
            if (faults.size() == before && code != null && type != null && parent != null) {
                return Optional.of(new ImportRow(row.number(), code, name, type, parent));
            }
            if (code != null) {
                unread.add(code);
            }
            return Optional.empty();
        }

        private String value(Column column) {
            int index = columns.getOrDefault(column, Integer.MAX_VALUE);
            String value = index < row.fields().size() ? row.fields().get(index).strip() : "";
            if (value.isEmpty()) {
                fault(column, Kind.MISSING_VALUE, "");
            }
            return value;
        }

        private @Nullable Code code(Column column) {
            String value = value(column);
            try {
                return value.isEmpty() ? null : Code.of(value);
            } catch (Problem malformed) {
                fault(column, Kind.MALFORMED_CODE, value);
                return null;
            }
        }

        private String name() {
            String value = value(Column.NAME);
            if (value.codePointCount(0, value.length()) > NAME_LIMIT) {
                fault(Column.NAME, Kind.NAME_TOO_LONG, value);
            }
            return value;
        }

        private @Nullable OrganizationType type() {
            String value = value(Column.TYPE);
            Optional<OrganizationType> type = OrganizationType.of(value);
            if (type.isEmpty() && !value.isEmpty()) {
                fault(Column.TYPE, Kind.BAD_TYPE, value);
            }
            return type.orElse(null);
        }

        private void fault(Column column, Kind kind, String value) {
            faults.add(new ImportFault(row.number(), column.text(), kind, value));
        }
    }
}
