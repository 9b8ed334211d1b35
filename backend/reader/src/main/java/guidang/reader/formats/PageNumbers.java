package guidang.reader.formats;

/// Lines that say which page this is and nothing else: `— 2 —`, `第1页 共5页`, `2 /
/// 5`, `Page 2 of 5`.
public final class PageNumbers {
    private static final int LONGEST = 24;
    private static final String DASHES = "-–—―─－_~·.•";
    private static final String NUMERALS = "0123456789０１２３４５６７８９〇零一二三四五六七八九十百ivxlcIVXLC";

    private PageNumbers() {
    }

    /// Whether the line is certainly one: a number alone is not.
    public static boolean certain(String line) {
        return kind(line) > 1;
    }

    /// Whether it may be one; its place on the page has to say the rest.
    public static boolean possible(String line) {
        return kind(line) > 0;
    }

    private static int kind(String line) {
        String bare = bare(line);
        if (bare.isEmpty() || bare.length() > LONGEST) {
            return 0;
        }
        String inner = strip(bare);
        boolean dashed = inner.length() + 2 <= bare.length();
        if (number(inner)) {
            return dashed ? 2 : arabic(inner) ? 1 : 0;
        }
        return pages(inner) ? 2 : 0;
    }

    private static String bare(String line) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < Math.min(line.length(), 4 * LONGEST); i++) {
            char c = line.charAt(i);
            if (!Character.isWhitespace(c) && c != 0x3000 && c != 0xa0) {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static String strip(String bare) {
        int start = 0;
        int end = bare.length();
        while (start < end && DASHES.indexOf(bare.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && DASHES.indexOf(bare.charAt(end - 1)) >= 0) {
            end--;
        }
        return bare.substring(start, end);
    }

    private static boolean number(String text) {
        return !text.isEmpty() && text.length() <= 5 && text.chars().allMatch(c -> NUMERALS.indexOf(c) >= 0);
    }

    private static boolean arabic(String text) {
        return text.length() <= 4 && text.chars().allMatch(Character::isDigit);
    }

    private static boolean pages(String text) {
        String lower = text.toLowerCase(java.util.Locale.ROOT);
        if (lower.startsWith("page")) {
            return numbers(lower.substring(4).replace("of", "/"));
        } else if (lower.startsWith("第") && lower.contains("页")) {
            return numbers(lower.replace("第", "").replace("页", "/").replace("共", "").replace("，", "").replace(",", ""));
        } else if (lower.startsWith("共") && lower.contains("页第")) {
            return numbers(lower.replace("共", "").replace("页第", "/").replace("页", ""));
        }
        return lower.indexOf('/') > 0 && numbers(lower);
    }

    /// One number, or two with a stroke between them.
    private static boolean numbers(String text) {
        String cut = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        int stroke = cut.indexOf('/');
        return stroke < 0 ? number(cut) : number(cut.substring(0, stroke).strip()) && number(strip(cut.substring(stroke + 1)));
    }
}
