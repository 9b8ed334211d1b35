package guidang.reader.structure;

import org.jspecify.annotations.Nullable;

/// A number as it stands in a text.
///
/// @param end
///            one past its last character
/// @param odd
///            whether a character only looks like a numeral
record Numeral(int value, int end, boolean odd) {
    private static final String HAN = "〇一二三四五六七八九";
    private static final String CAPITAL = "零壹贰叁肆伍陆柒捌玖";
    /// Katakana, dashes and radicals that stand where a numeral should.
    private static final String LOOKALIKES = "ー一―一—一－一-一⼀一ニ二⼆二=二＝二ミ三ハ八⼋八⼗十";
    private static final int LONGEST = 8;

    /// A Han numeral below 1000 that begins at `from`; null where there is none.
    static @Nullable Numeral han(String text, int from, int to) {
        int total = 0;
        int pending = -1;
        boolean units = false;
        boolean odd = false;
        int at = from;
        for (; at < Math.min(to, from + LONGEST); at++) {
            char c = text.charAt(at);
            char plain = plain(c);
            int digit = digit(plain);
            int unit = plain == '十' || plain == '拾' ? 10 : plain == '百' || plain == '佰' ? 100 : 0;
            if (unit > 0) {
                total += (pending < 0 ? 1 : pending) * unit;
                pending = -1;
                units = true;
            } else if (digit >= 0) {
                pending = pending < 0 || units ? digit : pending * 10 + digit;
            } else {
                break;
            }
            odd |= plain != c;
        }
        int value = total + Math.max(pending, 0);
        return at == from || value > 999 ? null : new Numeral(value, at, odd);
    }

    /// An Arabic number of at most `digits` digits, narrow or wide; null where
    /// there is none or a longer one.
    static @Nullable Numeral arabic(String text, int from, int to, int digits) {
        int value = 0;
        int at = from;
        while (at < to && Glyphs.isDigit(text.charAt(at))) {
            if (at - from == digits) {
                return null;
            }
            value = value * 10 + Glyphs.digit(text.charAt(at));
            at++;
        }
        return at == from ? null : new Numeral(value, at, false);
    }

    /// Either of both.
    static @Nullable Numeral any(String text, int from, int to) {
        Numeral arabic = arabic(text, from, to, 3);
        return arabic == null ? han(text, from, to) : arabic;
    }

    /// The value of a Han digit, or -1.
    static int digit(char c) {
        int value = HAN.indexOf(c);
        if (value < 0) {
            value = CAPITAL.indexOf(c);
        }
        if (value < 0 && (c == '○' || c == '◯' || c == 'Ｏ')) {
            value = 0;
        }
        return c == '两' ? 2 : value;
    }

    static boolean isHan(char c) {
        return digit(c) >= 0 || c == '十' || c == '百' || c == '拾';
    }

    private static char plain(char c) {
        if (c >= 0x4e00 && c <= 0x9fff) {
            return c;
        }
        for (int i = 0; i < LOOKALIKES.length(); i += 2) {
            if (LOOKALIKES.charAt(i) == c) {
                return LOOKALIKES.charAt(i + 1);
            }
        }
        return c;
    }
}
