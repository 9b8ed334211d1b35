package guidang.reader.structure;

import guidang.reader.protocol.Structure.Dated;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/// Days as reports write them: `2023年8月15日`, `二〇二三年八月十五日`, `2023.8.15`,
/// `2023-08-15`, `2023/8/15`, `2023年8月`.
final class Dates {
    private static final int LONGEST_LINE = 60;

    private Dates() {
    }

    /// A day or a month that begins at `from`; a month counts as its last day where
    /// `monthEnds`, else its day is unknown and the value null.
    static @Nullable Dated at(String text, int from, int to, boolean monthEnds) {
        int year = 0;
        int at = from;
        while (at < to && at < from + 4 && yearDigit(text.charAt(at)) >= 0) {
            year = year * 10 + yearDigit(text.charAt(at));
            at++;
        }
        if (at != from + 4 || year < 1921 || year > 2200 || (from > 0 && Glyphs.isDigit(text.charAt(from - 1)))) {
            return null;
        }
        at = Glyphs.skip(text, at, Math.min(to, at + 4));
        if (at >= to || "年.．-－—/·".indexOf(text.charAt(at)) < 0) {
            return null;
        }
        boolean words = text.charAt(at) == '年';
        return month(text, from, at + 1, to, year, words, monthEnds);
    }

    private static @Nullable Dated month(String text, int start, int from, int to, int year, boolean words, boolean monthEnds) {
        Numeral month = number(text, from, to);
        if (month == null || month.value() < 1 || month.value() > 12) {
            return null;
        }
        int at = Glyphs.skip(text, month.end(), Math.min(to, month.end() + 4));
        boolean closed = at < to && (words ? text.charAt(at) == '月' : ".．-－—/·".indexOf(text.charAt(at)) >= 0);
        if (!closed) {
            return null;
        }
        Numeral day = number(text, at + 1, to);
        int end = day == null ? 0 : Glyphs.skip(text, day.end(), Math.min(to, day.end() + 4));
        boolean dayClosed = day != null && (words
                ? end < to && (text.charAt(end) == '日' || text.charAt(end) == '号')
                : day.end() >= to || !Glyphs.isDigit(text.charAt(day.end())));
        if (day != null && dayClosed) {
            int last = words ? end + 1 : day.end();
            LocalDate value = date(year, month.value(), day.value());
            return value == null ? null : new Dated(value, Glyphs.words(text, start, last), start, last);
        }
        return words
                ? new Dated(monthEnds ? YearMonth.of(year, month.value()).atEndOfMonth() : null,
                        Glyphs.words(text, start, at + 1), start, at + 1)
                : null;
    }

    /// The first day in a range; null where there is none.
    static @Nullable Dated in(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (yearDigit(text.charAt(i)) > 0) {
                Dated found = at(text, i, to, false);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    /// Whether a line is a day and nothing else, but for brackets and the word for
    /// a seal.
    static @Nullable Dated line(String text, int from, int to) {
        if (to - from > LONGEST_LINE) {
            return null;
        }
        Dated found = in(text, from, to);
        if (found == null) {
            return null;
        }
        String before = Glyphs.core(text.substring(from, found.start()));
        String after = Glyphs.core(text.substring(found.end(), to));
        after = after.startsWith("星期") && after.length() == 3 ? "" : after;
        boolean alone = (before.isEmpty() || before.equals("日期") || before.equals("时间"))
                && (after.isEmpty() || after.equals("印章") || after.equals("盖章") || after.equals("公章") || after.equals("印发")
                        || after.equals("章"));
        return alone ? found : null;
    }

    /// `20 年 月 日`, `X年X月X日`: a line for a day that was not filled in.
    static boolean isUnfilled(String text, int from, int to) {
        StringBuilder left = new StringBuilder();
        for (int i = from; i < to && to - from <= LONGEST_LINE; i++) {
            char c = text.charAt(i);
            boolean filler = Glyphs.isBlank(c) || Glyphs.isDigit(c) || "XxＸ×*＊_＿〇○二三".indexOf(c) >= 0;
            left.append(filler ? "" : c);
        }
        return left.toString().equals("年月日");
    }

    private static @Nullable Numeral number(String text, int from, int to) {
        int start = Glyphs.skip(text, from, Math.min(to, from + 4));
        if (text.startsWith("元月", start)) {
            return new Numeral(1, start + 1, false);
        }
        Numeral arabic = Numeral.arabic(text, start, to, 2);
        return arabic == null ? Numeral.han(text, start, Math.min(to, start + 3)) : arabic;
    }

    static @Nullable LocalDate date(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            return null;
        }
    }

    static int yearDigit(char c) {
        if (Glyphs.isDigit(c)) {
            return Glyphs.digit(c);
        }
        return c == '零' || c == 'O' || c == '０' ? 0 : c == '两' ? -1 : Numeral.digit(c);
    }
}
