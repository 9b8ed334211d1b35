package guidang.reader.structure;

import org.jspecify.annotations.Nullable;

/// Words that belong together: one line, or several that were wrapped.
///
/// @param start
///            its first character that is not blank
/// @param end
///            one past its last
/// @param level
///            as a heading by the file's own word, 0 where it is none; of a row
///            the table's number
/// @param label
///            the number that it begins with
record Paragraph(int start, int end, Sort sort, int level, boolean title, boolean centered, @Nullable Label label) {
    enum Sort {
        PROSE,
        ROW,
        CONTENTS
    }

    int length() {
        return end - start;
    }

    boolean isProse() {
        return sort == Sort.PROSE;
    }

    boolean isRow() {
        return sort == Sort.ROW;
    }

    /// Where the words after the number begin.
    int content() {
        return label == null ? start : label.content();
    }

    Paragraph as(Sort other) {
        return new Paragraph(start, end, other, level, title, centered, label);
    }

    Paragraph joined(Paragraph next) {
        return new Paragraph(start, next.end, sort, level, title, centered, label);
    }

    Paragraph numbered(@Nullable Label number) {
        return new Paragraph(start, end, sort, level, title, centered, number);
    }
}
