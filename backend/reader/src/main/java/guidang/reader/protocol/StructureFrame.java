package guidang.reader.protocol;

import guidang.reader.protocol.Structure.Attachment;
import guidang.reader.protocol.Structure.Code;
import guidang.reader.protocol.Structure.Count;
import guidang.reader.protocol.Structure.Dated;
import guidang.reader.protocol.Structure.Finding;
import guidang.reader.protocol.Structure.Head;
import guidang.reader.protocol.Structure.Item;
import guidang.reader.protocol.Structure.Kind;
import guidang.reader.protocol.Structure.Phrase;
import guidang.reader.protocol.Structure.Role;
import guidang.reader.protocol.Structure.Row;
import guidang.reader.protocol.Structure.Section;
import guidang.reader.protocol.Structure.Severity;
import guidang.reader.protocol.Structure.Span;
import guidang.reader.protocol.Structure.Statement;
import guidang.reader.protocol.Structure.Table;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A [Structure] inside a frame, version 1.
///
/// The reader is not trusted: a count larger than the bytes that are left, an
/// unknown name or a date that is none is an [IOException].
final class StructureFrame {
    private static final int VERSION = 1;
    private static final long NO_DAY = Long.MIN_VALUE;

    private StructureFrame() {
    }

    static void write(DataOutputStream out, Structure structure) throws IOException {
        out.writeByte(VERSION);
        Frames.text(out, structure.kind().name());
        head(out, structure.head());
        list(out, structure.sections(), StructureFrame::section);
        list(out, structure.items(), StructureFrame::item);
        list(out, structure.problems(), StructureFrame::statement);
        list(out, structure.causes(), StructureFrame::statement);
        list(out, structure.measures(), StructureFrame::statement);
        list(out, structure.dueDates(), StructureFrame::dated);
        list(out, structure.tables(), StructureFrame::table);
        list(out, structure.placeholders(), StructureFrame::phrase);
        list(out, structure.attachments(), StructureFrame::attachment);
        list(out, structure.contents(), StructureFrame::span);
        optional(out, structure.signOff(), StructureFrame::span);
        list(out, structure.unclassified(), StructureFrame::span);
        list(out, structure.findings(), StructureFrame::finding);
    }

    static Structure read(DataInputStream in) throws IOException {
        int version = in.readUnsignedByte();
        if (version != VERSION) {
            throw new IOException("a structure of version " + version);
        }
        return new Structure(named(in, Kind.class), head(in), list(in, StructureFrame::section),
                list(in, StructureFrame::item),
                list(in, StructureFrame::statement), list(in, StructureFrame::statement), list(in, StructureFrame::statement),
                list(in, StructureFrame::dated), list(in, StructureFrame::table), list(in, StructureFrame::phrase),
                list(in, StructureFrame::attachment), list(in, StructureFrame::span), optional(in, StructureFrame::span),
                list(in, StructureFrame::span), list(in, StructureFrame::finding));
    }

    private static void head(DataOutputStream out, Head head) throws IOException {
        optional(out, head.title(), StructureFrame::phrase);
        optional(out, head.roleLine(), StructureFrame::phrase);
        optional(out, head.organization(), StructureFrame::phrase);
        optional(out, head.date(), StructureFrame::dated);
        optional(out, head.place(), StructureFrame::phrase);
        optional(out, head.salutation(), StructureFrame::phrase);
        optional(out, head.preamble(), StructureFrame::span);
        optional(out, head.aspectCount(), StructureFrame::count);
        list(out, head.aspects(), StructureFrame::phrase);
    }

    private static Head head(DataInputStream in) throws IOException {
        return new Head(optional(in, StructureFrame::phrase), optional(in, StructureFrame::phrase),
                optional(in, StructureFrame::phrase), optional(in, StructureFrame::dated), optional(in, StructureFrame::phrase),
                optional(in, StructureFrame::phrase), optional(in, StructureFrame::span), optional(in, StructureFrame::count),
                list(in, StructureFrame::phrase));
    }

    private static void section(DataOutputStream out, Section section) throws IOException {
        Frames.text(out, section.role().name());
        Frames.text(out, section.heading());
        range(out, section.start(), section.end());
        out.writeInt(section.bodyStart());
    }

    private static Section section(DataInputStream in) throws IOException {
        return new Section(named(in, Role.class), Frames.text(in), in.readInt(), in.readInt(), in.readInt());
    }

    private static void item(DataOutputStream out, Item item) throws IOException {
        out.writeInt(item.section());
        out.writeInt(item.parent());
        out.writeInt(item.level());
        out.writeInt(item.number());
        Frames.text(out, item.label());
        optional(out, item.heading(), Frames::text);
        optional(out, item.aspect(), Frames::text);
        range(out, item.start(), item.end());
        out.writeInt(item.bodyStart());
    }

    private static Item item(DataInputStream in) throws IOException {
        return new Item(in.readInt(), in.readInt(), in.readInt(), in.readInt(), Frames.text(in), optional(in, Frames::text),
                optional(in, Frames::text), in.readInt(), in.readInt(), in.readInt());
    }

    private static void statement(DataOutputStream out, Statement statement) throws IOException {
        out.writeInt(statement.item());
        optional(out, statement.aspect(), Frames::text);
        list(out, statement.answers(), DataOutputStream::writeInt);
        optional(out, statement.due(), StructureFrame::dated);
        range(out, statement.start(), statement.end());
    }

