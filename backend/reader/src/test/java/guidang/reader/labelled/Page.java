package guidang.reader.labelled;

import java.util.ArrayList;
import java.util.List;

/// A page of hard lines, as a printed report has them.
///
/// @param furniture
///            the page number at the foot
record Page(List<Row> rows, String furniture) {
    private static final int PER_LINE = 28;
    private static final int PER_PAGE = 22;

    /// @param indent
    ///            in characters, from the left margin
    record Row(String text, double indent) {}

    Page {
        rows = List.copyOf(rows);
    }

    static List<Page> of(Labelled document) {
        List<Row> rows = rows(document);
        int count = (rows.size() + PER_PAGE - 1) / PER_PAGE;
        boolean isDashed = document.name().length() % 2 == 0;
        List<Page> pages = new ArrayList<>();
        for (int page = 1; page <= count; page++) {
            String number = isDashed ? "— " + page + " —" : "第" + page + "页 共" + count + "页";
            pages.add(new Page(rows.subList((page - 1) * PER_PAGE, Math.min(rows.size(), page * PER_PAGE)), number));
        }
        return pages;
    }

    private static List<Row> rows(Labelled document) {
        List<Row> rows = new ArrayList<>();
        for (Line line : Line.of(document)) {
            String text = line.text().strip().replace("\t", "　");
            switch (line.sort()) {
                case FURNITURE, BLANK -> {
                }
                case TITLE, CENTERED -> centered(text, rows);
                default -> wrap(text, 2, rows);
            }
        }
        return rows;
    }

    /// A title that is too long is broken in the middle.
    private static void centered(String text, List<Row> rows) {
        if (width(text) > PER_LINE) {
            centered(text.substring(0, text.length() / 2), rows);
            centered(text.substring(text.length() / 2), rows);
        } else {
            rows.add(new Row(text, (PER_LINE - width(text)) / 2));
        }
    }

    private static void wrap(String text, int indent, List<Row> rows) {
        int from = 0;
        double left = indent;
        while (from < text.length()) {
            int end = from;
            double filled = left;
            while (end < text.length() && filled + width(text.charAt(end)) <= PER_LINE) {
                filled += width(text.charAt(end++));
            }
            if (end < text.length() && "，。；：、！？）”》,.;:)".indexOf(text.charAt(end)) >= 0) {
                end--; // no line begins with a closing mark
            }
            rows.add(new Row(text.substring(from, end), left));
            from = end;
            left = 0;
        }
    }

    private static double width(String text) {
        return text.chars().mapToDouble(c -> width((char) c)).sum();
    }

    /// In full-width characters.
    private static double width(char c) {
        return c < 0x100 ? 0.5 : 1;
    }
}
