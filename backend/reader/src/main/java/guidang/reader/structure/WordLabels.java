package guidang.reader.structure;

import org.jspecify.annotations.Nullable;

/// Numbers in words: 第一， 其一， 首先， 问题一：
final class WordLabels {
    private static final String[] COUNTED = {"问题", "原因", "措施", "整改措施", "不足", "任务", "表现", "差距", "根源", "举措", "整改任务", "整改事项"};
    private static final String[] UNITS = {"方面", "问题", "点", "条", "项", "类", "个"};
    private static final String[] SEQUENCE = {"首先", "其次", "再次", "再者", "然后", "最后"};
    private static final int[] SEQUENCE_VALUES = {1, 2, 3, 3, 3, 0};

    private final String text;
    private final int from;
    private final int to;
    private final LabelSigns signs;

    WordLabels(String text, int from, int to) {
        this.text = text;
        this.from = from;
        this.to = to;
        this.signs = new LabelSigns(text, from, to);
    }

    /// 第一部分 第一章 第一， 第一、 第一： 第一是
    @Nullable
    Label ordinal() {
        Numeral number = Numeral.any(text, Glyphs.skip(text, from + 1, signs.limit()), signs.limit());
        if (number == null || number.value() == 0 || number.end() >= to) {
            return null;
        }
        int at = Glyphs.skip(text, number.end(), signs.limit());
        at = afterUnit(at);
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

    /// 第一个问题： 第二点， 第三方面，
    private int afterUnit(int from) {
        int at = from;
        for (int round = 0; round < 2; round++) {
            for (String unit : UNITS) {
                at += at < to && text.startsWith(unit, at) ? unit.length() : 0;
            }
        }
        boolean ends = at < to && (Glyphs.isComma(text.charAt(at)) || Glyphs.isColon(text.charAt(at)) || text.charAt(at) == '是');
        return ends ? at : from;
    }

    private Label parted(Numeral number, int end) {
        int content = Glyphs.skip(text, end, to);
        while (content < to && (text.charAt(content) == '、' || Glyphs.isColon(text.charAt(content))
                || Glyphs.isComma(text.charAt(content)) || text.charAt(content) == '.')) {
            content = Glyphs.skip(text, content + 1, to);
        }
        return new Label(Style.PART, number.value(), from, end, content, false, number.odd());
    }

    @Nullable
    Label ofThem() {
        Numeral number = Numeral.han(text, from + 1, signs.limit());
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
    @Nullable
    Label counted() {
        for (String word : COUNTED) {
            if (!text.startsWith(word, from)) {
                continue;
            }
            int digits = from + word.length() + (text.startsWith("之", from + word.length()) ? 1 : 0);
            Numeral number = Numeral.any(text, Glyphs.skip(text, digits, signs.limit()), signs.limit());
            int at = number == null ? to : Glyphs.skip(text, number.end(), signs.limit());
            boolean sign = at < to && (Glyphs.isColon(text.charAt(at)) || text.charAt(at) == '、' || text.charAt(at) == '.'
                    || text.charAt(at) == '．');
            if (number != null && sign && number.value() > 0 && number.value() < 100 && !number.odd()) {
                return new Label(Style.COUNTED, number.value(), from, at + 1, Glyphs.skip(text, at + 1, to), false, false);
            }
        }
        return null;
    }

    @Nullable
    Label sequence() {
        for (int i = 0; i < SEQUENCE.length; i++) {
            int end = from + 2;
            if (end < to && text.startsWith(SEQUENCE[i], from) && Glyphs.isComma(text.charAt(end))) {
                return new Label(Style.SEQUENCE, SEQUENCE_VALUES[i], from, end + 1, Glyphs.skip(text, end + 1, to), false, false);
            }
        }
        return null;
    }
}
