package guidang.reader.structure;

import guidang.reader.protocol.Structure.Count;
import org.jspecify.annotations.Nullable;

/// Reads the number of aspects: 八, 8 before 个方面.
final class AspectCount {
    private static final int MOST = 40;
    private static final int DIGITS = 3;

    private AspectCount() {
    }

    /// The number that ends at `end`; null where there is none, or 1.
    ///
    /// @param last
    ///            one past the words that are told with it
    static @Nullable Count before(String text, int from, int end, int last) {
        int start = end;
        while (start > from && end - start < DIGITS
                && (Numeral.isHan(text.charAt(start - 1)) || Glyphs.isDigit(text.charAt(start - 1)))) {
            start--;
        }
        Numeral number = start < end ? Numeral.any(text, start, end) : null;
        boolean counts = number != null && number.end() == end && number.value() > 1 && number.value() < MOST;
        return number != null && counts ? new Count(number.value(), Glyphs.words(text, start, last), start, last) : null;
    }
}
