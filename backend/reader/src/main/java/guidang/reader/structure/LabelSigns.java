package guidang.reader.structure;

import org.jspecify.annotations.Nullable;

/// The signs that end a number which begins at `from`.
record LabelSigns(String text, int from, int to) {
    private static final int REACH = 24;

    /// No number and its sign are longer.
    int limit() {
        return Math.min(to, from + REACH);
    }

    static boolean isClosing(char c) {
        return c == '）' || c == ')' || c == '〕' || c == '﹚' || c == '】' || c == ']';
    }

    /// A number that needs no separator: one is a fault.
    Label closed(Style style, int value, int end) {
        int after = Glyphs.skip(text, end, limit());
        boolean fault = after < to && (text.charAt(after) == '、' || text.charAt(after) == '.' || text.charAt(after) == '．');
        int last = fault ? after + 1 : end;
        return new Label(style, value, from, last, Glyphs.skip(text, last, to), fault, false);
    }

    /// @param strict
    ///            takes a dot or 、 only
    @Nullable
    Label separated(Style style, int value, int end, boolean odd, boolean strict) {
        int at = Glyphs.skip(text, end, limit());
        if (value == 0 || at >= to || isBroken(end, at)) {
            return null;
        }
        char next = text.charAt(at);
        boolean comma = next == '、' || next == '﹑';
        boolean dot = next == '.' || next == '．' || next == '﹒';
        boolean wrong = !strict && !odd && (Glyphs.isComma(next) || (next == '。' && style == Style.HAN));
        if (!comma && !dot && !wrong) {
            return null;
        }
        if (dot && at + 1 < to && (Glyphs.isLatin(text.charAt(at + 1)) || Glyphs.isDigit(text.charAt(at + 1)))
                && (style == Style.LATIN || style == Style.ROMAN || odd)) {
            return null; // e.g. and the like
        }
        int last = at + 1;
        boolean twice = last < to && (text.charAt(last) == '、' || (dot && text.charAt(last) == '.'));
        boolean faulty = wrong || twice || (style == Style.HAN && dot);
        return new Label(style, value, from, twice ? last + 1 : last, Glyphs.skip(text, twice ? last + 1 : last, to), faulty,
                odd);
    }

    boolean isBroken(int start, int end) {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) == '\n') {
                return true;
            }
        }
        return false;
    }
}
