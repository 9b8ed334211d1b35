package guidang.reader.formats;

import guidang.reader.structure.Paper;
import java.util.List;
import java.util.Map;

/// A file as its format tells it.
///
/// @param pages
///            counted, or as the application noted; 0 where unknown
/// @param pageStarts
///            offsets into the text at which a page begins, ascending, the first
///            0; empty for formats without pages of their own
/// @param properties
///            of the document, by a list of allowed names: never a person's name
/// @param declared
///            all that the file says of itself, one `name=value` each: for the
///            check of markings, never kept
public record Sheet(Paper paper, int pages, List<Integer> pageStarts, Map<String, String> properties, List<String> declared) {
    /// Of a file without words.
    public static final Sheet EMPTY = new Sheet(Paper.of(""), 0, List.of(), Map.of(), List.of());

    public Sheet {
        pageStarts = List.copyOf(pageStarts);
        properties = Map.copyOf(properties);
        declared = List.copyOf(declared);
    }

    static Sheet of(Paper paper, int pages, Properties properties) {
        return new Sheet(paper, pages, List.of(), properties.kept(), properties.declared());
    }
}
