package guidang.reader.structure;

import org.jspecify.annotations.Nullable;

/// Reads the number that a paragraph, or a part of one, begins with. Looks at
/// some twenty characters, never more.
final class Labels {
    private static final int REACH = 24;
    private static final int SHORT_LINE = 30;
    private static final String[] COUNTED = {"问题", "原因", "措施", "整改措施", "不足", "任务"};
    private static final String[] SEQUENCE = {"首先", "其次", "再次", "再者", "然后", "最后"};
    private static final int[] SEQUENCE_VALUES = {1, 2, 3, 3, 3, 0};
    private static final String[] NO_UNIT = {"年", "月", "日", "时", "分", "号", "个", "元", "万", "亿", "%", "％", "倍", "℃"};

    private final String text;
    private final int from;
    private final int to;

    private Labels(String text, int from, int to) {
        this.text = text;
        this.from = from;
        this.to = to;
    }

    /// The number that stands at `from`; null where none does.
    static @Nullable Label at(String text, int from, int to) {
        if (from >= to) {
            return null;
        }
        return new Labels(text, from, to).read();
    }

    private @Nullable Label read() {
        char c = text.charAt(from);
        if ((c >= 0x2460 && c <= 0x24ff) || (c >= 0x2776 && c <= 0x2793) || (c >= 0x3220 && c <= 0x32bf)
                || (c >= 0x2160 && c <= 0x217b)) {
            return composed(c);
        } else if (c == '（' || c == '(' || c == '〔' || c == '﹙' || c == '【' || c == '[') {
            return bracketed(Glyphs.skip(text, from + 1, limit()));
        } else if (c == '第') {
            return ordinal();
        } else if (c == '其' && !text.startsWith("其次", from)) {
            return ofThem();
        } else if (Glyphs.isDigit(c)) {
            return arabic();
        } else if (Glyphs.isLatin(c)) {
            return latin();
        }
        Label counted = counted();
        if (counted != null) {
            return counted;
        }
        Label sequence = sequence();
        return sequence == null ? han() : sequence;
    }

    private int limit() {
        return Math.min(to, from + REACH);
    }

    /// ① ⑴ ⒈ ⒜ ❶ ㈠ ㊀ Ⅰ
    private @Nullable Label composed(char c) {
        if (c >= 0x2460 && c <= 0x2473) {
            return closed(Style.CIRCLE, c - 0x245f, from + 1);
        } else if (c <= 0x2487 && c >= 0x2474) {
            return closed(Style.ARABIC_BRACKETS, c - 0x2473, from + 1);
        } else if (c <= 0x249b && c >= 0x2488) {
            return closed(Style.ARABIC, c - 0x2487, from + 1);
        } else if (c >= 0x2776 && c <= 0x2793) {
            return closed(Style.CIRCLE, (c - 0x2776) % 10 + 1, from + 1);
        } else if (c >= 0x3220 && c <= 0x3229) {
            return closed(Style.HAN_BRACKETS, c - 0x321f, from + 1);
        } else if (c >= 0x3251 && c <= 0x325f) {
            return closed(Style.CIRCLE, c - 0x3251 + 21, from + 1);
        } else if (c >= 0x3280 && c <= 0x3289) {
            return closed(Style.CIRCLE, c - 0x327f, from + 1);
        } else if (c >= 0x2160 && c <= 0x216b) {
            return separated(Style.ROMAN, c - 0x215f, from + 1, false, true);
        }
        return c >= 0x249c && c <= 0x24b5 ? closed(Style.LATIN_BRACKETS, c - 0x249b, from + 1) : null;
    }

    private @Nullable Label bracketed(int at) {
        if (at >= limit()) {
            return null;
        }
        char c = text.charAt(at);
        Numeral number = Numeral.arabic(text, at, limit(), 2);
        Style style = Style.ARABIC_BRACKETS;
        if (number == null) {
            number = Numeral.han(text, at, limit());
            style = Style.HAN_BRACKETS;
        }
        if (number == null && Glyphs.isLatin(c)) {
            number = new Numeral(letter(c), at + 1, c == 'l' || c == 'I');
            style = c == 'l' || c == 'I' ? Style.ARABIC_BRACKETS : Style.LATIN_BRACKETS;
        }
        if (number == null || number.value() == 0) {
            return null;
        }
        int end = Glyphs.skip(text, number.end(), limit());
        char opening = text.charAt(from);
        if (end < to && isClosing(text.charAt(end))) {
            boolean square = opening == '【' || opening == '[';
            Label label = closed(style, number.value(), end + 1);
            return new Label(style, label.value(), from, label.end(), label.content(), label.faulty() || square, number.odd());
        }
        // （一、 and （一 with the bracket forgotten
        boolean forgotten = style == Style.HAN_BRACKETS && opening != '[' && opening != '【' && end < to
                && text.charAt(end) == '、';
        return forgotten
                ? new Label(style, number.value(), from, end + 1, Glyphs.skip(text, end + 1, to), true, number.odd())
                : null;
    }

