package guidang.reader.structure;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// A document as a format hands it over.
///
/// @param text
///            lines ended by LF, no byte order mark; automatic numbers stand in
///            it as they are shown; the row of a table is one line, its cells
///            separated by TAB
/// @param marks
///            what the file itself says of ranges of it, ordered by start;
///            sparse
/// @param furniture
///            texts of headers and footers, which are not in the text
/// @param traits
///            what holds of the file as a whole
public record Paper(String text, List<Mark> marks, List<String> furniture, Set<Trait> traits) {
    public Paper {
        marks = List.copyOf(marks);
        furniture = List.copyOf(furniture);
        traits = Set.copyOf(traits);
    }

    /// The same with one trait more.
    public Paper with(Trait trait) {
        return new Paper(text, marks, furniture, EnumSet.of(trait, traits.toArray(Trait[]::new)));
    }

    /// A plain text, which says nothing of itself.
    public static Paper of(String text) {
        return new Paper(text, List.of(), List.of(), Set.of());
    }
}
