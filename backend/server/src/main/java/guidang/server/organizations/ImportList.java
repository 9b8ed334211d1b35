package guidang.server.organizations;

import guidang.server.tables.Sheet;
import guidang.server.tables.Csv;
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

    /// The columns, in any order, by one of their names.
    enum Column {
        CODE(true, "code", "代码", "编码", "组织代码"),
        NAME(true, "name", "名称", "组织名称"),
        SHORT_NAME(false, "shortname", "简称", "组织简称"),
        TYPE(true, "type", "类型", "类别"),
        LEVEL(false, "level", "层级", "级别"),
        PARENT(true, "parent", "上级", "上级代码", "上级组织"),
        STATUS(false, "status", "状态"),
        SUCCESSOR(false, "successor", "并入", "并入组织");

        private final boolean required;
        private final String names;

        Column(boolean required, String... names) {
            this.required = required;
            this.names = " " + String.join(" ", names) + " ";
        }

        String text() {
            return switch (this) {
                case SHORT_NAME -> "shortName";
                default -> name().toLowerCase(Locale.ROOT);
            };
        }

        static Optional<Column> of(String header) {
            String wanted = " " + header.strip().toLowerCase(Locale.ROOT) + " ";
            return Arrays.stream(values()).filter(c -> !wanted.isBlank() && c.names.contains(wanted)).findFirst();
        }
    }

    /// An xlsx workbook's first sheet, else text.
    static ImportList read(byte[] bytes) {
        if (Sheet.isOne(bytes)) {
            return Sheet.read(bytes, MOST + 1).map(ImportList::read).orElseGet(() -> broken(1, Kind.UNREADABLE_SHEET, ""));
        }
        return Csv.decode(bytes).map(text -> read(Csv.read(text).stream().map(Csv.Row::plain).toList()))
                .orElseGet(() -> broken(1, Kind.UNKNOWN_ENCODING, ""));
    }

    private static ImportList read(List<Csv.Row> rows) {
        List<Csv.Row> all = rows.stream().filter(row -> !row.isBlank()).toList();
        if (all.size() < 2) {
            return broken(1, Kind.NO_ROWS, "");
        }
        if (all.size() - 1 > MOST) {
            return broken(MOST + 2, Kind.TOO_MANY_ROWS, "");
        }
        Map<Column, Integer> columns = columns(all.getFirst().fields());
        for (Column column : Column.values()) {
            if (column.required && !columns.containsKey(column)) {
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
            Code code = code(Column.CODE, required(Column.CODE));
            String name = name(Column.NAME, required(Column.NAME), ChangeFields.NAME_LIMIT);
            String shortName = has(Column.SHORT_NAME)
                    ? name(Column.SHORT_NAME, value(Column.SHORT_NAME), ChangeFields.SHORT_NAME_LIMIT)
                    : null;
            OrganizationType type = type();
            Integer level = has(Column.LEVEL) ? level() : null;
            Code parent = code(Column.PARENT, value(Column.PARENT));
            OrganizationStatus status = has(Column.STATUS) ? status() : null;
            Code successor = code(Column.SUCCESSOR, value(Column.SUCCESSOR));
            if (faults.size() == before && code != null && type != null) {
                return Optional.of(new ImportRow(row.number(), code, name, shortName, type, level, parent, status, successor));
            }
            if (code != null) {
                unread.add(code);
            }
            return Optional.empty();
        }

        private boolean has(Column column) {
            return columns.containsKey(column);
        }

        private String value(Column column) {
            int index = columns.getOrDefault(column, Integer.MAX_VALUE);
            return index < row.fields().size() ? row.fields().get(index).strip() : "";
        }

        private String required(Column column) {
            String value = value(column);
            if (value.isEmpty()) {
                fault(column, Kind.MISSING_VALUE, "");
            }
            return value;
        }

        private @Nullable Code code(Column column, String value) {
            try {
                return value.isEmpty() ? null : Code.of(value);
            } catch (Problem malformed) {
                fault(column, Kind.MALFORMED_CODE, value);
                return null;
            }
        }

        private String name(Column column, String value, int limit) {
            if (value.codePointCount(0, value.length()) > limit) {
                fault(column, Kind.NAME_TOO_LONG, value);
            }
            return value;
        }

        private @Nullable OrganizationType type() {
            String value = required(Column.TYPE);
            Optional<OrganizationType> type = OrganizationType.of(value);
            if (type.isEmpty() && !value.isEmpty()) {
                fault(Column.TYPE, Kind.BAD_TYPE, value);
            }
            return type.orElse(null);
        }

        private Integer level() {
            String value = value(Column.LEVEL);
            if (value.matches("[1-9](\\.0)?|")) {
                return value.isEmpty() ? 0 : value.charAt(0) - '0';
            }
            fault(Column.LEVEL, Kind.BAD_LEVEL, value);
            return 0;
        }

        private OrganizationStatus status() {
            String value = value(Column.STATUS);
            Optional<OrganizationStatus> status = OrganizationStatus.of(value);
            if (status.isEmpty()) {
                fault(Column.STATUS, Kind.BAD_STATUS, value);
            }
            return status.orElse(OrganizationStatus.OPEN);
        }

        private void fault(Column column, Kind kind, String value) {
            faults.add(new ImportFault(row.number(), column.text(), kind, value));
        }
    }
}
