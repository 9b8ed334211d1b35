package guidang.reader.structure;

import guidang.reader.protocol.Structure.Dated;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/// What time words mean as a limit: 2026年12月底, 年底, 三季度末, 9月中旬. Words without a
/// year count from the day on which they were written.
record DueTime(String text, @Nullable LocalDate written) {
    /// @param value
    ///            the last day
    /// @param end
    ///            one past the words
    /// @param limit
    ///            whether they mean a limit by themselves: 底, 末, 内
    record When(@Nullable LocalDate value, int end, boolean limit) {}

    /// Whether a time may begin with it.
    static boolean mayBegin(char c) {
        return Glyphs.isDigit(c) || c == '年' || c == '今' || c == '明' || c == '本' || c == '当' || c == '次' || c == '月' || c == '第'
                || c == '上' || c == '下'
                || Numeral.isHan(c);
    }

    /// The time that begins at `from`; null where none does.
    @Nullable
    When at(int from, int to) {
        int at = from;
        int year = 0;
        boolean told = false;
        if (starts("今年", at, to) || starts("本年", at, to) || starts("当年", at, to)) {
            year = year();
            told = true;
            at += starts("本年度", at, to) || starts("今年度", at, to) ? 3 : 2;
        } else if (starts("明年", at, to) || starts("次年", at, to)) {
            year = written == null ? 0 : year() + 1;
            told = true;
            at += 2;
        } else {
            Dated full = Dates.at(text, at, to, true);
            if (full != null) {
                return full(full, to);
            }
            int end = fourDigits(at, to);
            if (end > 0) {
                year = value(at);
                told = true;
                at = Glyphs.skip(text, end, Math.min(to, end + 3)) + (starts("年度", end, to) ? 2 : 1);
            }
        }
        return part(from, Glyphs.skip(text, at, Math.min(to, at + 3)), to, told ? year : year(), told);
    }

    private When full(Dated full, int to) {
        LocalDate value = full.value();
        int at = full.end();
        boolean month = value != null && text.charAt(at - 1) == '月';
        if (value != null && month) {
            return third(value.getYear(), value.getMonthValue(), at, to);
        }
        return new When(value, at, false);
    }

    /// What follows the year, or stands alone.
    private @Nullable When part(int from, int at, int to, int year, boolean told) {
        if (at >= to) {
            return null;
        } else if (starts("年底", at, to) || starts("年末", at, to)) {
            return new When(day(year, 12, 31, true), at + 2, told);
        } else if (starts("年内", at, to)) {
            boolean span = from > 0 && (Numeral.isHan(text.charAt(from - 1)) || Glyphs.isDigit(text.charAt(from - 1))
                    || "近几数半多每".indexOf(text.charAt(from - 1)) >= 0);
            return span ? null : new When(day(year, 12, 31, true), at + 2, true);
        } else if (told && (starts("底", at, to) || starts("末", at, to) || starts("内", at, to))) {
            return new When(day(year, 12, 31, true), at + 1, true);
        } else if (starts("年中", at, to)) {
            return new When(day(year, 6, 30, told), at + 2, false);
        } else if (told && starts("中", at, to)) {
            return new When(day(year, 6, 30, true), at + 1, false);
        } else if (starts("上半年", at, to)) {
            return new When(day(year, 6, 30, told), starts("上半年底", at, to) ? at + 4 : at + 3, told);
        } else if (starts("下半年", at, to)) {
            return new When(day(year, 12, 31, told), starts("下半年底", at, to) ? at + 4 : at + 3, told);
        } else if (starts("本月底", at, to) || starts("当月底", at, to)) {
            return new When(written == null ? null : YearMonth.from(written).atEndOfMonth(), at + 3, true);
        } else if (starts("月底前", at, to) && !told) {
            boolean alone = from == 0 || (!Glyphs.isDigit(text.charAt(from - 1)) && !Numeral.isHan(text.charAt(from - 1)));
            return alone ? new When(written == null ? null : YearMonth.from(written).atEndOfMonth(), at + 2, true) : null;
        }
        When quarter = quarter(at, to, year, told);
        return quarter == null ? month(at, to, year, told) : quarter;
    }

