package guidang.reader.structure;

import guidang.reader.protocol.Structure.Dated;
import guidang.reader.protocol.Structure.Phrase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds the title among the first lines and joins what line breaks parted.
final class Titles {
    private static final int MOST_BEFORE = 10;
    private static final int MOST_LINES = 5;
    private static final int LONGEST = 60;
    private static final String[] ENDS = {"材料", "报告", "方案", "台账", "情况", "计划", "总结", "清单", "通知", "意见", "记录", "纪要", "汇报", "提纲",
            "剖析", "检查", "检视", "措施", "说明", "通报", "发言",
            "讲话", "安排", "细则", "办法", "制度", "稿", "表", "自查", "请示", "决定", "要点"};
    private static final String[] DRAFTS = {"征求意见稿", "草稿", "送审稿", "讨论稿", "初稿", "审议稿", "修改稿", "待定稿", "征求意见", "草案", "代拟稿"};

    private final String text;
    private final List<Paragraph> paragraphs;

    Titles(String text, List<Paragraph> paragraphs) {
        this.text = text;
        this.paragraphs = paragraphs;
    }

    /// @param organization
    ///            the name in it or above it
    /// @param date
    ///            of a line above it
    /// @param next
    ///            index of the first paragraph after it
    record Found(@Nullable Phrase title, @Nullable Phrase organization, @Nullable Dated date, int next) {}

    Found find() {
        Dated date = null;
        int limit = Math.min(paragraphs.size(), MOST_BEFORE);
        for (int i = 0; i < limit; i++) {
            Paragraph one = paragraphs.get(i);
            if (mayBegin(one)) {
                return from(i, date);
            } else if (!isAbove(one)) {
                return new Found(null, null, date, i);
            }
            date = date == null ? Dates.line(text, one.start(), one.end()) : date;
        }
        return new Found(null, null, date, 0);
    }

    /// A line that may stand above a title: a number, a marking, an annex's name, a
    /// date, contents.
    private boolean isAbove(Paragraph one) {
        if (!one.isProse()) {
            return one.sort() == Paragraph.Sort.CONTENTS;
        }
        return one.length() <= 40 && (one.label() == null || isNumberOnly(one)) && !Glyphs.isStop(text.charAt(one.end() - 1))
                && !Glyphs.isColon(text.charAt(one.end() - 1));
    }

    private boolean isNumberOnly(Paragraph one) {
        return one.content() >= one.end();
    }

    private boolean mayBegin(Paragraph one) {
        if (!mayBe(one)) {
            return false;
        }
        String words = Glyphs.words(text, one.start(), one.end());
        boolean symbol = words.indexOf('〔') >= 0 && words.endsWith("号");
        boolean redHead = words.endsWith("文件") && words.length() <= 24;
        boolean annex = words.startsWith("附件") && words.length() <= 6;
        boolean marking = words.startsWith("密级") || words.indexOf('★') >= 0 || words.startsWith("内部") || words.startsWith("签发人")
                || words.contains("不得外传") || words.contains("工作秘密") || words.startsWith("秘密") || words.startsWith("机密")
                || words.startsWith("绝密")
                || words.startsWith("注意保") || words.startsWith("编号") || words.startsWith("紧急程度") || words.equals("特急")
                || words.equals("加急");
        boolean digits = Glyphs.core(words).chars().allMatch(c -> c >= '0' && c <= '9');
        return !symbol && !redHead && !annex && !marking && !digits && !isDraft(words)
                && Dates.line(text, one.start(), one.end()) == null;
    }

    private boolean mayBe(Paragraph one) {
        if (!one.isProse() || one.length() > LONGEST || Furniture.isRule(text, one.start(), one.end())) {
            return false;
        }
        Label label = one.label();
        char first = text.charAt(one.start());
        char last = text.charAt(one.end() - 1);
        boolean ends = Glyphs.isPause(last) && last != '—';
        boolean numbered = label != null && label.style() != Style.LATIN && !one.title();
        return !ends && !numbered && first != '（' && first != '(' && first != '—' && first != '-';
    }

    private Found from(int first, @Nullable Dated date) {
        int last = first;
        int limit = Math.min(paragraphs.size(), first + MOST_LINES);
        boolean marked = paragraphs.get(first).title();
        for (int i = first; i < limit; i++) {
            Paragraph one = paragraphs.get(i);
            if ((!mayBe(one) && !(i > first && isWrapped(one))) || (i > first && isOther(one))) {
                break;
            } else if (endsTitle(one)) {
                last = i;
                break;
            } else if (one.title() && marked && i > first) {
                last = i;
            }
        }
        Paragraph begin = paragraphs.get(first);
        if (last == first && !endsTitle(begin) && Roles.isHeading(Glyphs.words(text, begin.start(), begin.end()))
                && !begin.title()) {
            return new Found(null, null, date, first);
        }
        return found(first, last, date);
    }

    /// A second line of a title in brackets or quotation marks.
    private boolean isWrapped(Paragraph one) {
        return one.isProse() && one.length() <= LONGEST && endsTitle(one) && (one.label() == null);
    }

    private boolean isOther(Paragraph one) {
        return Dates.line(text, one.start(), one.end()) != null
                || (Roles.isHeading(Glyphs.words(text, one.start(), one.end())) && !isKindOfTitle(one) && !one.title());
    }

    private boolean isKindOfTitle(Paragraph one) {
        String words = Glyphs.words(text, one.start(), one.end());
        return Kinds.ofTitle(words) != null;
    }

    private Found found(int first, int last, @Nullable Dated date) {
        Paragraph begin = paragraphs.get(first);
        Paragraph end = paragraphs.get(last);
        StringBuilder words = new StringBuilder();
        for (int i = first; i <= last; i++) {
            words.append(Glyphs.words(text, paragraphs.get(i).start(), paragraphs.get(i).end()));
        }
        int start = begin.start();
        while (!words.isEmpty() && words.charAt(0) == '#') { // a heading of Markdown
            words.deleteCharAt(0);
            start++;
        }
        while (!words.isEmpty() && Glyphs.isBlank(words.charAt(0))) {
            words.deleteCharAt(0);
            start++;
        }
        Phrase organization = null;
        for (int i = first; i <= last && organization == null && last > first; i++) {
            organization = Organizations.line(text, paragraphs.get(i).start(), paragraphs.get(i).end());
        }
        if (organization == null) {
            organization = Organizations.prefix(text, start, last > first ? begin.end() : end.end());
        }
        return new Found(new Phrase(words.toString(), start, end.end()), organization, date, last + 1);
    }

    private boolean endsTitle(Paragraph one) {
        String words = Glyphs.words(text, one.start(), one.end());
        int end = words.length();
        if (end > 2 && Glyphs.isClosing(words.charAt(end - 1)) && words.charAt(end - 1) != '》' && words.charAt(end - 1) != '”') {
            int open = Math.max(words.lastIndexOf('（'), words.lastIndexOf('('));
            end = open > 0 ? open : end;
        }
        String title = words.substring(0, end).strip();
        for (String word : ENDS) {
            if (title.endsWith(word)) {
                return true;
            }
        }
        return false;
    }

    static boolean isDraft(String words) {
        return Roles.containsAny(words, DRAFTS) && words.indexOf('，') < 0 && words.indexOf('。') < 0
                && Glyphs.core(words).length() <= 14 && !words.contains("材料")
                && !words.contains("方案");
    }

    static @Nullable String draft(String words) {
        for (String word : DRAFTS) {
            if (words.contains(word)) {
                return word;
            }
        }
        return null;
    }
}
