package guidang.reader.structure;

import guidang.reader.protocol.Structure.Phrase;
import java.util.ArrayList;
import java.util.List;

/// Finds what was left to be filled in: `XX`, `×××`, `*`, `____`, `〇〇`, 某某,
/// `X年X月X日`, `【】`, （单位名称）. Not `3×5`, footnote marks, Markdown, 二〇〇八.
final class Placeholders {
    private static final String[] NAMES = {"单位名称", "党支部名称", "支部名称", "党组织名称", "组织名称", "部门名称", "单位全称", "姓名", "职务", "填写单位", "请填写",
            "此处填写", "填写", "请输入", "待补充", "待填写", "待完善",
            "具体时间", "具体内容", "此处", "请补充", "插入"};
    private static final int LONGEST_NAME = 16;

    private final String text;
    private final boolean markdown;
    private final boolean footnotes;
    private final List<Phrase> found = new ArrayList<>();

    Placeholders(String text) {
        this.text = text;
        this.markdown = hasLine('#') || hasLine('-');
        this.footnotes = hasFootnote();
    }

    List<Phrase> find() {
        int lineStart = 0;
        for (int i = 0; i < text.length() && found.size() < Limits.MANY;) {
            char c = text.charAt(i);
            if (c == '\n') {
                lineStart = i + 1;
                i++;
            } else if (isSign(c)) {
                int end = run(i, c);
                i = end > i ? sign(i, end, lineStart) : i + 1;
            } else if (c == '某' && i + 1 < text.length() && text.charAt(i + 1) == '某') {
                i = add(i, run(i, c));
            } else if (c == '年' && blankDay(i) > 0) {
                i = add(blankStart(i), blankDay(i));
            } else if (Glyphs.isOpening(c)) {
                i = bracket(i);
            } else {
                i++;
            }
        }
        return found;
    }

    private static boolean isCross(char c) {
        return c == 'X' || c == 'x' || c == '×' || c == 'Ｘ' || c == 'ｘ' || c == '╳' || c == '✕' || c == '✖';
    }

    private static boolean isStar(char c) {
        return c == '*' || c == '＊' || c == '﹡' || c == '∗';
    }

    private static boolean isLow(char c) {
        return c == '_' || c == '＿' || c == '﹍';
    }

    private static boolean isRing(char c) {
        return c == '〇' || c == '○' || c == '◯';
    }

    private static boolean isSign(char c) {
        return isCross(c) || isStar(c) || isLow(c) || isRing(c);
    }

