package guidang.reader.structure;

/// What holds of a file as a whole.
public enum Trait {
    TRACKED_CHANGES,
    COMMENTS,
    MACROS,
    EMBEDDED_FILES,
    /// Pages without text: a scan.
    NO_TEXT,
    /// For internal use, as its name or its properties say.
    INTERNAL_MARKING
}
