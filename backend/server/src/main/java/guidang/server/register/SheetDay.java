package guidang.server.register;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A day as people write it into a sheet. Pure.
///
/// @param year
///            of a day that names none
/// @param date1904
///            whether the sheet counts its days from 1904
record SheetDay(int year, boolean date1904) {
    private static final Pattern DAY = Pattern.compile("(?:(\\d{4})[-/.年])?(\\d{1,2})[-/.月](\\d{1,2})[日号]?");
    private static final Pattern MONTH = Pattern.compile("(?:(\\d{4})[-/.年])?(\\d{1,2})月?(份?底?|末)");
    private static final Pattern QUARTER = Pattern.compile("(?:(\\d{4})年)?第?([1-4一二三四])季度[底末]?");
    private static final Pattern HALF = Pattern.compile("(?:(\\d{4})年)?(上半年|下半年|年底|年末|年内)");
    private static final Pattern YEAR = Pattern.compile("(\\d{4})年?[底末]?");
    private static final Pattern SERIAL = Pattern.compile("(\\d{5})(\\.\\d+)?");
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern TIME = Pattern.compile("[\\sT]+\\d{1,2}:\\d{2}(:\\d{2}(\\.\\d+)?)?$");
    private static final Pattern BEFORE = Pattern.compile("(以前|之前|前|前完成|完成)$");
    private static final LocalDate FIRST = LocalDate.of(1899, 12, 30);
    private static final LocalDate FIRST_1904 = LocalDate.of(1904, 1, 1);

    /// The day; of a month, a quarter, a half or a whole year its last one. Empty
    /// where it is none, or not within 1949-2199.
    Optional<LocalDate> read(String cell) {
        String plain = Normalizer.normalize(cell, Normalizer.Form.NFKC).strip();
        String day = TIME.matcher(plain).replaceFirst("").replaceAll("\\s", "");
        String words = BEFORE.matcher(BEFORE.matcher(day).replaceFirst("")).replaceFirst("");
        try {
            return parsed(words).filter(found -> found.getYear() >= 1949 && found.getYear() < 2200);
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private Optional<LocalDate> parsed(String words) {
        Matcher day = DAY.matcher(words);
        if (day.matches() && (day.group(1) != null || !words.matches("\\d+\\.\\d+"))) {
            return Optional.of(LocalDate.of(yearOf(day.group(1)), number(day.group(2)), number(day.group(3))));
        }
        Matcher compact = COMPACT.matcher(words);
        if (compact.matches()) {
            return Optional.of(LocalDate.of(number(compact.group(1)), number(compact.group(2)), number(compact.group(3))));
        }
        Matcher serial = SERIAL.matcher(words);
        return serial.matches()
                ? Optional.of((date1904 ? FIRST_1904 : FIRST).plusDays(number(serial.group(1))))
                : span(words);
    }

    private Optional<LocalDate> span(String words) {
        Matcher month = MONTH.matcher(words);
        if (month.matches() && (month.group(1) != null || words.contains("月"))) {
            return Optional.of(YearMonth.of(yearOf(month.group(1)), number(month.group(2))).atEndOfMonth());
        }
        Matcher quarter = QUARTER.matcher(words);
        if (quarter.matches()) {
            int nth = 1 + "1234一二三四".indexOf(quarter.group(2)) % 4;
            return Optional.of(YearMonth.of(yearOf(quarter.group(1)), nth * 3).atEndOfMonth());
        }
        Matcher half = HALF.matcher(words);
        if (half.matches()) {
            return Optional.of(YearMonth.of(yearOf(half.group(1)), half.group(2).equals("上半年") ? 6 : 12).atEndOfMonth());
        }
        Matcher whole = YEAR.matcher(words);
        return whole.matches() ? Optional.of(LocalDate.of(number(whole.group(1)), 12, 31)) : Optional.empty();
    }

    private int yearOf(@Nullable String given) {
        return given == null ? year : number(given);
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