    private @Nullable When quarter(int from, int to, int year, boolean told) {
        int at = text.charAt(from) == '第' ? from + 1 : from;
        Numeral number = at < to ? Numeral.any(text, at, Math.min(to, at + 2)) : null;
        if (number == null || number.value() < 1 || number.value() > 4 || !starts("季度", number.end(), to)) {
            return null;
        }
        int end = number.end() + 2;
        end += starts("末", end, to) || starts("底", end, to) ? 1 : 0;
        int month = number.value() * 3;
        LocalDate value = day(year, month, YearMonth.of(2001, month).lengthOfMonth(), told);
        return new When(value, end, told || end > number.end() + 2);
    }

    private @Nullable When month(int from, int to, int year, boolean told) {
        Numeral number = Numeral.any(text, from, Math.min(to, from + 3));
        boolean inside = from > 0 && (Glyphs.isDigit(text.charAt(from - 1)) || Numeral.isHan(text.charAt(from - 1)));
        if (number == null || inside || number.value() < 1 || number.value() > 12) {
            return null;
        }
        int at = Glyphs.skip(text, number.end(), Math.min(to, number.end() + 3));
        if (at >= to || text.charAt(at) != '月') {
            return null;
        }
        at++;
        int dayAt = Glyphs.skip(text, at, Math.min(to, at + 3));
        Numeral day = dayAt < to ? Numeral.any(text, dayAt, Math.min(to, dayAt + 3)) : null;
        if (day != null && day.end() < to && (text.charAt(day.end()) == '日' || text.charAt(day.end()) == '号')) {
            return new When(day(year, number.value(), day.value(), told), day.end() + 1, false);
        } else if (year == 0) {
            When open = third(2001, number.value(), at, to);
            return new When(null, open.end, open.limit);
        }
        When when = third(year, number.value(), at, to);
        LocalDate value = when.value;
        return new When(value == null || told ? value : day(year, value.getMonthValue(), value.getDayOfMonth(), false), when.end,
                told && when.limit);
    }

    /// A month, or a third of it.
    private When third(int year, int month, int end, int to) {
        int at = end < to && text.charAt(end) == '\n' ? Glyphs.skip(text, end, Math.min(to, end + 3)) : end;
        LocalDate last = YearMonth.of(year, month).atEndOfMonth();
        if (starts("上旬", at, to)) {
            return new When(LocalDate.of(year, month, 10), at + 2, false);
        } else if (starts("中旬", at, to)) {
            return new When(LocalDate.of(year, month, 20), at + 2, false);
        } else if (starts("下旬", at, to)) {
            return new When(last, at + 2, false);
        } else if (starts("底", at, to) || starts("末", at, to)) {
            return new When(last, at + 1, true);
        } else if (starts("份", at, to)) {
            return starts("底", at + 1, to) ? new When(last, at + 2, true) : new When(last, at + 1, false);
        }
        return new When(last, end, false);
    }

    private int year() {
        return written == null ? 0 : written.getYear();
    }

    /// A day told without its year lies after the document's date.
    private @Nullable LocalDate day(int year, int month, int day, boolean told) {
        LocalDate value = year == 0 ? null : Dates.date(year, month, day);
        boolean past = value != null && !told && written != null && value.isBefore(written);
        return past ? Dates.date(year + 1, month, day) : value;
    }

    private int fourDigits(int from, int to) {
        int at = from;
        while (at < to && at - from < 4 && Dates.yearDigit(text.charAt(at)) >= 0) {
            at++;
        }
        int year = Glyphs.skip(text, at, Math.min(to, at + 3));
        boolean inside = from > 0 && Glyphs.isDigit(text.charAt(from - 1));
        return !inside && at - from == 4 && year < to && text.charAt(year) == '年' ? at : -1;
    }

    private int value(int from) {
        int year = 0;
        for (int i = from; i < from + 4; i++) {
            year = year * 10 + Dates.yearDigit(text.charAt(i));
        }
        return year >= 1921 && year <= 2200 ? year : 0;
    }

    /// Whether a word stands there, all of it before `to`.
    boolean starts(String word, int at, int to) {
        return at + word.length() <= to && text.startsWith(word, at);
    }
}
