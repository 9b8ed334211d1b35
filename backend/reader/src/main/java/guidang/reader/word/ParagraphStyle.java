package guidang.reader.word;

import org.jspecify.annotations.Nullable;

/// What a paragraph style says, or a paragraph itself; what it does not say
/// is null.
final class ParagraphStyle {
    @Nullable
    String name;
    @Nullable
    String basedOn;
    @Nullable
    Integer outline;
    @Nullable
    Integer numbers;
    @Nullable
    Integer level;
    @Nullable
    String alignment;

    /// Takes over what is not said here.
    void inherit(ParagraphStyle other) {
        outline = outline == null ? other.outline : outline;
        numbers = numbers == null ? other.numbers : numbers;
        level = level == null ? other.level : level;
        alignment = alignment == null ? other.alignment : alignment;
    }
}
