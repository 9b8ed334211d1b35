package guidang.server.register;

import static guidang.server.register.SheetColumn.CLOSED;
import static guidang.server.register.SheetColumn.CLOSED_ON;
import static guidang.server.register.SheetColumn.COMPLETED;
import static guidang.server.register.SheetColumn.DUE;
import static guidang.server.register.SheetColumn.ITEM;
import static guidang.server.register.SheetColumn.NUMBER;
import static guidang.server.register.SheetColumn.PROBLEM;
import static guidang.server.register.SheetColumn.PROGRESS;
import static guidang.server.register.SheetColumn.TYPE;

import guidang.server.kernel.OperationId;
import guidang.server.rectification.ItemType;
import guidang.server.register.SheetRow.Closing;
import guidang.server.tables.Csv;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads the rows of one item, which are one, or several beside the same
/// problem, and says all that is wrong with them.
///
/// @param today
///            after which nothing was done yet
/// @param faults
///            are added to
record SheetCells(Map<SheetColumn, Integer> columns, SheetDay days, LocalDate today, List<SheetFault> faults) {
    private static final Pattern IMMEDIATE = Pattern.compile(".*(立行立改|立整立改|立查立改|即知即改|立即|马上|immediate).*");
    private static final Pattern ONGOING = Pattern.compile(".*(长期|持续|坚持|常态|ongoing).*");
    private static final Pattern BY_DEADLINE = Pattern.compile(".*(限期|限时|按期|阶段|by-deadline|by deadline).*");
    private static final Set<String> YES = Set.of("是", "已销号", "已完成", "完成", "销号", "已整改", "已整改完成", "√", "✓", "✔", "☑", "yes", "y",
            "true", "1",
            "closed");
    private static final Set<String> NO = Set.of("否", "未销号", "未完成", "未", "未整改", "整改中", "进行中", "正在整改", "已退回", "×", "x", "✗", "✘",
            "no",
            "n", "false", "0", "open");
    private static final Set<String> REQUESTED = Set.of("申请中", "已申请", "销号申请中", "待销号", "待审核", "requested");
    private static final Set<String> VOID = Set.of("作废", "已作废", "void");
    private static final int MOST_LINES = 50;
    private static final int LONGEST_LINE = 4_000;

    /// Empty where anything is wrong with it.
    Optional<SheetRow> read(List<Csv.Row> rows) {
        Csv.Row first = rows.getFirst();
        int before = faults.size();
        if (rows.stream().anyMatch(row -> !row.wellFormed())) {
            faults.add(SheetFault.of(first.number(), null, "malformed-row"));
            return Optional.empty();
        }
        Map<SheetColumn, String> cells = new EnumMap<>(SheetColumn.class);
        columns.forEach((column, index) -> cells.put(column, cell(column, index, rows)));
        int number = first.number();
        cells.remove(NUMBER);
        required(number, cells);
        lengths(number, cells);
        kind(number, cells);
        closing(number, cells);
        progress(number, cells);
        item(number, cells);
        return faults.size() == before ? Optional.of(new SheetRow(number, cells)) : Optional.empty();
    }

    /// What several rows of one item say goes one below the other, each once.
    private static String cell(SheetColumn column, int index, List<Csv.Row> rows) {
        Set<String> parts = new LinkedHashSet<>();
        rows.stream().map(row -> clean(column, SheetReading.field(row, index))).filter(part -> !part.isEmpty())
                .forEach(parts::add);
        return String.join(column.isLine() ? "、" : "\n", parts);
    }

    static String clean(SheetColumn column, String cell) {
        String lines = cell.replace("\r\n", "\n").replace('\r', '\n').replace('\u00A0', ' ').replace("_x000D_", "");
        String printable = lines.codePoints().filter(c -> c == '\n' || c == '\t' || isPrintable(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        String stripped = printable.lines().map(String::stripTrailing).collect(Collectors.joining("\n")).strip();
        return column.isLine() ? stripped.replaceAll("\\s*[\\n\\t]\\s*", " ") : stripped;
    }

    private static boolean isPrintable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED, Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                false;
            default -> true;
        };
    }

    private void required(int row, Map<SheetColumn, String> cells) {
        if (cells.getOrDefault(PROBLEM, "").isEmpty()) {
            faults.add(SheetFault.of(row, PROBLEM, "missing-problem"));
        }
    }

    private void lengths(int row, Map<SheetColumn, String> cells) {
        cells.forEach((column, cell) -> {
            int length = cell.codePointCount(0, cell.length());
            if (length > column.limit()) {
                faults.add(SheetFault.of(row, column, "too-long").with("limit", column.limit()).with("length", length));
            }
        });
    }

