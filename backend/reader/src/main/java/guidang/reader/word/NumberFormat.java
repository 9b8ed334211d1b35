package guidang.reader.word;

import java.util.Locale;

/// Writes a number the way a level says (ECMA-376, 17.18.59).
final class NumberFormat {
    private static final String HAN = "〇一二三四五六七八九";
    private static final String CAPITAL = "零壹贰叁肆伍陆柒捌玖";
    private static final String STEMS = "甲乙丙丁戊己庚辛壬癸";
    private static final String BRANCHES = "子丑寅卯辰巳午未申酉戌亥";

    private NumberFormat() {
    }

    static String write(String format, int value) {
        if (value <= 0) {
            return format.equals("decimal")
                    ? Integer.toString(value)
                    : format.equals("none") || format.equals("bullet") ? "" : "0";
        }
        return switch (format) {
            case "none", "bullet" -> "";
            case "chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting",
                    "taiwaneseCountingThousand", "koreanCounting" ->
                counting(
                        value, HAN, "十百千", format.equals("chineseCounting") || format.equals("taiwaneseCounting") ? "" : "零");
            case "ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital" -> digits(value, HAN);
            case "chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal" -> counting(value, CAPITAL, "拾佰仟", "零");
            case "ideographTraditional" -> one(value, STEMS);
            case "ideographZodiac" -> one(value, BRANCHES);
            case "decimalFullWidth", "decimalFullWidth2" -> digits(value, "０１２３４５６７８９");
            case "decimalZero" -> value < 10 ? "0" + value : Integer.toString(value);
            case "decimalEnclosedCircle", "decimalEnclosedCircleChinese" -> circled(value);
            case "decimalEnclosedParen" -> value <= 20 ? character(0x2473 + value) : "(" + value + ")";
            case "decimalEnclosedFullstop" -> value <= 20 ? character(0x2487 + value) : value + ".";
            case "ideographEnclosedCircle" -> value <= 10 ? character(0x327f + value) : counting(value, HAN, "十百千", "零");
            case "upperLetter" -> letters(value);
            case "lowerLetter" -> letters(value).toLowerCase(Locale.ROOT);
            case "upperRoman" -> roman(value);
            case "lowerRoman" -> roman(value).toLowerCase(Locale.ROOT);
            case "numberInDash" -> "- " + value + " -";
            default -> Integer.toString(value);
        };
    }

    private static String character(int code) {
        return String.valueOf((char) code);
    }

    private static String circled(int value) {
        if (value <= 20) {
            return character(0x245f + value);
        }
        return value <= 35
                ? character(0x3251 + value - 21)
                : value <= 50 ? character(0x32b1 + value - 36) : Integer.toString(value);
    }

    private static String digits(int value, String glyphs) {
        StringBuilder out = new StringBuilder();
        for (char c : Integer.toString(value).toCharArray()) {
            out.append(glyphs.charAt(c - '0'));
        }
        return out.toString();
    }

    private static String one(int value, String glyphs) {
        return value <= glyphs.length() ? glyphs.substring(value - 1, value) : Integer.toString(value);
    }

    /// 十一, 二十, 一百零五
    private static String counting(int value, String glyphs, String units, String zero) {
        if (value >= 10_000) {
            return digits(value, glyphs);
        }
        StringBuilder out = new StringBuilder();
        String digits = Integer.toString(value);
        boolean gap = false;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            int power = digits.length() - 1 - i;
            if (digit == 0) {
                gap = true;
                continue;
            }
            out.append(gap && !out.isEmpty() ? zero : "");
            gap = false;
            boolean ten = power == 1 && digit == 1 && out.isEmpty();
            out.append(ten ? "" : glyphs.substring(digit, digit + 1)).append(power == 0 ? "" : units.substring(power - 1, power));
        }
        return out.toString();
    }

    /// a … z, aa … zz: the letter repeats.
    private static String letters(int value) {
        int repeats = Math.min((value - 1) / 26 + 1, 9);
        return String.valueOf((char) ('A' + (value - 1) % 26)).repeat(repeats);
    }

    private static String roman(int value) {
        if (value > 3999) {
            return Integer.toString(value);
        }
        int[] values = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
        String[] signs = {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};
        StringBuilder out = new StringBuilder();
        int left = value;
        for (int i = 0; i < values.length; i++) {
            for (; left >= values[i]; left -= values[i]) {
                out.append(signs[i]);
            }
        }
        return out.toString();
    }
}
