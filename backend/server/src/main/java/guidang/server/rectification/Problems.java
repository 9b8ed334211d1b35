package guidang.server.rectification;

import guidang.server.filing.ReportTexts;
import guidang.server.inspection.ReadStructure;
import guidang.server.inspection.ReadStructure.Row;
import guidang.server.inspection.ReadStructure.Statement;
import guidang.server.inspection.ReadStructure.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The problems of a filed report as items that they may become: its statements
/// of problems, then the rows of its registers.
final class Problems {
    static final int PROBLEM = 2000;
    static final int WORDS = 4000;
    static final int UNIT = 200;
    static final int ASPECT = 60;
    private static final Pattern IMMEDIATE = Pattern.compile("立行立改|立查立改|立知立改|即知即改|马上改|立即整改");
    private static final Pattern ONGOING = Pattern.compile("长期坚持|持续整改|持续推进|长期整改|长期推进|常抓不懈");
    private static final Pattern SENTENCE = Pattern.compile("[。！？!?；;\\n]");

    private final String text;
    private final ReadStructure read;
    private final String unit;

    /// @param unit
    ///            what is responsible where the report names nothing
    Problems(ReportTexts.Structured report, String unit) {
        this.text = report.text();
        this.read = report.structure();
        this.unit = cut(line(unit), UNIT);
    }

    /// A problem, as a clerk may confirm it.
    ///
    /// @param problem
    ///            as in [ItemRecord.Source]
    record Suggested(int problem, ItemType type, @Nullable LocalDate due, ItemWords words) {}

    /// How many there are.
    static int count(ReadStructure read) {
        return read.problems().size() + rows(read).size();
    }

    List<Suggested> all() {
        List<Row> rows = rows(read);
        int statements = read.problems().size();
        return Stream.concat(IntStream.range(0, statements).mapToObj(this::statement),
                IntStream.range(0, rows.size()).mapToObj(n -> row(statements + n, rows.get(n))))
                .filter(suggested -> !suggested.words().problem().isEmpty()).toList();
    }

    private static List<Row> rows(ReadStructure read) {
        return read.tables().stream().filter(Table::register).flatMap(table -> table.rows().stream()).toList();
    }

    private Suggested statement(int n) {
        Statement problem = read.problems().get(n);
        List<Statement> answers = read.measures().stream().filter(measure -> measure.answers().contains(n)).toList();
        List<String> measures = answers.stream().map(this::words).toList();
        LocalDate due = answers.stream().flatMap(answer -> Stream.ofNullable(answer.due()))
                .flatMap(day -> Stream.ofNullable(day.value())).max(Comparator.naturalOrder()).orElse(null);
        return new Suggested(n, type(due, String.join("\n", measures)), due,
                words(words(problem), problem.aspect(), String.join("\n", measures), unit));
    }

    private Suggested row(int n, Row row) {
        LocalDate due = read.dueDates().stream().filter(day -> day.start() >= row.start() && day.end() <= row.end())
                .flatMap(day -> Stream.ofNullable(day.value())).findFirst().orElse(null);
        return new Suggested(n, type(due, row.due() + "\n" + row.measure()), due,
                words(clean(row.problem()), row.aspect(), clean(row.measure()), row.unit().isBlank() ? unit : row.unit()));
    }

    private static ItemWords words(String problem, @Nullable String aspect, String measures, String unit) {
        return new ItemWords(1, cut(problem, PROBLEM), aspect == null || aspect.isBlank() ? null : cut(line(aspect), ASPECT),
                null, null, null, measures.isBlank() ? null : cut(measures, WORDS), cut(line(unit), UNIT), null, null, null, null,
                null);
    }

    /// Of what is said first, where both are.
    private static ItemType type(@Nullable LocalDate due, String words) {
        int immediate = first(IMMEDIATE, words);
        int ongoing = first(ONGOING, words);
        if (due != null || immediate == ongoing) {
            return ItemType.BY_DEADLINE;
        }
        return immediate < ongoing ? ItemType.IMMEDIATE : ItemType.ONGOING;
    }

    private static int first(Pattern words, String text) {
        Matcher found = words.matcher(text);
        return found.find() ? found.start() : Integer.MAX_VALUE;
    }

    /// Without its number.
    private String words(Statement statement) {
        String words = text.substring(statement.start(), statement.end()).strip();
        Integer item = statement.item();
        String label = item == null ? "" : read.items().get(item).label();
        return clean(!label.isEmpty() && words.startsWith(label) ? words.substring(label.length()) : words);
    }

    /// Such as a person might type.
    private static String clean(String words) {
        List<String> lines = new ArrayList<>();
        words.lines().map(Problems::line).filter(line -> !line.isEmpty()).forEach(lines::add);
        return String.join("\n", lines);
    }

    private static String line(String words) {
        StringBuilder line = new StringBuilder();
        words.codePoints().forEach(c -> line.appendCodePoint(Character.isISOControl(c) ? ' ' : c));
        return line.toString().replaceAll("[\\p{Cs}\\p{Cn}\\u2028\\u2029]", " ").strip();
    }

    /// At the end of a sentence where one ends in the last half.
    static String cut(String words, int limit) {
        if (words.codePointCount(0, words.length()) <= limit) {
            return words;
        }
        String head = words.substring(0, words.offsetByCodePoints(0, limit));
        Matcher end = SENTENCE.matcher(head);
        int last = 0;
        while (end.find()) {
            last = end.end();
        }
        return (last > head.length() / 2 ? head.substring(0, last) : head).strip();
    }
}
