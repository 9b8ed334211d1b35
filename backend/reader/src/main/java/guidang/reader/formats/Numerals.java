package guidang.reader.formats;

/// Numbers as lists show them.
enum Numerals {
    ARABIC,
    FULL_WIDTH,
    LOWER_LETTER,
    UPPER_LETTER,
    LOWER_ROMAN,
    UPPER_ROMAN,
    CHINESE,
    CHINESE_FORMAL,
    CIRCLED,
    PARENTHESIZED,
    NONE;

    private static final String DIGITS = "〇一二三四五六七八九";
    private static final String FORMAL = "零壹贰叁肆伍陆柒捌玖";
    private static final int[] ROMAN = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
    private static final String[] ROMAN_LETTERS = {"m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"};

    /// Falls back to Arabic digits where the way of writing does not reach so far.
    String of(int n) {
        return switch (this) {
            case NONE -> "";
            case ARABIC -> Integer.toString(n);
            case FULL_WIDTH -> fullWidth(Integer.toString(n));
            case LOWER_LETTER -> letters(n, 'a');
            case UPPER_LETTER -> letters(n, 'A');
            case LOWER_ROMAN -> roman(n);
            case UPPER_ROMAN -> upper(roman(n));
            case CHINESE -> chinese(n, DIGITS, "十百");
            case CHINESE_FORMAL -> chinese(n, FORMAL, "拾佰");
            case CIRCLED -> n >= 1 && n <= 20 ? String.valueOf((char) ('①' + n - 1)) : Integer.toString(n);
            case PARENTHESIZED -> n >= 1 && n <= 20 ? String.valueOf((char) ('⑴' + n - 1)) : "(" + n + ")";
        };
    }

    private static String fullWidth(String digits) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            out.append(c >= '0' && c <= '9' ? (char) (c - '0' + '０') : c);
        }
        return out.toString();
    }

    /// a … z, aa, bb …
    private static String letters(int n, char first) {
        return n < 1 || n > 260 ? Integer.toString(n) : String.valueOf((char) (first + (n - 1) % 26)).repeat((n + 25) / 26);
    }

    private static String roman(int n) {
        if (n < 1 || n > 3_999) {
            return Integer.toString(n);
        }
        StringBuilder out = new StringBuilder();
        int left = n;
        for (int i = 0; i < ROMAN.length; i++) {
            for (; left >= ROMAN[i]; left -= ROMAN[i]) {
                out.append(ROMAN_LETTERS[i]);
            }
        }
        return out.toString();
    }

    private static String upper(String letters) {
        return letters.toUpperCase(java.util.Locale.ROOT);
    }

    /// Everyday numbers leave out the one before ten: 十二, but 壹拾贰.
    private String chinese(int n, String digits, String tens) {
        if (n < 0 || n > 999) {
            return Integer.toString(n);
        }
        StringBuilder out = new StringBuilder();
        int hundred = n / 100;
        int ten = n / 10 % 10;
        if (hundred > 0) {
            out.append(digits.charAt(hundred)).append(tens.charAt(1));
        }
        if (ten > 0) {
            boolean plain = this == CHINESE && ten == 1 && hundred == 0;
            out.append(plain ? "" : digits.substring(ten, ten + 1)).append(tens.charAt(0));
        } else if (hundred > 0 && n % 10 > 0) {
            out.append('零');
        }
        if (n % 10 > 0 || n == 0) {
            out.append(digits.charAt(n % 10));
        }
        return out.toString();
    }

    /// A label as it stands before its paragraph: digits and letters keep a
    /// distance from the words.
    static String label(String label) {
        char last = label.isEmpty() ? '、' : label.charAt(label.length() - 1);
        return last < 0x80 && Character.isLetterOrDigit(last) ? label + " " : label;
    }
}
