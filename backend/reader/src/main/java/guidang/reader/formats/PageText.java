package guidang.reader.formats;

import guidang.reader.structure.Mark.Sort;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// Makes paragraphs of the lines of pages: a line that was full goes on in the
/// next one, across pages too. Furniture goes aside.
final class PageText {
    /// Ems by which a line may fall short and be full, and by which one may begin
    /// further in and not begin a paragraph.
    private static final double SLACK = 0.6;
    private static final double INDENT = 0.9;
    /// By how much of the width a line may fall short and go on all the same.
    private static final double SHORTEST = 0.3;
    private static final double UNLIKE_MARGINS = 2;
    private static final int FEW = 4;
    private static final double SAME_SIZE = 1.15;
    private static final double WIDE_GAP = 1.7;
    private static final String NEVER_FIRST = "，。、；：？！”’』」）》〉】％,.;:?!)]}%";
    private static final String ENDS = "。！？；：!?;:";

    private final PaperWriter out;
    private final List<Integer> pageStarts = new ArrayList<>();
    private final double width;
    private double left;
    private double right;
    private double leading;
    /// Whether paragraphs begin further in, so that a line that does not goes on.
    private boolean indents;

    /// @param width
    ///            of a page; 0 where unknown
    PageText(PaperWriter out, double width) {
        this.out = out;
        this.width = width;
    }

    List<Integer> pageStarts() {
        return pageStarts;
    }

    private record Placed(PageLine line, int page) {}

    /// @param pages
    ///            lines of each page in reading order
    void write(List<List<PageLine>> pages) throws TooMuch {
        List<Set<PageLine>> furniture = PageFurniture.find(pages);
        List<Placed> lines = new ArrayList<>();
        for (int page = 0; page < pages.size(); page++) {
            for (PageLine line : pages.get(page)) {
                if (furniture.get(page).contains(line)) {
                    out.furnish(line.text());
                } else if (!line.text().isBlank()) {
                    lines.add(new Placed(line, page));
                }
            }
        }
        measure(lines);
        write(lines, pages.size());
    }

    /// Margins are where several lines begin or end: a single one may hang out.
    private void measure(List<Placed> lines) {
        List<PageLine> plain = lines.stream().map(Placed::line).filter(line -> !line.tabbed()).toList();
        double em = plain.stream().mapToDouble(PageLine::size).sorted().skip(plain.size() / 2).findFirst().orElse(1);
        left = edge(plain.stream().mapToDouble(PageLine::left).sorted().toArray(), 0.3 * em);
        right = rightEdge(plain.stream().mapToDouble(PageLine::right).sorted().toArray(), em);
        indents = plain.stream().filter(line -> line.left() > left + 1.5 * em && line.left() < left + 2.6 * em).limit(FEW)
                .count() == FEW;
        double[] gaps = new double[lines.size()];
        int count = 0;
        for (int i = 1; i < lines.size(); i++) {
            double gap = lines.get(i).line().base() - lines.get(i - 1).line().base();
            if (lines.get(i).page() == lines.get(i - 1).page() && gap > 0) {
                gaps[count++] = gap;
            }
        }
        Arrays.sort(gaps, 0, count);
        leading = count == 0 ? Double.MAX_VALUE : gaps[count / 2];
    }

    /// The smallest of ascending values that has company within the distance.
    private static double edge(double[] values, double distance) {
        int company = Math.max(2, values.length / 33);
        for (int i = 0; i + company <= values.length; i++) {
            if (values[i + company - 1] - values[i] <= distance) {
                return values[i];
            }
        }
        return values.length == 0 ? 0 : values[0];
    }

    /// Where many lines end, if few end further out. A text of short lines has no
    /// such place: then margins are about the same on both sides.
    private double rightEdge(double[] ascending, double em) {
        int count = ascending.length;
        for (int last = count - 1; last >= 0 && count - 1 - last <= Math.max(1, count / 7); last--) {
            boolean hardlyAny = count - 1 - last <= Math.max(1, count / 33);
            int company = Math.max(FEW, hardlyAny ? count / 8 : count / 4);
            if (last >= company - 1 && ascending[last] - ascending[last - company + 1] <= 1.2 * em) {
                return ascending[last];
            }
        }
        double widest = count == 0 ? 0 : ascending[count - 1];
        return Math.max(widest, width - left - UNLIKE_MARGINS * em);
    }

