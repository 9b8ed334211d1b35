package guidang.reader.structure;

import guidang.reader.protocol.Structure.Dated;
import guidang.reader.protocol.Structure.Row;
import guidang.reader.protocol.Structure.Table;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads tables; one whose head names problems beside measures or due dates is
/// a register 台账.
final class Tables {
    /// How many rows may stand above the head: a caption, a unit's name.
    private static final int HEAD_REACH = 4;

    private final String text;
    private final List<Paragraph> paragraphs;
    private final DueDates due;
    private final List<Table> tables = new ArrayList<>();
    private final List<Dated> dates = new ArrayList<>();
    private int rows;

    private enum Column {
        NUMBER("序号", "编号", "号"),
        ASPECT("方面", "分类", "类别", "问题类别", "问题分类", "对应方面", "类型", "问题类型", "领域"),
        DUE("时限", "期限", "完成时间", "整改时间", "完成日期", "整改完成时间", "时间节点", "时间"),
        STATE("进展", "状态", "销号", "完成情况", "整改情况", "落实情况", "整改结果", "成效", "整改进度", "进度", "是否"),
        UNIT("责任单位", "责任部门", "牵头", "责任人", "责任领导", "责任主体", "责任科室", "责任岗位", "单位", "部门", "责任"),
        MEASURE("措施", "举措", "整改内容", "整改任务", "对策"),
        PROBLEM("问题", "具体表现", "不足", "表现", "短板");

        @SuppressWarnings("ImmutableEnumChecker") // made by List.of
        private final List<String> words;

        Column(String... words) {
            this.words = List.of(words);
        }
    }

    private record Cell(int start, int end) {}

    Tables(String text, List<Paragraph> paragraphs, DueDates due) {
        this.text = text;
        this.paragraphs = paragraphs;
        this.due = due;
    }

    void read() {
        for (int i = 0; i < paragraphs.size();) {
            int end = i;
            while (end < paragraphs.size() && paragraphs.get(end).isRow()
                    && paragraphs.get(end).level() == paragraphs.get(i).level()) {
                end++;
            }
            if (end > i && tables.size() < Limits.MANY) {
                table(paragraphs.subList(i, end));
            }
            i = Math.max(end, i + 1);
        }
    }

    List<Table> tables() {
        return tables;
    }

    /// The due dates in registers.
    List<Dated> dates() {
        return dates;
    }

    private void table(List<Paragraph> lines) {
        int start = lines.getFirst().start();
        int end = Glyphs.trim(text, start, lines.getLast().end());
        for (int i = 0; i < Math.min(HEAD_REACH, lines.size()); i++) {
            Map<Column, Integer> columns = columns(cells(lines.get(i)));
            if (columns.containsKey(Column.PROBLEM) && (columns.containsKey(Column.MEASURE) || columns.containsKey(Column.DUE))) {
                tables.add(new Table(true, start, end, rows(lines.subList(i + 1, lines.size()), columns)));
                return;
            }
        }
        tables.add(new Table(false, start, end, List.of()));
    }

    private List<Row> rows(List<Paragraph> lines, Map<Column, Integer> columns) {
        List<Row> found = new ArrayList<>();
        Row above = null;
        for (Paragraph line : lines) {
            if (rows >= Limits.UNITS) {
                break;
            }
            List<Cell> cells = cells(line);
            Row row = row(line, cells, columns, above);
            boolean says = !row.problem().isEmpty() || !row.measure().isEmpty();
            if (says && !columns.equals(columns(cells))) {
                found.add(row);
                rows++;
                above = row;
                dueDate(cells, columns);
            }
        }
        return found;
    }

    /// A row without a number of its own goes on with the problem above it: its
    /// cells were merged.
    private Row row(Paragraph line, List<Cell> cells, Map<Column, Integer> columns, @Nullable Row above) {
        String number = words(cells, columns.get(Column.NUMBER));
        String problem = words(cells, columns.get(Column.PROBLEM));
        String aspect = words(cells, columns.get(Column.ASPECT));
        boolean numbered = columns.containsKey(Column.NUMBER);
        if (above != null) {
            boolean merged = numbered ? number.isEmpty() || number.equals(above.number()) : problem.isEmpty();
            number = merged && number.isEmpty() ? above.number() : number;
            problem = merged && problem.isEmpty() ? above.problem() : problem;
            aspect = aspect.isEmpty() ? above.aspect() : aspect;
        }
        int start = Glyphs.skip(text, line.start(), line.end());
        return new Row(number, problem, aspect, words(cells, columns.get(Column.MEASURE)), words(cells, columns.get(Column.UNIT)),
                words(cells, columns.get(Column.DUE)), words(cells, columns.get(Column.STATE)), start,
                Glyphs.trim(text, start, line.end()));
    }

    private void dueDate(List<Cell> cells, Map<Column, Integer> columns) {
        Integer column = columns.get(Column.DUE);
        if (column != null && column < cells.size()) {
            Dated date = due.cell(cells.get(column).start, cells.get(column).end);
            if (date != null) {
                dates.add(date);
            }
        }
    }

    /// Each cell goes to one column, each column to the first cell that names it.
    private Map<Column, Integer> columns(List<Cell> cells) {
        Map<Column, Integer> columns = new EnumMap<>(Column.class);
        for (int i = 0; i < cells.size(); i++) {
            Cell cell = cells.get(i);
            Column column = cell.end - cell.start > 16 ? null : column(Glyphs.core(text.substring(cell.start, cell.end)));
            if (column != null) {
                columns.putIfAbsent(column, i);
            }
        }
        return columns;
    }

    private static @Nullable Column column(String words) {
        for (Column column : Column.values()) {
            for (String word : column.words) {
                boolean whole = column == Column.ASPECT || column == Column.NUMBER;
                if (whole
                        ? words.equals(word) || (words.endsWith(word) && words.length() <= 6 && column == Column.ASPECT)
                        : words.contains(word)) {
                    return column;
                }
            }
        }
        return null;
    }

    private List<Cell> cells(Paragraph line) {
        List<Cell> cells = new ArrayList<>();
        int from = line.start();
        for (int i = line.start(); i <= line.end(); i++) {
            if (i == line.end() || text.charAt(i) == '\t') {
                int start = Glyphs.skip(text, from, i);
                cells.add(new Cell(start, Glyphs.trim(text, start, i)));
                from = i + 1;
            }
        }
        return cells;
    }

    private String words(List<Cell> cells, @Nullable Integer column) {
        if (column == null || column >= cells.size()) {
            return "";
        }
        Cell cell = cells.get(column);
        return Glyphs.words(text, cell.start, Math.min(cell.end, cell.start + Limits.CELL));
    }
}