    private int run(int from, char c) {
        int at = from;
        while (at < text.length() && isSame(c, text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isSame(char c, char other) {
        return c == other || (isCross(c) && isCross(other)) || (isStar(c) && isStar(other)) || (isLow(c) && isLow(other));
    }

    /// @return where to go on
    private int sign(int start, int end, int lineStart) {
        char c = text.charAt(start);
        boolean counts = isCross(c)
                ? cross(start, end)
                : isStar(c) ? star(start, end, lineStart) : isLow(c) ? low(start, end) : ring(start, end);
        if (!counts) {
            return isStar(c) ? emphasis(start, end, lineStart) : end;
        }
        return add(start, date(end));
    }

    private char before(int start) {
        return start == 0 ? '\n' : text.charAt(start - 1);
    }

    private char after(int end) {
        return end >= text.length() ? '\n' : text.charAt(end);
    }

    /// Among Latin letters or between digits it is a letter or a product.
    private boolean cross(int start, int end) {
        char before = before(start);
        char after = after(end);
        boolean word = (isLatinWord(before) && !isYear(start)) || Glyphs.isLatin(after) || isJoint(before)
                || (isJoint(after) && end - start == 1);
        boolean product = Glyphs.isDigit(after) || (Glyphs.isDigit(before) && !isYear(start));
        boolean measures = "长宽高厚深".indexOf(before) >= 0 && "长宽高厚深".indexOf(after) >= 0;
        if (word || product || measures) {
            return false;
        } else if (end - start > 1) {
            return true;
        }
        boolean between = (Glyphs.isHan(before) && Glyphs.isHan(after)) || after == '年' || after == '月' || after == '日'
                || (text.charAt(start) == '×'
                        && (Glyphs.isHan(before) || Glyphs.isHan(after)));
        return between && !text.startsWith("光", end) && !text.startsWith("射线", end) && !text.startsWith("轴", end)
                && !text.startsWith("型", end);
    }

    private static boolean isLatinWord(char c) {
        return Glyphs.isLatin(c) && !isCross(c);
    }

    private static boolean isJoint(char c) {
        return c == '-' || c == '/' || c == '.' || c == '&' || c == '=' || c == '+';
    }

    /// 20XX年: the century is told.
    private boolean isYear(int start) {
        return (start >= 2 && (text.startsWith("20", start - 2) || text.startsWith("２０", start - 2))
                && (start < 3 || !Glyphs.isDigit(text.charAt(start - 3))))
                || (start >= 3 && text.startsWith("20", start - 3) && Glyphs.isDigit(text.charAt(start - 1))
                        && (start < 4 || !Glyphs.isDigit(text.charAt(start - 4))));
    }

    private boolean star(int start, int end, int lineStart) {
        char before = before(start);
        char after = after(end);
        if ((Glyphs.isDigit(before) && Glyphs.isDigit(after)) || before == '★'
                || (Glyphs.isLatin(before) && Glyphs.isLatin(after))) {
            return false;
        }
        boolean first = Glyphs.skip(text, lineStart, start) == start;
        if ((first && (Glyphs.isBlank(after) || text.startsWith("注", end) || text.startsWith("说明", end)))
                || (first && isRuleFrom(start))) {
            return false;
        } else if (end - start == 1 && footnotes && !Glyphs.isHan(after)) {
            return false;
        }
        return !isEmphasis(start, end, first);
    }

    private boolean isRuleFrom(int start) {
        int feed = text.indexOf('\n', start, Math.min(text.length(), start + 200));
        int end = feed < 0 ? Math.min(text.length(), start + 200) : feed;
        return Furniture.isRule(text, start, Glyphs.trim(text, start, end));
    }

    /// `**bold**`: closed on the same line, with words between, and the text is
    /// Markdown or the whole line's beginning is set so.
    private boolean isEmphasis(int start, int end, boolean first) {
        int close = closing(start, end);
        if (close < 0 || end - start > 3) {
            return false;
        }
        boolean words = close - end >= 2 && !Glyphs.isBlank(text.charAt(end)) && !Glyphs.isPause(text.charAt(end));
        char after = after(close + end - start);
        boolean ends = after == '\n' || Glyphs.isPause(after);
        return words && text.charAt(start) == '*' && (markdown || (end - start >= 2 && first && ends));
    }

    private int closing(int start, int end) {
        int limit = Math.min(text.length(), end + 80);
        for (int i = end; i < limit && text.charAt(i) != '\n'; i++) {
            if (text.charAt(i) == '*') {
                int close = run(i, '*');
                return close - i == end - start ? i : -1;
            }
        }
        return -1;
    }

    /// Past the closing stars of what is emphasised.
    private int emphasis(int start, int end, int lineStart) {
        boolean first = Glyphs.skip(text, lineStart, start) == start;
        return end - start <= 3 && isEmphasis(start, end, first) ? closing(start, end) + end - start : end;
    }

    private boolean low(int start, int end) {
        char before = before(start);
        char after = after(end);
        boolean name = Glyphs.isLatin(before) && (Glyphs.isLatin(after) || Glyphs.isDigit(after));
        boolean rule = (before == '\n') && after == '\n';
        return end - start > 1 && !name && !rule;
    }

    private boolean ring(int start, int end) {
        char before = before(start);
        char after = after(end);
        boolean year = Numeral.digit(before) > 0 || (Numeral.digit(after) > 0 && end - start < 3);
        return end - start > 1 && !year;
    }

    /// X年X月X日 is one.
    private int date(int end) {
        int at = end;
        for (String unit : new String[]{"年", "月"}) {
            if (!text.startsWith(unit, at)) {
                continue;
            }
            int next = Glyphs.skip(text, at + 1, Math.min(text.length(), at + 4));
            int run = next < text.length() && isSign(text.charAt(next)) ? run(next, text.charAt(next)) : next;
            if (run == next) {
                return at == end ? end : at;
            }
            at = run;
        }
        return at > end && text.startsWith("日", at) ? at + 1 : at;
    }

    /// `20 年 月 日`: one past its end, or 0.
    private int blankDay(int year) {
        int month = blanks(year + 1);
        int day = month > year + 1 && text.startsWith("月", month) ? blanks(month + 1) : 0;
        return day > month + 1 && text.startsWith("日", day) ? day + 1 : 0;
    }

    private int blanks(int from) {
        int at = from;
        while (at < Math.min(text.length(), from + 12) && text.charAt(at) != '\n' && Glyphs.isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private int blankStart(int year) {
        int at = year;
        while (at > 0 && year - at < 6 && text.charAt(at - 1) != '\n' && Glyphs.isBlank(text.charAt(at - 1))) {
            at--;
        }
        while (at > 0 && year - at < 10 && Glyphs.isDigit(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private int add(int start, int end) {
        found.add(new Phrase(Glyphs.words(text, start, Math.min(end, start + 60)), start, end));
        return end;
    }

    /// Brackets with nothing in them, or with the name of what belongs there.
    private int bracket(int start) {
        char opening = text.charAt(start);
        int limit = Math.min(text.length(), start + LONGEST_NAME + 2);
        int close = start + 1;
        while (close < limit && !Glyphs.isClosing(text.charAt(close)) && text.charAt(close) != '\n') {
            close++;
        }
        if (close >= limit || text.charAt(close) == '\n') {
            return start + 1;
        }
        String inside = text.substring(start + 1, close).strip();
        boolean square = opening == '【' || opening == '〔';
        boolean room = close > start + 1;
        boolean empty = inside.isEmpty() && (square || (room && (opening == '（' || opening == '(')));
        return (empty && !Glyphs.isDigit(before(start))) || isName(inside) ? add(start, close + 1) : start + 1;
    }

    private static boolean isName(String inside) {
        for (String name : NAMES) {
            boolean prefix = name.startsWith("请") || name.startsWith("此处") || name.startsWith("待") || name.startsWith("填写")
                    || name.startsWith("插入");
            if (inside.equals(name) || (prefix && inside.startsWith(name))) {
                return true;
            }
        }
        return false;
    }

    private boolean hasLine(char mark) {
        int count = 0;
        for (int at = text.indexOf(mark); at >= 0 && count < 2; at = text.indexOf(mark, at + 1)) {
            boolean starts = at == 0 || text.charAt(at - 1) == '\n';
            int end = starts ? run(at, mark) : text.length();
            count += end < text.length() && text.charAt(end) == ' ' ? 1 : 0;
        }
        return count > 0;
    }

    /// A line `*注：…` or `* …` says that single stars elsewhere point to it.
    private boolean hasFootnote() {
        for (int at = 0; at < text.length(); at++) {
            boolean starts = isStar(text.charAt(at)) && (at == 0 || text.charAt(at - 1) == '\n');
            if (starts && at + 1 < text.length()
                    && (text.charAt(at + 1) == '注' || text.charAt(at + 1) == ' ' || text.startsWith("说明", at + 1))) {
                return true;
            }
        }
        return false;
    }
}