    private static boolean isClosing(char c) {
        return c == '）' || c == ')' || c == '〕' || c == '﹚' || c == '】' || c == ']';
    }

    /// A number that needs no separator: one is a fault.
    private Label closed(Style style, int value, int end) {
        int after = Glyphs.skip(text, end, limit());
        boolean fault = after < to && (text.charAt(after) == '、' || text.charAt(after) == '.' || text.charAt(after) == '．');
        int last = fault ? after + 1 : end;
        return new Label(style, value, from, last, Glyphs.skip(text, last, to), fault, false);
    }

    /// 第一部分 第一章 第一， 第一、 第一： 第一是
    private @Nullable Label ordinal() {
        Numeral number = Numeral.any(text, Glyphs.skip(text, from + 1, limit()), limit());
        if (number == null || number.value() == 0 || number.end() >= to) {
            return null;
        }
        int at = Glyphs.skip(text, number.end(), limit());
        char next = at < to ? text.charAt(at) : '\n';
        if (next == '部' && at + 1 < to && text.charAt(at + 1) == '分') {
            return parted(number, at + 2);
        } else if (next == '章' || next == '篇') {
            return parted(number, at + 1);
        } else if (Glyphs.isComma(next) || Glyphs.isColon(next) || next == '、' || next == '.' || next == '．') {
            return new Label(Style.ORDINAL, number.value(), from, at + 1, Glyphs.skip(text, at + 1, to), next == '.',
                    number.odd());
        }
        return next == '是' || next == '要'
                ? new Label(Style.ORDINAL, number.value(), from, at + 1, at + 1, false, number.odd())
                : null;
    }

    private Label parted(Numeral number, int end) {
        int content = Glyphs.skip(text, end, to);
        while (content < to && (text.charAt(content) == '、' || Glyphs.isColon(text.charAt(content))
                || Glyphs.isComma(text.charAt(content)) || text.charAt(content) == '.')) {
            content = Glyphs.skip(text, content + 1, to);
        }
        return new Label(Style.PART, number.value(), from, end, content, false, number.odd());
    }

    private @Nullable Label ofThem() {
        Numeral number = Numeral.han(text, from + 1, limit());
        if (number == null || number.value() == 0 || number.end() >= to) {
            return null;
        }
        char next = text.charAt(number.end());
        boolean separated = Glyphs.isComma(next) || next == '、' || Glyphs.isColon(next) || next == '是';
        return separated
                ? new Label(Style.OF_THEM, number.value(), from, number.end() + 1, Glyphs.skip(text, number.end() + 1, to), false,
                        false)
                : null;
    }

    /// 问题一： 措施1、
    private @Nullable Label counted() {
        for (String word : COUNTED) {
            if (!text.startsWith(word, from)) {
                continue;
            }
            Numeral number = Numeral.any(text, Glyphs.skip(text, from + word.length(), limit()), limit());
            int at = number == null ? to : Glyphs.skip(text, number.end(), limit());
            boolean sign = at < to && (Glyphs.isColon(text.charAt(at)) || text.charAt(at) == '、' || text.charAt(at) == '.'
                    || text.charAt(at) == '．');
            if (number != null && sign && number.value() > 0 && number.value() < 100 && !number.odd()) {
                return new Label(Style.COUNTED, number.value(), from, at + 1, Glyphs.skip(text, at + 1, to), false, false);
            }
        }
        return null;
    }

    private @Nullable Label sequence() {
        for (int i = 0; i < SEQUENCE.length; i++) {
            int end = from + 2;
            if (end < to && text.startsWith(SEQUENCE[i], from) && Glyphs.isComma(text.charAt(end))) {
                return new Label(Style.SEQUENCE, SEQUENCE_VALUES[i], from, end + 1, Glyphs.skip(text, end + 1, to), false, false);
            }
        }
        return null;
    }

    /// 1. 1． 1、 1) 1.1 and the faulty 1，
    private @Nullable Label arabic() {
        Numeral number = Numeral.arabic(text, from, limit(), 3);
        if (number == null || number.end() >= to) {
            return null;
        }
        int at = Glyphs.skip(text, number.end(), limit());
        if (at >= to) {
            return null;
        }
        char next = text.charAt(at);
        boolean digits = at + 1 < to && Glyphs.isDigit(text.charAt(at + 1));
        if (digits && (next == '.' || next == '．') && at == number.end() && !isDay(at + 1)) {
            return parts();
        } else if (isClosing(next)) {
            Label label = closed(Style.HALF_BRACKET, number.value(), at + 1);
            return number.value() == 0 ? null : label;
        }
        return digits && next != '、' && !isDay(at + 1)
                ? null
                : separated(Style.ARABIC, number.value(), number.end(), number.odd(), false);
    }

