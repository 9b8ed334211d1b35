package guidang.reader.structure;

import guidang.reader.protocol.Answer;
import guidang.reader.protocol.Structure;
import guidang.reader.protocol.Structure.Item;
import guidang.reader.protocol.Structure.Section;
import guidang.reader.protocol.Structure.Span;
import guidang.reader.protocol.Structure.Statement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What holds of every structure, whatever the text: places lie in it, parts
/// come after one another, and a frame says the same.
public final class Sound {
    private Sound() {
    }

    /// Checks one reading.
    ///
    /// @throws AssertionError
    ///             where something does not hold
    public static void check(String text, Structure structure) throws IOException {
        int length = text.length();
        int before = 0;
        for (Section section : structure.sections()) {
            within(section.start(), section.end(), length, "section");
            holds(section.start() >= before, "a section inside the one before");
            holds(section.bodyStart() >= section.start() && section.bodyStart() <= section.end(), "a section without a body");
            before = section.end();
        }
        items(structure, length);
        for (List<Statement> all : List.of(structure.problems(), structure.causes(), structure.measures())) {
            for (Statement one : all) {
                within(one.start(), one.end(), length, "statement");
                holds(one.start() < one.end(), "a statement without words");
                holds(one.item() < structure.items().size(), "a statement of no item");
                holds(one.answers().stream().allMatch(to -> to >= 0 && to < structure.problems().size()), "an answer to nothing");
            }
        }
        places(structure, length);
        Answer.Reading reading = new Answer.Reading("text/plain", 0, null, Map.of(), List.of(), "", structure);
        Answer parsed = Answer.parse(reading.frame());
        // UTF-8 has no halves of pairs.
        if (new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).equals(text)) {
            holds(parsed.equals(reading), "a frame that says something else");
        }
    }

    private static void items(Structure structure, int length) {
        for (int i = 0; i < structure.items().size(); i++) {
            Item item = structure.items().get(i);
            within(item.start(), item.end(), length, "item");
            holds(item.parent() < i, "an item above those that it is below");
            holds(item.section() >= 0 && item.section() < structure.sections().size(), "an item of no section");
            holds(item.bodyStart() >= item.start() && item.bodyStart() <= item.end(), "an item without a body");
        }
    }

    private static void places(Structure structure, int length) {
        structure.dueDates().forEach(date -> within(date.start(), date.end(), length, "due date"));
        structure.placeholders().forEach(words -> within(words.start(), words.end(), length, "placeholder"));
        structure.attachments().forEach(one -> within(one.start(), one.end(), length, "attachment"));
        structure.head().aspects().forEach(aspect -> within(aspect.start(), aspect.end(), length, "aspect"));
        structure.contents().forEach(span -> within(span, length, "contents"));
        structure.unclassified().forEach(span -> within(span, length, "unclassified"));
        structure.findings().forEach(finding -> within(finding.place(), length, "finding"));
        within(structure.signOff(), length, "sign-off");
        within(structure.head().preamble(), length, "preamble");
        structure.tables().forEach(table -> {
            within(table.start(), table.end(), length, "table");
            table.rows().forEach(row -> within(row.start(), row.end(), length, "row"));
        });
    }

    private static void within(@Nullable Span span, int length, String what) {
        if (span != null) {
            within(span.start(), span.end(), length, what);
        }
    }

    private static void within(int start, int end, int length, String what) {
        holds(start >= 0 && start <= end && end <= length, what + " at " + start + " to " + end + " of " + length);
    }

    /// Throws where it does not.
    public static void holds(boolean condition, String otherwise) {
        if (!condition) {
            throw new AssertionError(otherwise);
        }
    }
}