    private static Statement statement(DataInputStream in) throws IOException {
        return new Statement(in.readInt(), optional(in, Frames::text), list(in, DataInputStream::readInt),
                optional(in, StructureFrame::dated), in.readInt(), in.readInt());
    }

    private static void table(DataOutputStream out, Table table) throws IOException {
        out.writeBoolean(table.register());
        range(out, table.start(), table.end());
        list(out, table.rows(), StructureFrame::row);
    }

    private static Table table(DataInputStream in) throws IOException {
        return new Table(in.readBoolean(), in.readInt(), in.readInt(), list(in, StructureFrame::row));
    }

    private static void row(DataOutputStream out, Row row) throws IOException {
        Frames.text(out, row.number());
        Frames.text(out, row.problem());
        Frames.text(out, row.aspect());
        Frames.text(out, row.measure());
        Frames.text(out, row.unit());
        Frames.text(out, row.due());
        Frames.text(out, row.state());
        range(out, row.start(), row.end());
    }

    private static Row row(DataInputStream in) throws IOException {
        return new Row(Frames.text(in), Frames.text(in), Frames.text(in), Frames.text(in), Frames.text(in), Frames.text(in),
                Frames.text(in), in.readInt(), in.readInt());
    }

    private static void attachment(DataOutputStream out, Attachment attachment) throws IOException {
        out.writeInt(attachment.number());
        Frames.text(out, attachment.text());
        range(out, attachment.start(), attachment.end());
    }

    private static Attachment attachment(DataInputStream in) throws IOException {
        return new Attachment(in.readInt(), Frames.text(in), in.readInt(), in.readInt());
    }

    private static void finding(DataOutputStream out, Finding finding) throws IOException {
        Frames.text(out, finding.code().name());
        Frames.text(out, finding.severity().name());
        optional(out, finding.place(), StructureFrame::span);
        list(out, List.copyOf(finding.args().entrySet()), StructureFrame::argument);
    }

    private static Finding finding(DataInputStream in) throws IOException {
        Code code = named(in, Code.class);
        Severity severity = named(in, Severity.class);
        Span place = optional(in, StructureFrame::span);
        Map<String, String> args = new TreeMap<>();
        for (int left = size(in); left > 0; left--) {
            args.put(Frames.text(in), Frames.text(in));
        }
        return new Finding(code, severity, place, args);
    }

    private static void argument(DataOutputStream out, Map.Entry<String, String> argument) throws IOException {
        Frames.text(out, argument.getKey());
        Frames.text(out, argument.getValue());
    }

    private static void phrase(DataOutputStream out, Phrase phrase) throws IOException {
        Frames.text(out, phrase.text());
        range(out, phrase.start(), phrase.end());
    }

    private static Phrase phrase(DataInputStream in) throws IOException {
        return new Phrase(Frames.text(in), in.readInt(), in.readInt());
    }

    private static void count(DataOutputStream out, Count count) throws IOException {
        out.writeInt(count.value());
        Frames.text(out, count.text());
        range(out, count.start(), count.end());
    }

    private static Count count(DataInputStream in) throws IOException {
        return new Count(in.readInt(), Frames.text(in), in.readInt(), in.readInt());
    }

    private static void dated(DataOutputStream out, Dated dated) throws IOException {
        LocalDate day = dated.value();
        out.writeLong(day == null ? NO_DAY : day.toEpochDay());
        Frames.text(out, dated.text());
        range(out, dated.start(), dated.end());
    }

    private static Dated dated(DataInputStream in) throws IOException {
        long day = in.readLong();
        try {
            return new Dated(day == NO_DAY ? null : LocalDate.ofEpochDay(day), Frames.text(in), in.readInt(), in.readInt());
        } catch (DateTimeException e) {
            throw new IOException("a day that is none", e);
        }
    }

    private static void span(DataOutputStream out, Span span) throws IOException {
        range(out, span.start(), span.end());
    }

    private static Span span(DataInputStream in) throws IOException {
        return new Span(in.readInt(), in.readInt());
    }

    private static void range(DataOutputStream out, int start, int end) throws IOException {
        out.writeInt(start);
        out.writeInt(end);
    }

    private static <T extends Enum<T>> T named(DataInputStream in, Class<T> names) throws IOException {
        String name = Frames.text(in);
        try {
            return Enum.valueOf(names, name);
        } catch (IllegalArgumentException e) {
            throw new IOException("no such name", e);
        }
    }

    private static <T> void optional(DataOutputStream out, @Nullable T value, Write<T> write) throws IOException {
        out.writeBoolean(value != null);
        if (value != null) {
            write.to(out, value);
        }
    }

    private static <T> @Nullable T optional(DataInputStream in, Frames.Reader<T> read) throws IOException {
        return in.readBoolean() ? read.read(in) : null;
    }

    private static <T> void list(DataOutputStream out, List<T> values, Write<T> write) throws IOException {
        out.writeInt(values.size());
        for (T value : values) {
            write.to(out, value);
        }
    }

    private static <T> List<T> list(DataInputStream in, Frames.Reader<T> read) throws IOException {
        List<T> values = new ArrayList<>();
        for (int left = size(in); left > 0; left--) {
            values.add(read.read(in));
        }
        return values;
    }

    private static int size(DataInputStream in) throws IOException {
        int size = in.readInt();
        if (size < 0 || size > in.available()) {
            throw new IOException(size + " elements in a frame that has " + in.available() + " bytes left");
        }
        return size;
    }

    private interface Write<T> {
        void to(DataOutputStream out, T value) throws IOException;
    }
}
