package guidang.server.inspection;

import guidang.reader.passages.Script;
import guidang.reader.passages.Selection;
import guidang.reader.passages.Selection.Body;
import guidang.reader.protocol.Structure.Span;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The text of a reading with its structure, as other rooms compare it.
///
/// @param structure
///            absent in what older readers read
public record ReadDocument(String text, @Nullable Outline structure) {
    /// As much of a structure as says what is compared; the rest is skipped when it
    /// is read.
    public record Outline(ReadStructure.@Nullable Words title, ReadStructure.@Nullable Words organization,
            List<ReadStructure.Section> sections, List<ReadStructure.Item> items, List<ReadStructure.Range> tables,
            List<ReadStructure.Words> attachments, List<ReadStructure.Range> contents, ReadStructure.@Nullable Range signOff,
            List<ReadStructure.Range> unclassified) {
        static final Outline NONE = of(ReadStructure.NONE);

        static Outline of(ReadStructure read) {
            return new Outline(read.title(), read.organization(), read.sections(), read.items(),
                    read.tables().stream().map(table -> new ReadStructure.Range(table.start(), table.end())).toList(),
                    read.attachments(),
                    read.contents(), read.signOff(), read.unclassified());
        }
    }

    static ReadDocument of(Reading reading) {
        return new ReadDocument(reading.text(), Outline.of(reading.structured()));
    }

    /// A document from the bytes of its reading.
    ///
    /// @param reading
    ///            a reading as this room wrote it: staged, or the blob of a version
    public static ReadDocument of(byte[] reading) {
        return StagingJson.document(reading);
    }

    /// Ready to be compared.
    ///
    /// @param names
    ///            of its organisation, besides what the text itself says it is
    public Script script(List<String> names) {
        Outline read = structure == null ? Outline.NONE : structure;
        ReadStructure.Words own = read.organization();
        return Script.of(new Selection(
                read.sections().stream().map(s -> new Body(s.role(), s.bodyStart(), s.end())).toList(),
                read.items().stream().map(item -> new Span(item.start(), item.bodyStart())).toList(), others(read),
                furniture(read), Stream.concat(Stream.ofNullable(own).map(ReadStructure.Words::text), names.stream()).toList())
                .of(text));
    }

    private static List<Body> others(Outline read) {
        return Stream.concat(read.tables().stream().map(table -> new Body("register", table.start(), table.end())),
                read.unclassified().stream().map(range -> new Body("unclassified", range.start(), range.end()))).toList();
    }

    private static List<Span> furniture(Outline read) {
        return Stream.of(Stream.ofNullable(read.title()).map(title -> new Span(title.start(), title.end())),
                Stream.ofNullable(read.signOff()).map(ReadDocument::span), read.contents().stream().map(ReadDocument::span),
                read.attachments().stream().map(entry -> new Span(entry.start(), entry.end()))).flatMap(all -> all).toList();
    }

    private static Span span(ReadStructure.Range range) {
        return new Span(range.start(), range.end());
    }
}