    private void write(List<Placed> lines, int pages) throws TooMuch {
        int[] tables = tables(lines);
        Placed before = null;
        for (int i = 0; i < lines.size(); i++) {
            Placed placed = lines.get(i);
            if (before != null) {
                seam(before, placed);
            }
            while (pageStarts.size() <= placed.page()) {
                pageStarts.add(out.place());
            }
            line(placed.line(), tables[i]);
            before = placed;
        }
        out.endLine();
        while (pageStarts.size() < pages) {
            pageStarts.add(out.place());
        }
    }

    private void line(PageLine line, int table) throws TooMuch {
        int start = out.place();
        boolean whole = out.atLineStart();
        out.append(line.text().strip());
        if (table > 0) {
            out.mark(start, Sort.CELLS, table);
        } else if (whole && centered(line)) {
            out.mark(start, Sort.CENTERED, 0);
        }
    }

    private void seam(Placed before, Placed next) throws TooMuch {
        if (!goesOn(before.line(), next.line(), before.page() == next.page())) {
            out.endLine();
            return;
        }
        String end = before.line().text().stripTrailing();
        String start = next.line().text().stripLeading();
        out.append(apart(end.charAt(end.length() - 1), start.charAt(0)) ? " " : "");
    }

    /// Words of letters are apart; a number that was broken is one.
    private static boolean apart(char end, char start) {
        return !PageLine.isWide(end) && !PageLine.isWide(start) && end != '-'
                && !(Character.isDigit(end) && Character.isDigit(start));
    }

    private boolean goesOn(PageLine before, PageLine next, boolean samePage) {
        double em = before.size();
        boolean sameLetters = Math.max(em, next.size()) <= SAME_SIZE * Math.min(em, next.size());
        double gap = next.base() - before.base();
        if (!sameLetters || before.tabbed() || next.tabbed() || (samePage && (gap <= 0 || gap > WIDE_GAP * leading))) {
            return false;
        }
        boolean indented = next.left() > left + INDENT * em;
        boolean full = right - before.right() < firstWord(next.text().stripLeading()) * em + SLACK * em || isBroken(before);
        return full && !indented && !begins(before.text(), next.text());
    }

    /// A long line that stops in a sentence, where paragraphs begin further in:
    /// makers tell widths wrongly.
    private boolean isBroken(PageLine line) {
        String end = line.text().stripTrailing();
        boolean stops = end.isEmpty() || ENDS.indexOf(end.charAt(end.length() - 1)) >= 0;
        return indents && !stops && !centered(line) && right - line.right() < SHORTEST * (right - left);
    }

    /// Where paragraphs are not indented, a number after a full stop begins one.
    private static boolean begins(String before, String next) {
        String end = before.stripTrailing();
        String start = next.stripLeading();
        return !end.isEmpty() && ENDS.indexOf(end.charAt(end.length() - 1)) >= 0 && numbered(start);
    }

    private static boolean numbered(String line) {
        int at = 0;
        boolean bracket = line.startsWith("（") || line.startsWith("(") || line.startsWith("第");
        at += bracket ? 1 : 0;
        int digits = at;
        while (digits < line.length() && "一二三四五六七八九十0123456789".indexOf(line.charAt(digits)) >= 0) {
            digits++;
        }
        boolean closed = digits > at && digits < line.length() && "、.．，,）)是".indexOf(line.charAt(digits)) >= 0;
        return closed || (!line.isEmpty() && line.charAt(0) >= '①' && line.charAt(0) <= '⒛');
    }

    /// Ems that the line before would have needed to take the first word of this
    /// one, with the signs that may not begin a line.
    private static double firstWord(String line) {
        int end = 0;
        while (end < line.length() && line.charAt(end) < 0x250 && !Character.isWhitespace(line.charAt(end)) && end < 40) {
            end++;
        }
        end = Math.max(end, Math.min(1, line.length()));
        while (end < line.length() && NEVER_FIRST.indexOf(line.charAt(end)) >= 0) {
            end++;
        }
        return PageLine.ems(line.substring(0, end));
    }

    private boolean centered(PageLine line) {
        double em = line.size();
        return line.left() > left + 2.5 * em && Math.abs((line.left() - left) - (right - line.right())) < 1.5 * em;
    }

    /// The table of each line, 0 where it is in none: rows are lines in cells, at
    /// least two of them one below the other.
    private static int[] tables(List<Placed> lines) {
        int[] tables = new int[lines.size()];
        int count = 0;
        for (int i = 0; i + 1 < lines.size(); i++) {
            if (lines.get(i).line().tabbed() && lines.get(i + 1).line().tabbed()) {
                tables[i] = tables[i] == 0 ? ++count : tables[i];
                tables[i + 1] = tables[i];
            }
        }
        return tables;
    }
}
