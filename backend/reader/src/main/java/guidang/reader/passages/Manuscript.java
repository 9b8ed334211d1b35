package guidang.reader.passages;

import guidang.reader.protocol.Structure.Span;
import java.util.List;

/// What of a document is compared: its own words, without headings, preamble,
/// lists of contents and attachments, sign-off.
///
/// @param text
///            the reading's; offsets are UTF-16 units of it
/// @param sections
///            in the order of the text; they do not overlap
/// @param names
///            of its organisation, which are masked
public record Manuscript(String text, List<Section> sections, List<String> names) {
    /// Letters beyond this are not compared.
    public static final int MOST = 300_000;
    /// Of the names: shorter ones would mask ordinary words.
    static final int SHORTEST_NAME = 4;

    public Manuscript {
        sections = List.copyOf(sections);
        names = names.stream().map(String::strip).filter(name -> name.length() >= SHORTEST_NAME).distinct().toList();
    }

    /// A section without the headings in it.
    ///
    /// @param role
    ///            one of READING.md's, `register` for a table, `text` for a document
    ///            without sections
    /// @param stretches
    ///            ascending
    public record Section(String role, List<Span> stretches) {
        public Section {
            stretches = List.copyOf(stretches);
        }
    }
}
