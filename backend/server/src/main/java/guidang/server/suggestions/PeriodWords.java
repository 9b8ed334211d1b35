package guidang.server.suggestions;

import java.util.LinkedHashSet;
import java.util.Set;

/// The periods that words tell: 2026年度, 2026年上半年, 二〇二六年第一季度, 2026年3月. One pass
/// from left to right.
///
/// @param years
///            all that are told
/// @param parts
///            of a year, as periods: `2026-H1`, `2026-Q1`, `2026-03`
record PeriodWords(Set<String> years, Set<String> parts) {
    private static final int READ = 400;
    private static final String DIGITS = "〇一二三四五六七八九";
    private static final int NEAR = 8;

    static PeriodWords of(String words) {
        String text = arabic(words.substring(0, Math.min(words.length(), READ)));
        Set<String> years = new LinkedHashSet<>();
        Set<String> parts = new LinkedHashSet<>();
        for (int at = 0; at + 4 <= text.length(); at++) {
            if (isYear(text, at)) {
                String year = text.substring(at, at + 4);
                years.add(year);
                part(year, text.substring(at + 4, Math.min(text.length(), at + 4 + NEAR)), parts);
                at += 3;
            }
        }
        return new PeriodWords(years, parts);
    }

    /// Digits of any script as 0–9.
    private static String arabic(String words) {
        StringBuilder text = new StringBuilder(words.length());
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            int digit = c == '○' || c == 'Ｏ' || c == '零' ? 0 : DIGITS.indexOf(c);
            text.append(digit >= 0 ? (char) ('0' + digit) : c >= '０' && c <= '９' ? (char) (c - '０' + '0') : c);
        }
        return text.toString();
    }

    private static boolean isYear(String text, int at) {
        boolean alone = (at == 0 || !isDigit(text.charAt(at - 1))) && (at + 4 == text.length() || !isDigit(text.charAt(at + 4)));
        return alone && (text.startsWith("20", at) || text.startsWith("19", at)) && isDigit(text.charAt(at + 2))
                && isDigit(text.charAt(at + 3));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static void part(String year, String after, Set<String> parts) {
        String rest = after.startsWith("年") ? after.substring(1) : after;
        rest = rest.startsWith("度") ? rest.substring(1) : rest;
        if (rest.startsWith("上半年") || rest.startsWith("下半年")) {
            parts.add(year + (rest.charAt(0) == '上' ? "-H1" : "-H2"));
        } else if (rest.length() >= 3 && rest.charAt(0) == '第' && rest.charAt(1) >= '1' && rest.charAt(1) <= '4'
                && rest.startsWith("季度", 2)) {
            parts.add(year + "-Q" + rest.charAt(1));
        } else {
            month(year, rest, parts);
        }
    }

    private static void month(String year, String rest, Set<String> parts) {
        int digits = 0;
        while (digits < 2 && digits < rest.length() && isDigit(rest.charAt(digits))) {
            digits++;
        }
        int month = digits == 0 || !rest.startsWith("月", digits) ? 0 : Integer.parseInt(rest.substring(0, digits));
        if (month >= 1 && month <= 12) {
            parts.add(year + (month < 10 ? "-0" : "-") + month);
        }
    }

    /// Whether the period is told: a part of a year, or a year of which no part is.
    boolean tell(String period) {
        return parts.contains(period)
                || (years.contains(period) && parts.stream().noneMatch(part -> part.startsWith(period)));
    }

    /// Whether the year of the period is told.
    boolean tellYear(String period) {
        return period.length() >= 4 && years.contains(period.substring(0, 4));
    }

    /// Whether only other periods are told.
    boolean contradict(String period) {
        return !period.equals("once") && !years.isEmpty() && !tellYear(period);
    }
}
