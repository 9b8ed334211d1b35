package guidang.reader.word;

import guidang.reader.formats.TooMuch;
import guidang.reader.structure.Mark;
import guidang.reader.structure.Mark.Sort;
import java.util.ArrayList;
import java.util.List;

/// The text as it grows, with its marks, up to a limit.
final class Lines {
    private final StringBuilder text = new StringBuilder(1 << 13);
    private final List<Mark> marks = new ArrayList<>();
    private final int limit;

    Lines(int limit) {
        this.limit = limit;
    }

    String text() {
        return text.toString();
    }

    /// Ordered by their starts.
    List<Mark> marks() {
        return marks;
    }

    /// Adds a paragraph, which may hold line feeds; a blank one is left out.
    void add(PendingParagraph paragraph) throws TooMuch {
        int start = text.length();
        int from = 0;
        String words = paragraph.words();
        while (from < words.length()) {
            int feed = words.indexOf('\n', from);
            int to = feed < 0 ? words.length() : feed;
            if (!words.substring(from, to).isBlank()) {
                append(words, from, to);
                text.append('\n');
            }
            from = to + 1;
        }
        if (text.length() > start) {
            mark(paragraph, start, text.length() - 1);
        }
    }

    /// Adds a row; its cells must not hold line feeds.
    void row(List<String> cells, int table) throws TooMuch {
        int start = text.length();
        for (int i = 0; i < cells.size(); i++) {
            text.append(i == 0 ? "" : "\t");
            append(cells.get(i), 0, cells.get(i).length());
        }
        if (text.substring(start).isBlank()) {
            text.setLength(start);
            return;
        }
        marks.add(new Mark(start, text.length(), Sort.CELLS, table));
        text.append('\n');
    }

    private void append(String words, int from, int to) throws TooMuch {
        if (text.length() + to - from > limit) {
            throw new TooMuch("text");
        }
        text.append(words, from, to);
    }

    private void mark(PendingParagraph paragraph, int start, int end) {
        if (paragraph.heading > 0) {
            marks.add(new Mark(start, end, Sort.HEADING, paragraph.heading));
        }
        if (paragraph.title) {
            marks.add(new Mark(start, end, Sort.TITLE, 0));
        }
        if (paragraph.centered) {
            marks.add(new Mark(start, end, Sort.CENTERED, 0));
        }
        if (paragraph.contents) {
            marks.add(new Mark(start, end, Sort.CONTENTS, 0));
        }
        if (paragraph.note) {
            marks.add(new Mark(start, end, Sort.FURNITURE, 0));
        }
        if (!paragraph.number.isBlank()) {
            marks.add(new Mark(start, Math.min(end, start + paragraph.number.strip().length()), Sort.NUMBERED, 0));
        }
    }
}
