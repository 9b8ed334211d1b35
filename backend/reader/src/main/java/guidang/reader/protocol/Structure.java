package guidang.reader.protocol;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a report is made of. Starts and ends are UTF-16 offsets into the
/// reading's text, the end being one past the last unit. `docs/READING.md` has
/// the definitions.
///
/// @param items
///            in the order of their starts, a parent before its children
/// @param dueDates
///            all that are found in measures and registers
/// @param unclassified
///            what was not understood: no text is dropped
public record Structure(Kind kind, Head head, List<Section> sections, List<Item> items, List<Statement> problems,
        List<Statement> causes, List<Statement> measures, List<Dated> dueDates, List<Table> tables,
        List<Phrase> placeholders, List<Attachment> attachments, List<Span> contents, @Nullable Span signOff,
        List<Span> unclassified, List<Finding> findings) {
    /// Of a text that was not looked into.
    public static final Structure NONE = new Structure(Kind.OTHER,
            new Head(null, null, null, null, null, null, null, null, List.of()), List.of(), List.of(), List.of(), List.of(),
            List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), null, List.of(), List.of());

    public Structure {
        sections = List.copyOf(sections);
        items = List.copyOf(items);
        problems = List.copyOf(problems);
        causes = List.copyOf(causes);
        measures = List.copyOf(measures);
        dueDates = List.copyOf(dueDates);
        tables = List.copyOf(tables);
        placeholders = List.copyOf(placeholders);
        attachments = List.copyOf(attachments);
        contents = List.copyOf(contents);
        unclassified = List.copyOf(unclassified);
        findings = List.copyOf(findings);
    }

    /// What the document is.
    public enum Kind {
        SELF_EXAMINATION,
        MEETING,
        PLAN,
        RECTIFICATION,
        IMPLEMENTATION,
        PERSONAL,
        OTHER;

        public String word() {
            return Structure.word(this);
        }
    }

    /// What a section is about.
    public enum Role {
        BASICS,
        LAST_RECTIFICATION,
        PROBLEMS,
        CASES,
        CAUSES,
        MEASURES,
        UNCLASSIFIED;

        public String word() {
            return Structure.word(this);
        }
    }

    /// What a finding asks for: to refuse, to warn, or to be noted.
    public enum Severity {
        REFUSE,
        WARN,
        NOTE;

        public String word() {
            return Structure.word(this);
        }
    }

    /// What was found.
    public enum Code {
        ASPECT_COUNT,
        ASPECT_MISSING,
        ASPECT_EXTRA,
        SECTION_MISSING,
        SECTION_SHORT,
        PLACEHOLDER,
        NUMBER_SKIPPED,
        NUMBER_REPEATED,
        NUMBER_RESTARTED,
        NUMBER_FAULTY,
        NUMBER_LOOKALIKE,
        PERSONAL_DOCUMENT,
        INTERNAL_MARKING,
        NOT_FINAL,
        TRACKED_CHANGES,
        COMMENTS,
        MACROS,
        EMBEDDED_FILES,
        ODD_CHARACTERS,
        NO_TEXT,
        CLASSIFIED;

        public String word() {
            return Structure.word(this);
        }
    }

    /// A range of the text.
    public record Span(int start, int end) {}

    /// Words and where they stand; the words are joined where lines broke them.
    public record Phrase(String text, int start, int end) {}

    /// A number told in words.
    public record Count(int value, String text, int start, int end) {}

    /// A day told in words.
    ///
    /// @param value
    ///            null where the words name no year and the document has none
    public record Dated(@Nullable LocalDate value, String text, int start, int end) {}

    /// What stands before the first section, and what tells whose report it is.
    ///
    /// @param date
    ///            the document's own
    /// @param aspects
    ///            as announced, in order
    public record Head(@Nullable Phrase title, @Nullable Phrase roleLine, @Nullable Phrase organization, @Nullable Dated date,
            @Nullable Phrase place, @Nullable Phrase salutation, @Nullable Span preamble, @Nullable Count aspectCount,
            List<Phrase> aspects) {
        public Head {
            aspects = List.copyOf(aspects);
        }
    }

    /// A top-level part.
    ///
    /// @param heading
    ///            without its number
    public record Section(Role role, String heading, int start, int end, int bodyStart) {}

    /// A numbered unit of a section.
    ///
    /// @param parent
    ///            index of the item around it, or -1
    /// @param level
    ///            from 1
    /// @param number
    ///            0 where it has none
    /// @param label
    ///            the number as written
    public record Item(int section, int parent, int level, int number, String label, @Nullable String heading,
            @Nullable String aspect, int start, int end, int bodyStart) {}

    /// A problem, a cause or a measure.
    ///
    /// @param item
    ///            index of the item that it is, or -1
    /// @param answers
    ///            indices of the problems that a measure most likely answers
    public record Statement(int item, @Nullable String aspect, List<Integer> answers, @Nullable Dated due, int start, int end) {
        public Statement {
            answers = List.copyOf(answers);
        }
    }

    /// A table; the rows are told only of a register.
    public record Table(boolean register, int start, int end, List<Row> rows) {
        public Table {
            rows = List.copyOf(rows);
        }
    }

    /// One row of a register; a cell that is not there is empty.
    public record Row(String number, String problem, String aspect, String measure, String unit, String due, String state,
            int start, int end) {}

    /// One entry of the list of attachments.
    ///
    /// @param number
    ///            0 where it has none
    public record Attachment(int number, String text, int start, int end) {}

    /// What is wrong, or worth to be known.
    ///
    /// @param place
    ///            null where it holds of the whole
    public record Finding(Code code, Severity severity, @Nullable Span place, Map<String, String> args) {
        public Finding {
            args = Collections.unmodifiableMap(new TreeMap<>(args));
        }
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
