package guidang.reader.structure;

import org.jspecify.annotations.Nullable;

/// Numbers in digits and letters: 1. 1.1 1) IV. A.
final class NumberLabels {
    private static final int SHORT_LINE = 30;
    private static final String[] NO_UNIT = {"年", "月", "日", "时", "分", "号", "个", "元", "万", "亿", "%", "％", "倍", "℃"};

    private final String text;
    private final int from;
    private final int to;
    private final LabelSigns signs;

    NumberLabels(String text, int from, int to) {
        this.text = text;
        this.from = from;
        this.to = to;
        this.signs = new LabelSigns(text, from, to);
    }

    /// 1. 1． 1、 1) 1.1 and the faulty 1，
    @Nullable
    Label arabic() {
        Numeral number = Numeral.arabic(text, from, signs.limit(), 3);
        if (number == null || number.end() >= to) {
            return null;
        }
        int at = Glyphs.skip(text, number.end(), signs.limit());
        if (at >= to) {
            return null;
        }
        char next = text.charAt(at);
        boolean digits = at + 1 < to && Glyphs.isDigit(text.charAt(at + 1));
        if (digits && (next == '.' || next == '．') && at == number.end() && !isDay(at + 1)) {
            return parts();
        } else if (LabelSigns.isClosing(next)) {
            Label label = signs.closed(Style.HALF_BRACKET, number.value(), at + 1);
            return number.value() == 0 ? null : label;
        }
        if (at > number.end() && Glyphs.isHan(next)) {
            return spaced(number, at);
        }
        return digits && next != '、' && !isDay(at + 1)
                ? null
                : signs.separated(Style.ARABIC, number.value(), number.end(), number.odd(), false);
    }

    /// `1 存在的问题`: a tab, or a blank before a heading, for the sign.
    private @Nullable Label spaced(Numeral number, int content) {
        boolean tab = text.indexOf('\t', number.end(), content) >= 0;
        boolean line = to - from <= SHORT_LINE && !Glyphs.isPause(text.charAt(to - 1)) && !signs.isBroken(number.end(), content);
        boolean counts = number.value() > 0 && number.value() < 20 && !isUnit(content);
        return line && counts && (tab || Roles.isHeading(Glyphs.words(text, content, to)))
                ? new Label(Style.ARABIC, number.value(), from, number.end(), content, false, false)
                : null;
    }

    /// 1.2025年, 1.3月: what follows the number is a day.
    private boolean isDay(int from) {
        Numeral number = Numeral.arabic(text, from, signs.limit(), 4);
        return number != null && number.end() < to && (text.charAt(number.end()) == '年' || text.charAt(number.end()) == '月');
    }

    /// 1.1 and 1.1.1, not an amount or a day.
    private @Nullable Label parts() {
        int at = from;
        int count = 0;
        int last = 0;
        while (at < signs.limit()) {
            Numeral part = Numeral.arabic(text, at, signs.limit(), 2);
            if (part == null) {
                break;
            }
            count++;
            last = part.value();
            at = part.end();
            if (at >= signs.limit() || (text.charAt(at) != '.' && text.charAt(at) != '．')) {
                break;
            }
            at++;
        }
        if (count < 2 || count > 3 || last == 0 || at >= to || Glyphs.isDigit(text.charAt(at)) || isUnit(at)) {
            return null;
        }
        char next = text.charAt(at);
        boolean comma = next == '、';
        if (!comma && !Glyphs.isBlank(next) && !Glyphs.isHan(next) && !Glyphs.isOpening(next)) {
            return null;
        }
        int end = comma ? at + 1 : at;
        return new Label(count == 2 ? Style.TWO_PARTS : Style.THREE_PARTS, last, from, end, Glyphs.skip(text, end, to), comma,
                false);
    }

    private boolean isUnit(int at) {
        for (String unit : NO_UNIT) {
            if (text.startsWith(unit, at)) {
                return true;
            }
        }
        return false;
    }

    /// A. IV. and l. for 1.
    @Nullable
    Label latin() {
        char c = text.charAt(from);
        int roman = 0;
        int at = from;
        while (at < signs.limit() && "IVX".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        if (at > from) {
            roman = roman(from, at);
        }
        if (roman > 0 && (at - from > 1 || c == 'I')) {
            return signs.separated(Style.ROMAN, roman, at, false, true);
        } else if (c == 'l') {
            return signs.separated(Style.ARABIC, 1, from + 1, true, true);
        }
        return signs.separated(Style.LATIN, letter(c), from + 1, false, true);
    }

    private int roman(int start, int end) {
        int value = 0;
        for (int i = start; i < end; i++) {
            int unit = digit(text.charAt(i));
            value += i + 1 < end && digit(text.charAt(i + 1)) > unit ? -unit : unit;
        }
        return end - start > 4 ? 0 : value;
    }

    private static int digit(char roman) {
        return roman == 'I' ? 1 : roman == 'V' ? 5 : 10;
    }

    static int letter(char c) {
        return Character.toLowerCase(c) - 'a' + 1;
    }
}
