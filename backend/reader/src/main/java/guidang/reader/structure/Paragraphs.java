package guidang.reader.structure;

import guidang.reader.structure.Paragraph.Sort;
import java.util.ArrayList;
import java.util.List;

/// The paragraphs of a paper: its lines without the blank ones and the page
/// furniture, joined where they were wrapped, each with its number.
final class Paragraphs {
    private static final int FEWEST_TABS = 2;

    private final Paper paper;
    private final String text;
    private final List<Paragraph> lines = new ArrayList<>();
    private final List<Mark> active = new ArrayList<>();
    private int mark;

    private Paragraphs(Paper paper) {
        this.paper = paper;
        this.text = paper.text();
    }

    static List<Paragraph> of(Paper paper) {
        Paragraphs paragraphs = new Paragraphs(paper);
        paragraphs.scan();
        List<Paragraph> joined = new Wraps(paper.text(),
                paper.marks().isEmpty() ? tabbed(paper.text(), paragraphs.lines) : paragraphs.lines).join();
        List<Paragraph> numbered = new ArrayList<>(joined.size());
        for (Paragraph paragraph : joined) {
            numbered.add(paragraph.isProse()
                    ? paragraph.numbered(Labels.at(paper.text(), paragraph.start(), paragraph.end()))
                    : paragraph);
        }
        return Contents.recognize(paper.text(), Mistakes.mend(numbered));
    }

    private void scan() {
        int length = text.length();
        for (int from = 0; from < length;) {
            int feed = text.indexOf('\n', from);
            int to = feed < 0 ? length : feed;
            int start = Glyphs.skip(text, from, to);
            int end = Glyphs.trim(text, start, to);
            if (start < end) {
                line(from, to, start, end);
            }
            from = to + 1;
        }
    }

    private void line(int from, int to, int start, int end) {
        Sort sort = Sort.PROSE;
        int level = markdown(start, end);
        boolean title = false;
        boolean centered = false;
        boolean furniture = false;
        for (Mark one : over(start, to)) {
            switch (one.sort()) {
                case HEADING -> level = one.level();
                case TITLE -> title = true;
                case CENTERED -> centered = true;
                case CONTENTS -> sort = Sort.CONTENTS;
                case FURNITURE -> furniture |= one.start() <= start && one.end() >= end;
                case CELLS -> {
                    sort = Sort.ROW;
                    level = one.level();
                }
                case NUMBERED -> {
                }
            }
        }
        if (!furniture && !(sort == Sort.PROSE && Furniture.isPageNumber(text, start, end))) {
            boolean row = sort == Sort.ROW; // keeps its empty cells
            int stars = row || !isStrong(start, end) ? 0 : 2;
            int first = row ? from : plainStart(start, end) + stars;
            lines.add(new Paragraph(first, row ? to : end - stars, sort, level, title, centered, null));
        }
    }

    /// The level of `## heading`, or 0.
    private int markdown(int start, int end) {
        int at = start;
        while (at < end && at - start < 6 && text.charAt(at) == '#') {
            at++;
        }
        return at > start && at < end && text.charAt(at) == ' ' ? at - start : 0;
    }

    private int plainStart(int start, int end) {
        int level = markdown(start, end);
        int first = level == 0 ? start : Glyphs.skip(text, start + level, end);
        return isBullet(first, end) ? Glyphs.skip(text, first + 1, end) : first;
    }

    /// A sign that only catches the eye, before words: ■ 存在的问题. Circles and stars
    /// stand for words at times and are none.
    private boolean isBullet(int at, int end) {
        if (at >= end || "■◆◇□●▲►▶※◎❖•➤▪◼▷-–".indexOf(text.charAt(at)) < 0) {
            return false;
        }
        int next = Glyphs.skip(text, at + 1, end);
        boolean dash = text.charAt(at) == '-' || text.charAt(at) == '–';
        boolean words = next < end && (Glyphs.isHan(text.charAt(next)) || Glyphs.isOpening(text.charAt(next)));
        return words && (!dash || next > at + 1);
    }

    /// A line set `**whole**`.
    private boolean isStrong(int start, int end) {
        return markdown(start, end) == 0 && end - start > 5 && text.startsWith("**", start) && text.startsWith("**", end - 2)
                && text.indexOf("**", start + 2, end) == end - 2;
    }

    /// The marks that lie over a line; the lines come in order.
    private List<Mark> over(int start, int to) {
        while (mark < paper.marks().size() && paper.marks().get(mark).start() < to) {
            active.add(paper.marks().get(mark));
            mark++;
        }
        active.removeIf(one -> one.end() <= start);
        return active;
    }

    /// Consecutive lines with several tabs inside are a table that lost its marks.
    private static List<Paragraph> tabbed(String text, List<Paragraph> lines) {
        List<Paragraph> out = new ArrayList<>(lines.size());
        int table = 1000;
        for (int i = 0; i < lines.size(); i++) {
            Paragraph line = lines.get(i);
            if (line.isProse() && hasTabs(text, line)) {
                boolean before = i > 0 && lines.get(i - 1).isProse() && hasTabs(text, lines.get(i - 1));
                boolean after = i + 1 < lines.size() && lines.get(i + 1).isProse() && hasTabs(text, lines.get(i + 1));
                table += before ? 0 : 1;
                out.add(before || after ? row(text, line, table) : line);
            } else {
                out.add(line);
            }
        }
        return out;
    }

    /// The whole line: a row keeps its empty cells.
    private static Paragraph row(String text, Paragraph line, int table) {
        int start = text.lastIndexOf('\n', line.start() - 1) + 1;
        int feed = text.indexOf('\n', line.end());
        return new Paragraph(start, feed < 0 ? text.length() : feed, Sort.ROW, table, false, false, null);
    }

    private static boolean hasTabs(String text, Paragraph line) {
        int tabs = 0;
        boolean inside = false;
        for (int i = text.lastIndexOf('\n', line.start() - 1) + 1; i < line.end() && !(inside && tabs >= FEWEST_TABS); i++) {
            boolean tab = text.charAt(i) == '\t';
            tabs += tab ? 1 : 0;
            inside |= tab && i > line.start();
        }
        return inside && tabs >= FEWEST_TABS;
    }
}
