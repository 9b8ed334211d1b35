package guidang.reader.structure;

/// How much is told of a document. What lies beyond stays in the text and in
/// the unit before it.
final class Limits {
    /// Sections, attachments, findings and the like.
    static final int MANY = 1_000;
    /// Items, statements, rows.
    static final int UNITS = 10_000;
    /// UTF-16 units of one cell.
    static final int CELL = 4_000;

    private Limits() {
    }
}
