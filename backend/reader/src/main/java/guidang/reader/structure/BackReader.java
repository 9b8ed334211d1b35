package guidang.reader.structure;

import guidang.reader.protocol.Structure.Attachment;
import guidang.reader.protocol.Structure.Dated;
import guidang.reader.protocol.Structure.Phrase;
import guidang.reader.protocol.Structure.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads sign-off, list of attachments and closing words, backwards from the
/// end or from where an annex begins.
final class BackReader {
    private static final int REACH = 14;
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_CLOSING = 90;
    private static final int SHORT_CLOSING = 30;
    private static final int MOST_NAMES = 3;
    private static final String[] CLOSINGS = {"以上", "不妥之处", "不当之处", "如有不", "敬请", "请各位", "请予", "特此", "恳请", "妥否", "专此", "请领导",
            "请上级", "请同志", "汇报完毕", "报告完毕", "谢谢",
            "请批评", "对照检查完毕", "欢迎"};

    private final String text;
    private final List<Paragraph> paragraphs;
    private final int from;
    private @Nullable Span signOff;
    private @Nullable Phrase organization;
    private @Nullable Dated date;
    private @Nullable Span closing;
    private final List<Attachment> attachments = new ArrayList<>();

    /// @param from
    ///            index of the first paragraph after the front
    BackReader(String text, List<Paragraph> paragraphs, int from) {
        this.text = text;
        this.paragraphs = paragraphs;
        this.from = from;
    }

    /// Index of the paragraph at which an annex begins: a line 附件1 after a
    /// sign-off; or the number of paragraphs.
    int annex() {
        int lastDate = -REACH;
        for (int i = from; i < paragraphs.size(); i++) {
            Paragraph one = paragraphs.get(i);
            if (!one.isProse()) {
                continue;
            }
            if (isAnnexName(one) && i - lastDate < REACH) {
                return i;
            } else if (signDate(one) != null) {
                lastDate = i;
            }
        }
        return paragraphs.size();
    }

    /// @param end
    ///            index of the annex
    Back read(int end) {
        int first = Math.min(signOff(end), list(end));
        first = closing(first);
        return new Back(signOff, organization, date, attachments, closing, first);
    }

    private int signOff(int end) {
        int seen = 0;
        for (int i = end - 1; i >= from && seen < REACH; i--) {
            Paragraph one = paragraphs.get(i);
            if (!one.isProse()) {
                continue;
            }
            seen++;
            if (one.label() != null && one.label().style() == Style.HAN) {
                break; // what stands before a section signs nothing
            }
            Dated day = signDate(one);
            if (day != null) {
                date = day.value() == null && Dates.isUnfilled(text, day.start(), day.end()) ? null : day;
                int first = names(i, one.start() == day.start() ? i : i + 1);
                signOff = new Span(paragraphs.get(first).start(), Math.max(one.end(), day.end()));
                return first;
            }
        }
        return nameAlone(end);
    }

    /// A line that is a date, or a name and a date.
    private @Nullable Dated signDate(Paragraph one) {
        if (one.length() > LONGEST_NAME + 20 || (one.label() != null && one.label().style() == Style.HAN)) {
            return null;
        }
        Dated alone = Dates.line(text, one.start(), one.end());
        if (alone != null) {
            return alone;
        } else if (Dates.isUnfilled(text, one.start(), one.end())) {
            return new Dated(null, Glyphs.words(text, one.start(), one.end()), one.start(), one.end());
        }
        Dated day = Dates.in(text, one.start(), one.end());
        boolean named = day != null && day.end() == one.end() && day.start() > one.start() && isBlankBefore(day.start())
                && Organizations.line(text, one.start(), Glyphs.trim(text, one.start(), day.start())) != null;
        return named ? day : null;
    }

    private boolean isBlankBefore(int at) {
        return Glyphs.isBlank(text.charAt(at - 1)) || Glyphs.isComma(text.charAt(at - 1)) || text.charAt(at - 1) == '部'
                || text.charAt(at - 1) == '会';
    }

    /// The first of the lines above a date that are names.
    private int names(int dateIndex, int below) {
        if (below > dateIndex) {
            Paragraph one = paragraphs.get(dateIndex);
            organization = date == null
                    ? null
                    : Organizations.line(text, one.start(), Glyphs.trim(text, one.start(), date.start()));
        }
        int first = dateIndex;
        for (int i = dateIndex - 1; i >= from && dateIndex - i <= MOST_NAMES; i--) {
            Paragraph one = paragraphs.get(i);
            if (!isName(one)) {
                break;
            }
            Phrase name = Organizations.signature(text, one.start(), one.end());
            organization = organization == null ? name : organization;
            first = i;
        }
        return first;
    }