    /// Type and due day; each may say the other one.
    private void kind(int row, Map<SheetColumn, String> cells) {
        String due = cells.getOrDefault(DUE, "");
        String type = cells.getOrDefault(TYPE, "");
        Optional<ItemType> said = type(type).or(() -> type(due));
        if (!type.isEmpty() && type(type).isEmpty()) {
            faults.add(SheetFault.of(row, TYPE, "bad-type").with(type));
            return;
        }
        if (due.isEmpty() || type(due).isPresent()) {
            cells.put(DUE, "");
            said.ifPresentOrElse(known -> cells.put(TYPE, known.word()), () -> faults.add(SheetFault.of(row, DUE, "no-due")));
        } else {
            day(row, DUE, cells);
            cells.put(TYPE, said.orElse(ItemType.BY_DEADLINE).word());
        }
    }

    private static Optional<ItemType> type(String words) {
        String plain = words.toLowerCase(Locale.ROOT).replace('\n', ' ');
        return ONGOING.matcher(plain).matches()
                ? Optional.of(ItemType.ONGOING)
                : IMMEDIATE.matcher(plain).matches()
                        ? Optional.of(ItemType.IMMEDIATE)
                        : BY_DEADLINE.matcher(plain).matches() ? Optional.of(ItemType.BY_DEADLINE) : Optional.empty();
    }

    private void day(int row, SheetColumn column, Map<SheetColumn, String> cells) {
        String cell = cells.getOrDefault(column, "");
        days.read(cell).ifPresentOrElse(day -> cells.put(column, day.toString()), () -> {
            if (!cell.isEmpty()) {
                faults.add(SheetFault.of(row, column, "bad-day").with(cell));
            }
        });
    }

    private void past(int row, SheetColumn column, Map<SheetColumn, String> cells) {
        int before = faults.size();
        day(row, column, cells);
        String day = cells.getOrDefault(column, "");
        if (faults.size() == before && !day.isEmpty() && LocalDate.parse(day).isAfter(today)) {
            faults.add(SheetFault.of(row, column, "future-day").with(day));
        }
    }

    /// Closed or not. A sheet without that column, or with nothing there, says it
    /// by its days.
    private void closing(int row, Map<SheetColumn, String> cells) {
        String word = cells.getOrDefault(CLOSED, "").toLowerCase(Locale.ROOT);
        past(row, COMPLETED, cells);
        past(row, CLOSED_ON, cells);
        boolean done = Stream.of(COMPLETED, CLOSED_ON).anyMatch(column -> !cells.getOrDefault(column, "").isEmpty());
        Optional<Closing> closing = word.isEmpty()
                ? Optional.of(done ? Closing.YES : Closing.NO)
                : closing(word);
        if (closing.isEmpty()) {
            faults.add(SheetFault.of(row, CLOSED, "bad-closing").with(word));
        } else if (closing.get() == Closing.NO && done) {
            faults.add(SheetFault.of(row, CLOSED, "done-but-open"));
        } else {
            cells.put(CLOSED, closing.get() == Closing.NO ? "" : closing.get().word());
        }
    }

    private static Optional<Closing> closing(String word) {
        return YES.contains(word)
                ? Optional.of(Closing.YES)
                : NO.contains(word)
                        ? Optional.of(Closing.NO)
                        : REQUESTED.contains(word)
                                ? Optional.of(Closing.REQUESTED)
                                : VOID.contains(word) ? Optional.of(Closing.VOID) : Optional.empty();
    }

    private void progress(int row, Map<SheetColumn, String> cells) {
        List<ProgressLine> lines = ProgressLine.read(cells.getOrDefault(PROGRESS, ""));
        if (lines.size() > MOST_LINES) {
            faults.add(SheetFault.of(row, PROGRESS, "too-much-progress").with("limit", MOST_LINES));
        }
        if (lines.stream().anyMatch(line -> line.words().codePointCount(0, line.words().length()) > LONGEST_LINE)) {
            faults.add(SheetFault.of(row, PROGRESS, "progress-too-long").with("limit", LONGEST_LINE));
        }
        cells.put(PROGRESS, lines.stream().map(ProgressLine::toString).collect(Collectors.joining("\n")));
    }

    private void item(int row, Map<SheetColumn, String> cells) {
        String item = cells.getOrDefault(ITEM, "");
        if (!item.isEmpty() && !OperationId.isOne(item)) {
            faults.add(SheetFault.of(row, ITEM, "bad-item").with(item));
        }
    }
}
