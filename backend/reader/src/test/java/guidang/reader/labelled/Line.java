package guidang.reader.labelled;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A line of a labelled document, as a format needs to know it.
///
/// @param text
///            the whole line
/// @param level
///            of a numbered line: 0 for a section, 1 and more for an item; of a
///            row the number of its table
/// @param label
///            the number at the line's start, as written; empty where there
///            is none
record Line(Sort sort, String text, int level, String label) {

    enum Sort {
        TITLE,
        SECTION,
        ITEM,
        ROW,
        CONTENTS,
        PLAIN,
        CENTERED,
        BLANK,
        FURNITURE
    }

    static List<Line> of(Labelled document) {
        Map<Integer, Tag> numbered = new TreeMap<>();
        document.tags().stream().filter(tag -> tag.isNamed("section") || tag.isNamed("item"))
                .forEach(tag -> numbered.put(tag.start(), tag));
        List<Line> lines = new ArrayList<>();
        int start = 0;
        for (String text : document.text().split("\n", -1)) {
            Tag tag = numbered.get(start);
            int place = start;
            if (text.isBlank()) {
                lines.add(new Line(Sort.BLANK, text, 0, ""));
            } else if (document.tags().stream().anyMatch(t -> t.isNamed("f") && t.start() == place)) {
                lines.add(new Line(Sort.FURNITURE, text, 0, ""));
            } else if (tag != null) {
                lines.add(numbered(document, tag, text));
            } else {
                lines.add(new Line(plain(document, new Span(start, start + text.length())), text, table(document, start), ""));
            }
            start += text.length() + 1;
        }
        return lines;
    }

    /// A line without a number, or one whose number is written as text.
    boolean isTyped() {
        return label.isEmpty();
    }

    String withoutLabel() {
        return text.substring(label.length());
    }

    private static Line numbered(Labelled document, Tag tag, String text) {
        boolean isSection = tag.isNamed("section");
        return new Line(isSection ? Sort.SECTION : Sort.ITEM, text, isSection ? 0 : Integer.parseInt(tag.value()),
                document.wordsOf(tag));
    }

    private static Sort plain(Labelled document, Span line) {
        if (document.tagged("T").anyMatch(tag -> tag.start() < line.end() && tag.end() > line.start())) {
            return Sort.TITLE;
        } else if (document.tagged("R").anyMatch(tag -> line.contains(tag.start()))
                || document.tagged("P").anyMatch(tag -> line.contains(
                        tag.start()))) {
            return Sort.CENTERED;
        }
        return isInContents(document, line.start()) ? Sort.CONTENTS : table(document, line.start()) > 0 ? Sort.ROW : Sort.PLAIN;
    }

    private static boolean isInContents(Labelled document, int place) {
        return document.tagged("toc").anyMatch(tag -> tag.start() <= place)
                && document.tagged("/toc").anyMatch(tag -> place < tag.start());
    }

    /// The number of the table that a place is in, from 1; 0 outside.
    private static int table(Labelled document, int place) {
        int number = 0;
        boolean inside = false;
        for (Tag tag : document.tags()) {
            boolean begins = tag.isNamed("reg") || tag.isNamed("tab");
            if (tag.start() <= place && (begins || tag.isNamed("/reg") || tag.isNamed("/tab"))) {
                number += begins ? 1 : 0;
                inside = begins;
            }
        }
        return inside ? number : 0;
    }
}