    /// 1.2025年, 1.3月: what follows the number is a day.
    private boolean isDay(int from) {
        Numeral number = Numeral.arabic(text, from, limit(), 4);
        return number != null && number.end() < to && (text.charAt(number.end()) == '年' || text.charAt(number.end()) == '月');
    }

    /// 1.1 and 1.1.1, not an amount or a day.
    private @Nullable Label parts() {
        int at = from;
        int count = 0;
        int last = 0;
        while (at < limit()) {
            Numeral part = Numeral.arabic(text, at, limit(), 2);
            if (part == null) {
                break;
            }
            count++;
            last = part.value();
            at = part.end();
            if (at >= limit() || (text.charAt(at) != '.' && text.charAt(at) != '．')) {
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
    private @Nullable Label latin() {
        char c = text.charAt(from);
        int roman = 0;
        int at = from;
        while (at < limit() && "IVX".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        if (at > from) {
            roman = roman(from, at);
        }
        if (roman > 0 && (at - from > 1 || c == 'I')) {
            return separated(Style.ROMAN, roman, at, false, true);
        } else if (c == 'l') {
            return separated(Style.ARABIC, 1, from + 1, true, true);
        }
        return separated(Style.LATIN, letter(c), from + 1, false, true);
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

    private static int letter(char c) {
        return Character.toLowerCase(c) - 'a' + 1;
    }

    /// 一、 and the faulty 一. 一， ; 一是 and 一要
    private @Nullable Label han() {
        Numeral number = Numeral.han(text, from, limit());
        if (number == null || number.value() == 0 || number.end() >= to) {
            return null;
        }
        char next = text.charAt(number.end());
        if (!number.odd() && number.value() <= 20 && (next == '是' || next == '要')) {
            Style style = next == '是' ? Style.IS : Style.SHALL;
            return new Label(style, number.value(), from, number.end() + 1, Glyphs.skip(text, number.end() + 1, to), false,
                    false);
        } else if (isClosing(next)) {
            return new Label(Style.HAN_BRACKETS, number.value(), from, number.end() + 1, Glyphs.skip(text, number.end() + 1, to),
                    true,
                    number.odd());
        }
        Label spaced = spaced(number);
        return spaced == null ? separated(Style.HAN, number.value(), number.end(), number.odd(), false) : spaced;
    }

    /// `一 存在的问题`: a blank for the sign, in a line that is a heading.
    private @Nullable Label spaced(Numeral number) {
        int content = Glyphs.skip(text, number.end(), limit());
        boolean blank = content > number.end() && content < to && !isBroken(number.end(), content)
                && Glyphs.isHan(text.charAt(content));
        boolean line = to - from <= SHORT_LINE && !Glyphs.isPause(text.charAt(to - 1));
        return blank && line && !number.odd() && number.value() < 20
                ? new Label(Style.HAN, number.value(), from, number.end(), content, true, false)
                : null;
    }

    /// @param strict
    ///            takes a dot or 、 only
    private @Nullable Label separated(Style style, int value, int end, boolean odd, boolean strict) {
        int at = Glyphs.skip(text, end, limit());
        if (value == 0 || at >= to || isBroken(end, at)) {
            return null;
        }
        char next = text.charAt(at);
        boolean comma = next == '、' || next == '﹑';
        boolean dot = next == '.' || next == '．' || next == '﹒';
        boolean wrong = !strict && !odd && (Glyphs.isComma(next) || (next == '。' && style == Style.HAN));
        if (!comma && !dot && !wrong) {
            return null;
        }
        if (dot && at + 1 < to && (Glyphs.isLatin(text.charAt(at + 1)) || Glyphs.isDigit(text.charAt(at + 1)))
                && (style == Style.LATIN || style == Style.ROMAN || odd)) {
            return null; // e.g. and the like
        }
        int last = at + 1;
        boolean twice = last < to && (text.charAt(last) == '、' || (dot && text.charAt(last) == '.'));
        boolean faulty = wrong || twice || (style == Style.HAN && dot);
        return new Label(style, value, from, twice ? last + 1 : last, Glyphs.skip(text, twice ? last + 1 : last, to), faulty,
                odd);
    }

    private boolean isBroken(int start, int end) {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) == '\n') {
                return true;
            }
        }
        return false;
    }
}
