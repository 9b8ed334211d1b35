package guidang.reader.marking;

/// What a document says of who may see it, the least first.
public enum Marking {
    NONE,
    /// For internal use (内部资料, 工作秘密): a warning.
    INTERNAL,
    /// A state secret (绝密, 机密, 秘密): refused, and nothing is kept.
    CLASSIFIED;

    Marking or(Marking other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