    private boolean isName(Paragraph one) {
        if (!one.isProse() || one.length() > LONGEST_NAME || one.label() != null || one.level() > 0) {
            return false;
        }
        for (int i = one.start(); i < one.end(); i++) {
            char c = text.charAt(i);
            if (Glyphs.isPause(c) && c != '、' && c != '—' && !Glyphs.isColon(c)) {
                return false;
            }
        }
        String words = Glyphs.words(text, one.start(), one.end());
        return !Roles.isHeading(words) && !words.startsWith("附件");
    }

    private int nameAlone(int end) {
        int last = end - 1;
        if (last <= from || !isName(paragraphs.get(last))) {
            return end;
        }
        Paragraph one = paragraphs.get(last);
        organization = Organizations.line(text, one.start(), one.end());
        if (organization == null) {
            return end;
        }
        signOff = new Span(one.start(), one.end());
        return last;
    }

    /// 附件：1.×× and the numbered lines after it.
    private int list(int end) {
        int limit = Math.max(from, end - 40);
        for (int i = end - 1; i >= limit; i--) {
            Paragraph one = paragraphs.get(i);
            if (one.isProse() && isListStart(one)) {
                entries(i, end);
                return i;
            }
        }
        return end;
    }

    private boolean isListStart(Paragraph one) {
        int colon = colon(one);
        return colon > 0 && one.length() < 200;
    }

    /// Where the colon after 附件 stands, or -1.
    private int colon(Paragraph one) {
        int at = text.startsWith("附件", one.start()) ? one.start() + 2 : text.startsWith("附", one.start()) ? one.start() + 1 : -1;
        if (at < 0) {
            return -1;
        }
        at = Glyphs.skip(text, at, one.end());
        Numeral number = at < one.end() ? Numeral.any(text, at, one.end()) : null;
        at = number == null ? at : Glyphs.skip(text, number.end(), one.end());
        return at < one.end() && Glyphs.isColon(text.charAt(at)) ? at : -1;
    }

    private void entries(int index, int end) {
        Paragraph head = paragraphs.get(index);
        split(Glyphs.skip(text, colon(head) + 1, head.end()), head.end());
        for (int i = index + 1; i < end; i++) {
            Paragraph one = paragraphs.get(i);
            boolean numbered = one.isProse() && one.label() != null && one.label().style() == Style.ARABIC;
            if (!numbered && !(one.isProse() && isListStart(one))) {
                break;
            }
            split(numbered ? one.start() : Glyphs.skip(text, colon(one) + 1, one.end()), one.end());
        }
    }

    /// Several entries may stand in one line.
    private void split(int start, int end) {
        int begin = start;
        for (int i = start + 1; i < end; i++) {
            boolean pause = Glyphs.isBlank(text.charAt(i - 1)) || Glyphs.isSemicolon(text.charAt(i - 1))
                    || text.charAt(i - 1) == '。';
            Label label = pause && Glyphs.isDigit(text.charAt(i)) ? Labels.at(text, i, end) : null;
            if (label != null && label.style() == Style.ARABIC) {
                attach(begin, i);
                begin = i;
            }
        }
        attach(begin, end);
    }

    private void attach(int start, int end) {
        Label label = Labels.at(text, start, end);
        boolean numbered = label != null && label.style() == Style.ARABIC;
        int content = label != null && numbered ? label.content() : start;
        int last = Glyphs.trim(text, content, end);
        while (last > content && (Glyphs.isSemicolon(text.charAt(last - 1)) || text.charAt(last - 1) == '。')) {
            last--;
        }
        if (last > content && attachments.size() < Limits.MANY) {
            attachments.add(new Attachment(label != null && numbered ? label.value() : 0, Glyphs.words(text, content, last),
                    start, last));
        }
    }

    private static boolean isClosing(String words) {
        boolean asks = words.length() <= SHORT_CLOSING && (words.contains("批评") || words.contains("指正") || words.contains("审阅"))
                && words.contains("请");
        if (asks) {
            return true;
        }
        for (String closing : CLOSINGS) {
            if (words.startsWith(closing)) {
                return true;
            }
        }
        return false;
    }

    /// Closing words are short, unnumbered and right before the end.
    private int closing(int first) {
        int at = first;
        for (int i = first - 1; i >= from && first - i <= 2; i--) {
            Paragraph one = paragraphs.get(i);
            boolean closes = one.isProse() && one.label() == null && one.length() <= LONGEST_CLOSING
                    && isClosing(text.substring(one.start(), one.end()));
            if (!closes) {
                break;
            }
            closing = new Span(one.start(), paragraphs.get(first - 1).end());
            at = i;
        }
        return at;
    }

    private boolean isAnnexName(Paragraph one) {
        if (one.length() > 10 || !text.startsWith("附件", one.start())) {
            return false;
        }
        int at = Glyphs.skip(text, one.start() + 2, one.end());
        Numeral number = at < one.end() ? Numeral.any(text, at, one.end()) : null;
        at = number == null ? at : Glyphs.skip(text, number.end(), one.end());
        return at >= one.end() || (Glyphs.isColon(text.charAt(at)) && at + 1 >= one.end());
    }
}
