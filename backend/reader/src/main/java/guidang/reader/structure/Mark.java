package guidang.reader.structure;

/// What a file says of a range of its text.
///
/// @param start
///            the first UTF-16 unit
/// @param end
///            one past the last
/// @param level
///            of a heading 1 to 9, of cells the table's number, else 0
public record Mark(int start, int end, Sort sort, int level) {
    /// What may be said.
    public enum Sort {
        /// A heading by its style or outline level.
        HEADING,
        /// An automatic number, written out.
        NUMBERED,
        /// The document's title by its style.
        TITLE,
        /// Set in the middle.
        CENTERED,
        /// One row of a table.
        CELLS,
        /// Part of a table of contents.
        CONTENTS,
        /// Page numbers, notes: text that is no part of the report's build.
        FURNITURE
    }
}
