package guidang.reader;

import guidang.reader.protocol.Answer;
import guidang.reader.protocol.Answer.Reading;
import guidang.reader.protocol.Answer.Refused;
import guidang.reader.protocol.Structure;
import guidang.reader.protocol.Structure.Attachment;
import guidang.reader.protocol.Structure.Count;
import guidang.reader.protocol.Structure.Dated;
import guidang.reader.protocol.Structure.Finding;
import guidang.reader.protocol.Structure.Head;
import guidang.reader.protocol.Structure.Item;
import guidang.reader.protocol.Structure.Phrase;
import guidang.reader.protocol.Structure.Row;
import guidang.reader.protocol.Structure.Section;
import guidang.reader.protocol.Structure.Span;
import guidang.reader.protocol.Structure.Statement;
import guidang.reader.protocol.Structure.Table;
import java.time.LocalDate;
import java.util.Locale;

/// What `guidang read` prints of one file (READING.md): offsets count
/// code points.
final class StructureJson {
    private final String text;
    private final CodePoints points;
    private final Structure structure;

    private StructureJson(Reading reading) {
        this.text = reading.text();
        this.points = new CodePoints(reading.text());
        this.structure = reading.structure();
    }

    static String line(String file, Answer answer) {
        JsonLine line = new JsonLine();
        return switch (answer) {
            case Refused refused -> line.object(out -> out.put("file", file)
                    .put("refused", refused.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .put("mediaType", refused.mediaType()))
                    .toString();
            case Answer.Preview _ -> throw new IllegalArgumentException("a picture is no reading");
            case Reading reading -> line.object(out -> {
                out.put("file", file).put("mediaType", reading.mediaType());
                if (reading.pages() > 0) {
                    out.put("pages", reading.pages());
                }
                out.put("characters", reading.text().codePointCount(0, reading.text().length()));
                new StructureJson(reading).write(out);
            }).toString();
        };
    }

    private void write(JsonLine out) {
        head(out, structure.head());
        out.list("sections", structure.sections(), this::section);
        out.list("items", structure.items(), this::item);
        out.list("problems", structure.problems(), this::statement);
        out.list("causes", structure.causes(), this::statement);
        out.list("measures", structure.measures(), this::measure);
        out.list("dueDates", structure.dueDates(), this::dated);
        out.list("tables", structure.tables(), this::table);
        out.list("placeholders", structure.placeholders(), this::phrase);
        out.list("attachments", structure.attachments(), this::attachment);
        out.list("contents", structure.contents(), this::span);
        out.put("signOff", structure.signOff(), this::span);
        out.list("unclassified", structure.unclassified(), this::span);
        out.list("findings", structure.findings(), this::finding);
    }

    private void head(JsonLine out, Head head) {
        out.put("kind", structure.kind().word());
        out.put("title", head.title(), this::phrase).put("roleLine", head.roleLine(), this::phrase);
        out.put("organization", head.organization(), this::phrase).put("date", head.date(), this::dated);
        out.put("place", head.place(), this::phrase).put("salutation", head.salutation(), this::phrase);
        out.put("preamble", head.preamble(), this::span).put("aspectCount", head.aspectCount(), this::count);
        out.list("aspects", head.aspects(), this::phrase);
    }

    private void section(JsonLine out, Section section) {
        out.put("role", section.role().word()).put("heading", section.heading());
        range(out, section.start(), section.end()).put("bodyStart", points.of(section.bodyStart()));
    }

    private void item(JsonLine out, Item item) {
        out.put("section", item.section()).put("sectionRole", structure.sections().get(item.section()).role().word());
        if (item.parent() < 0) {
            out.putNull("parent");
        } else {
            out.put("parent", item.parent());
        }
        out.put("level", item.level());
        if (item.number() > 0) {
            out.put("number", item.number());
        }
        out.put("label", item.label()).put("heading", item.heading()).put("aspect", item.aspect());
        range(out, item.start(), item.end()).put("bodyStart", points.of(item.bodyStart()));
    }

    private void statement(JsonLine out, Statement statement) {
        if (statement.item() >= 0) {
            out.put("item", statement.item());
        }
        out.put("text", text.substring(statement.start(), statement.end())).put("aspect", statement.aspect());
        range(out, statement.start(), statement.end());
    }

    private void measure(JsonLine out, Statement statement) {
        statement(out, statement);
        out.numbers("answers", statement.answers()).put("due", statement.due(), this::dated);
    }

    private void table(JsonLine out, Table table) {
        out.put("kind", table.register() ? "register" : "other");
        range(out, table.start(), table.end()).list("rows", table.rows(), this::row);
    }

    private void row(JsonLine out, Row row) {
        out.put("number", row.number()).put("problem", row.problem()).put("aspect", row.aspect()).put("measure", row.measure());
        out.put("unit", row.unit()).put("due", row.due()).put("state", row.state());
        range(out, row.start(), row.end());
    }

    private void attachment(JsonLine out, Attachment attachment) {
        if (attachment.number() > 0) {
            out.put("number", attachment.number());
        }
        range(out.put("text", attachment.text()), attachment.start(), attachment.end());
    }

    private void finding(JsonLine out, Finding finding) {
        out.put("code", finding.code().word()).put("severity", finding.severity().word());
        Span place = finding.place();
        if (place != null) {
            span(out, place);
        }
        out.put("args", finding.args(), (line, args) -> args.forEach(line::put));
    }

    private void phrase(JsonLine out, Phrase phrase) {
        range(out.put("text", phrase.text()), phrase.start(), phrase.end());
    }

    private void dated(JsonLine out, Dated dated) {
        LocalDate value = dated.value();
        out.put("value", value == null ? null : value.toString());
        range(out.put("text", dated.text()), dated.start(), dated.end());
    }

    private void count(JsonLine out, Count count) {
        range(out.put("value", count.value()).put("text", count.text()), count.start(), count.end());
    }

    private void span(JsonLine out, Span span) {
        range(out, span.start(), span.end());
    }

    private JsonLine range(JsonLine out, int start, int end) {
        return out.put("start", points.of(start)).put("end", points.of(end));
    }
}
