package guidang.reader.structure;

import org.jspecify.annotations.Nullable;

/// Reads the number that a paragraph, or a part of one, begins with. Looks at
/// some twenty characters, never more.
final class Labels {
    private static final int SHORT_LINE = 30;

    private final String text;
    private final int from;
    private final int to;
    private final LabelSigns signs;

    private Labels(String text, int from, int to) {
        this.text = text;
        this.from = from;
        this.to = to;
        this.signs = new LabelSigns(text, from, to);
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
            return bracketed(Glyphs.skip(text, from + 1, signs.limit()));
        } else if (c == '第') {
            return new WordLabels(text, from, to).ordinal();
        } else if (c == '其' && !text.startsWith("其次", from)) {
            return new WordLabels(text, from, to).ofThem();
        } else if (Glyphs.isDigit(c)) {
            return new NumberLabels(text, from, to).arabic();
        } else if (Glyphs.isLatin(c)) {
            return new NumberLabels(text, from, to).latin();
        }
        WordLabels words = new WordLabels(text, from, to);
        Label counted = words.counted();
        Label told = counted == null ? words.sequence() : counted;
        return told == null ? han() : told;
    }

    /// ① ⑴ ⒈ ⒜ ❶ ㈠ ㊀ Ⅰ
    private @Nullable Label composed(char c) {
        if (c >= 0x2460 && c <= 0x2473) {
            return signs.closed(Style.CIRCLE, c - 0x245f, from + 1);
        } else if (c <= 0x2487 && c >= 0x2474) {
            return signs.closed(Style.ARABIC_BRACKETS, c - 0x2473, from + 1);
        } else if (c <= 0x249b && c >= 0x2488) {
            return signs.closed(Style.ARABIC, c - 0x2487, from + 1);
        } else if (c >= 0x2776 && c <= 0x2793) {
            return signs.closed(Style.CIRCLE, (c - 0x2776) % 10 + 1, from + 1);
        } else if (c >= 0x3220 && c <= 0x3229) {
            return signs.closed(Style.HAN_BRACKETS, c - 0x321f, from + 1);
        } else if (c >= 0x3251 && c <= 0x325f) {
            return signs.closed(Style.CIRCLE, c - 0x3251 + 21, from + 1);
        } else if (c >= 0x3280 && c <= 0x3289) {
            return signs.closed(Style.CIRCLE, c - 0x327f, from + 1);
        } else if (c >= 0x2160 && c <= 0x216b) {
            return signs.separated(Style.ROMAN, c - 0x215f, from + 1, false, true);
        }
        return c >= 0x249c && c <= 0x24b5 ? signs.closed(Style.LATIN_BRACKETS, c - 0x249b, from + 1) : null;
    }

    private @Nullable Label bracketed(int at) {
        if (at >= signs.limit()) {
            return null;
        }
        char c = text.charAt(at);
        Numeral number = Numeral.arabic(text, at, signs.limit(), 2);
        Style style = Style.ARABIC_BRACKETS;
        if (number == null) {
            number = Numeral.han(text, at, signs.limit());
            style = Style.HAN_BRACKETS;
        }
        if (number == null && Glyphs.isLatin(c)) {
            number = new Numeral(NumberLabels.letter(c), at + 1, c == 'l' || c == 'I');
            style = c == 'l' || c == 'I' ? Style.ARABIC_BRACKETS : Style.LATIN_BRACKETS;
        }
        if (number == null || number.value() == 0) {
            return null;
        }
        int end = Glyphs.skip(text, number.end(), signs.limit());
        char opening = text.charAt(from);
        if (end < to && LabelSigns.isClosing(text.charAt(end))) {
            boolean square = opening == '【' || opening == '[';
            Label label = signs.closed(style, number.value(), end + 1);
            return new Label(style, label.value(), from, label.end(), label.content(), label.faulty() || square, number.odd());
        }
        // （一、 and （一. with the bracket forgotten
        boolean forgotten = style == Style.HAN_BRACKETS && opening != '[' && opening != '【' && end < to
                && (text.charAt(end) == '、' || text.charAt(end) == '.' || text.charAt(end) == '．');
        return forgotten
                ? new Label(style, number.value(), from, end + 1, Glyphs.skip(text, end + 1, to), true, number.odd())
                : null;
    }

    /// 一、 and the faulty 一. 一， ; 一是 and 一要
    private @Nullable Label han() {
        Numeral number = Numeral.han(text, from, signs.limit());
        if (number == null || number.value() == 0 || number.end() >= to) {
            return null;
        }
        char next = text.charAt(number.end());
        if (!number.odd() && number.value() <= 20 && (next == '是' || next == '要')) {
            Style style = next == '是' ? Style.IS : Style.SHALL;
            return new Label(style, number.value(), from, number.end() + 1, Glyphs.skip(text, number.end() + 1, to), false,
                    false);
        } else if (LabelSigns.isClosing(next)) {
            return new Label(Style.HAN_BRACKETS, number.value(), from, number.end() + 1, Glyphs.skip(text, number.end() + 1, to),
                    true,
                    number.odd());
        }
        Label spaced = spaced(number);
        return spaced == null ? signs.separated(Style.HAN, number.value(), number.end(), number.odd(), false) : spaced;
    }

    /// `一 存在的问题`: a blank for the sign, in a line that is a heading.
    private @Nullable Label spaced(Numeral number) {
        int content = Glyphs.skip(text, number.end(), signs.limit());
        boolean blank = content > number.end() && content < to && !signs.isBroken(number.end(), content)
                && Glyphs.isHan(text.charAt(content));
        boolean line = to - from <= SHORT_LINE && !Glyphs.isPause(text.charAt(to - 1));
        return blank && line && !number.odd() && number.value() < 20
                ? new Label(Style.HAN, number.value(), from, number.end(), content, true, false)
                : null;
    }
}
