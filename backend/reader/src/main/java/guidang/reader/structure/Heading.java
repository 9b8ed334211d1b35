package guidang.reader.structure;

import org.jspecify.annotations.Nullable;

/// The heading that a paragraph begins with, alone or run in.
///
/// @param end
///            one past its last character, the sign that closes it left out
/// @param body
///            where the words after it begin
/// @param alone
///            whether the paragraph is nothing else
record Heading(int start, int end, int body, boolean alone) {
    /// A longer one is a sentence, in UTF-16 units.
    static final int LONGEST = 60;

    /// Up to the first full stop or colon outside quotations, or the whole range
    /// where it has none; null where that is longer than sixty characters.
    static @Nullable Heading of(String text, int from, int to) {
        int depth = 0;
        int reach = Math.min(to, from + LONGEST + 1);
        for (int i = from; i < reach; i++) {
            char c = text.charAt(i);
            if (Glyphs.isOpening(c)) {
                depth++;
            } else if (Glyphs.isClosing(c)) {
                depth = Math.max(0, depth - 1);
            } else if (depth == 0 && (Glyphs.isStop(text, i) || (Glyphs.isColon(c) && !isTime(text, i)))) {
                int body = Glyphs.skip(text, i + 1, to);
                return i == from ? null : new Heading(from, i, body, body >= to);
            }
        }
        int end = to;
        while (end > from && (Glyphs.isSemicolon(text.charAt(end - 1)) || Glyphs.isComma(text.charAt(end - 1)))) {
            end--;
        }
        return to > from && to - from <= LONGEST ? new Heading(from, end, to, true) : null;
    }

    private static boolean isTime(String text, int at) {
        return at > 0 && at + 1 < text.length() && Glyphs.isDigit(text.charAt(at - 1)) && Glyphs.isDigit(text.charAt(at + 1));
    }

    String words(String text) {
        return Glyphs.words(text, start, end);
    }
}
