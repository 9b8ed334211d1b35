package guidang.server.inspection;

import guidang.reader.protocol.Structure;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a report is made of, as it lies in a reading and is shown: the terms of
/// READING.md. Starts and ends are UTF-16 offsets into the text.
///
/// @param aspects
///            as announced, in order
/// @param unclassified
///            what was not understood: no text is dropped
/// @param template
///            what the campaign's template makes of it; never kept, absent where
///            there is none
public record ReadStructure(String kind, @Nullable Words title, @Nullable Words roleLine, @Nullable Words organization,
        @Nullable Day date, @Nullable Words place, @Nullable Words salutation, @Nullable Range preamble,
        @Nullable Count aspectCount, List<Words> aspects, List<Section> sections, List<Item> items, List<Statement> problems,
        List<Statement> causes, List<Statement> measures, List<Day> dueDates, List<Table> tables, List<Words> placeholders,
        List<Words> attachments, List<Range> contents, @Nullable Range signOff, List<Range> unclassified,
        List<Finding> findings, @Nullable AgainstTemplate template) {
    /// Of what an older reader read, which knew no structure.
    public static final ReadStructure NONE = of(Structure.NONE);

    static ReadStructure of(Structure read) {
        Structure.Head head = read.head();
        return new ReadStructure(read.kind().word(), words(head.title()), words(head.roleLine()), words(head.organization()),
                day(head.date()), words(head.place()), words(head.salutation()), range(head.preamble()),
                number(head.aspectCount()), head.aspects().stream().map(ReadStructure::wording).toList(),
                read.sections().stream().map(ReadStructure::section).toList(),
                read.items().stream().map(ReadStructure::item).toList(), statements(read.problems()), statements(read.causes()),
                statements(read.measures()), read.dueDates().stream().map(ReadStructure::dated).toList(),
                read.tables().stream().map(ReadStructure::table).toList(),
                read.placeholders().stream().map(ReadStructure::wording).toList(),
                read.attachments().stream().map(a -> new Words(a.text(), a.start(), a.end())).toList(), ranges(read.contents()),
                range(read.signOff()), ranges(read.unclassified()),
                read.findings().stream().map(ReadStructure::finding).toList(), null);
    }

    ReadStructure beside(AgainstTemplate against, List<Finding> left) {
        return new ReadStructure(kind, title, roleLine, organization, date, place, salutation, preamble, aspectCount, aspects,
                sections, items, problems, causes, measures, dueDates, tables, placeholders, attachments, contents, signOff,
                unclassified, left, against);
    }

    /// A range of the text.
    public record Range(int start, int end) {}

    /// Words and where they stand; joined where lines broke them.
    public record Words(String text, int start, int end) {}

    /// A number told in words.
    public record Count(int value, String text, int start, int end) {}

    /// A day told in words.
    ///
    /// @param value
    ///            null where the words name no year and the document has none
    public record Day(@Nullable LocalDate value, String text, int start, int end) {}

    /// A top-level part; its role is one of READING.md's.
    public record Section(String role, String heading, int start, int end, int bodyStart) {}

    /// A numbered unit.
    ///
    /// @param section
    ///            index of its section
    /// @param parent
    ///            index of the item around it
    /// @param level
    ///            from 1
    public record Item(int section, @Nullable Integer parent, int level, @Nullable Integer number, String label,
            @Nullable String heading, @Nullable String aspect, int start, int end, int bodyStart) {}

    /// A problem, a cause or a measure.
    ///
    /// @param item
    ///            index of the item that it is
    /// @param answers
    ///            indices of the problems that a measure most likely answers
    public record Statement(@Nullable Integer item, @Nullable String aspect, List<Integer> answers, @Nullable Day due, int start,
            int end) {}

    /// A table; the rows are told only of a register.
    public record Table(boolean register, int start, int end, List<Row> rows) {}

    /// One row of a register; a cell that is not there is empty.
    public record Row(String number, String problem, String aspect, String measure, String unit, String due, String state,
            int start, int end) {}

    /// What is wrong, or worth to be known: code and severity are READING.md's.
    public record Finding(String code, String severity, @Nullable Integer start, @Nullable Integer end,
            Map<String, String> args) {}

    private static @Nullable Range range(Structure.@Nullable Span span) {
        return span == null ? null : new Range(span.start(), span.end());
    }

    private static List<Range> ranges(List<Structure.Span> spans) {
        return spans.stream().map(span -> new Range(span.start(), span.end())).toList();
    }

    private static @Nullable Words words(Structure.@Nullable Phrase phrase) {
        return phrase == null ? null : wording(phrase);
    }

    private static Words wording(Structure.Phrase phrase) {
        return new Words(phrase.text(), phrase.start(), phrase.end());
    }

    private static @Nullable Count number(Structure.@Nullable Count count) {
        return count == null ? null : new Count(count.value(), count.text(), count.start(), count.end());
    }

    private static @Nullable Day day(Structure.@Nullable Dated date) {
        return date == null ? null : dated(date);
    }

    private static Day dated(Structure.Dated date) {
        return new Day(date.value(), date.text(), date.start(), date.end());
    }

    private static Section section(Structure.Section part) {
        return new Section(part.role().word(), part.heading(), part.start(), part.end(), part.bodyStart());
    }

    private static Item item(Structure.Item item) {
        return new Item(item.section(), known(item.parent()), item.level(), item.number() > 0 ? item.number() : null,
                item.label(), item.heading(), item.aspect(), item.start(), item.end(), item.bodyStart());
    }

    private static List<Statement> statements(List<Structure.Statement> statements) {
        return statements.stream().map(one -> new Statement(known(one.item()), one.aspect(), one.answers(), day(one.due()),
                one.start(), one.end())).toList();
    }

    private static @Nullable Integer known(int index) {
        return index < 0 ? null : index;
    }

    private static Table table(Structure.Table table) {
        return new Table(table.register(), table.start(), table.end(),
                table.rows().stream().map(row -> new Row(row.number(), row.problem(), row.aspect(), row.measure(), row.unit(),
                        row.due(), row.state(), row.start(), row.end())).toList());
    }

    private static Finding finding(Structure.Finding found) {
        Structure.Span place = found.place();
        return new Finding(found.code().word(), found.severity().word(), place == null ? null : place.start(),
                place == null ? null : place.end(), found.args());
    }
}
