package guidang.reader.marking;

import guidang.reader.structure.Paper;
import java.util.ArrayList;
import java.util.List;

/// Finds a document's marking where markings stand: in its file name, in
/// headers and footers, in the first lines, in its properties. Prose that speaks
/// of secrets is none.
public final class Markings {
    /// Lines with words at a text's beginning.
    private static final int FIRST_LINES = 12;
    private static final int LONGEST_LINE = 60;
    /// Of a line whose end in brackets may be a marking.
    private static final int LONGEST_TITLE = 45;
    private static final String OPENING = "([【〔〈{「《";
    private static final String CLOSING = ")]】〕〉}」》";
    private static final String SEPARATORS = " -_+&|~.@#=";

    private Markings() {
    }

    /// A file's name, with or without its extension.
    public static Marking ofName(String fileName) {
        String name = Glyph.plain(fileName);
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 && name.length() - dot <= 6 ? name.substring(0, dot) : name;
        String compact = Glyph.compact(stem);
        Marking marking = Segment.whole(compact);
        if (Segment.begins(compact) || Segment.holds(compact) || Segment.labelled(compact)) {
            return Marking.CLASSIFIED;
        }
        int levels = 0;
        for (String token : tokens(stem)) {
            Marking one = Segment.whole(token);
            levels += one == Marking.CLASSIFIED ? 1 : 0;
            marking = marking.or(one == Marking.CLASSIFIED ? Marking.NONE : one);
            marking = Segment.starred(token) || Segment.labelled(token) ? Marking.CLASSIFIED : marking;
        }
        // Two levels beside each other are talk of levels.
        return levels == 1 ? Marking.CLASSIFIED : marking;
    }

    /// What was found.
    ///
    /// @param start
    ///            where its line begins in the text; -1 where it is not in the text
    /// @param end
    ///            where that line ends
    public record Found(Marking marking, int start, int end) {
        static final Found NOTHING = new Found(Marking.NONE, -1, -1);

        private Found or(Marking other, int start, int end) {
            return other.compareTo(marking) > 0 ? new Found(other, start, end) : this;
        }
    }

    /// The gravest marking of a document.
    ///
    /// @param declared
    ///            what its file says of itself, `name=value`
    public static Found of(Paper paper, List<String> declared) {
        Found found = Found.NOTHING;
        for (String property : declared) {
            found = found.or(ofProperty(property), -1, -1);
        }
        for (String line : paper.furniture()) {
            for (String part : line.split("\n", -1)) {
                found = found.or(ofLine(part), -1, -1);
            }
        }
        return ofText(paper.text(), found);
    }

    private static Found ofText(String text, Found before) {
        Found found = before;
        String above = "";
        int lines = 0;
        for (int start = 0; start < text.length() && found.marking() != Marking.CLASSIFIED;) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            // What is longer is prose.
            String line = end - start > 2 * LONGEST_LINE ? "-" : Glyph.plain(text.substring(start, end));
            if (!line.isEmpty()) {
                lines++;
                Marking marking = lines <= FIRST_LINES ? ofLine(line) : later(line, above);
                found = found.or(marking, start, end);
                above = line;
            }
            start = end + 1;
        }
        return found;
    }

    /// Further down only what can't be anything else counts.
    private static Marking later(String line, String above) {
        String compact = Glyph.compact(line);
        boolean sure = (compact.length() <= 20 && Segment.starred(compact) && Segment.begins(compact))
                || (compact.length() <= 14 && Segment.labelled(compact) && Segment.whole(compact) == Marking.CLASSIFIED)
                || (copyNumber(above) && Segment.whole(compact) == Marking.CLASSIFIED);
        return sure ? Marking.CLASSIFIED : Marking.NONE;
    }

    private static boolean copyNumber(String line) {
        String compact = Glyph.compact(line);
        return compact.length() == 6 && compact.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /// A line of a place where markings stand.
    private static Marking ofLine(String line) {
        String plain = Glyph.plain(line);
        String compact = Glyph.compact(plain);
        if (compact.length() > LONGEST_LINE || compact.indexOf('。') >= 0) {
            return Marking.NONE;
        }
        if (Segment.begins(compact) || Segment.ends(compact) || Segment.labelled(compact)) {
            return Marking.CLASSIFIED;
        }
        Marking marking = Segment.whole(compact).or(brackets(compact));
        List<String> words = words(plain);
        for (int i = 0; i < words.size(); i++) {
            boolean edge = i == 0 || i + 1 == words.size();
            String rest = String.join("", words.subList(i, Math.min(words.size(), i + 3)));
            boolean sure = (edge && Segment.starred(words.get(i))) || Segment.labelled(words.get(i))
                    || (label(words.get(i)) && Segment.labelled(rest));
            marking = marking.or(sure ? Marking.CLASSIFIED : Marking.NONE);
            marking = marking.or(edge && Segment.whole(words.get(i)) == Marking.INTERNAL ? Marking.INTERNAL : Marking.NONE);
        }
        return marking;
    }

    private static boolean label(String word) {
        return word.startsWith("密级") && word.length() <= 3;
    }

    /// 关于…的报告（机密★1年）, 【秘密】关于…的报告
    private static Marking brackets(String compact) {
        if (compact.length() > LONGEST_TITLE || compact.length() < 4) {
            return Marking.NONE;
        }
        Marking marking = Marking.NONE;
        if (OPENING.indexOf(compact.charAt(0)) >= 0 && compact.charAt(0) != '《') {
            int close = first(compact, CLOSING);
            marking = close > 0 ? Segment.whole(compact.substring(1, close)) : marking;
        }
        int last = compact.length() - 1;
        if (CLOSING.indexOf(compact.charAt(last)) >= 0 && compact.charAt(last) != '》') {
            int open = last(compact, OPENING);
            marking = marking.or(open >= 0 ? Segment.whole(compact.substring(open + 1, last)) : Marking.NONE);
        }
        return marking;
    }

    private static int first(String text, String characters) {
        for (int i = 0; i < text.length(); i++) {
            if (characters.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    private static int last(String text, String characters) {
        for (int i = text.length() - 1; i >= 0; i--) {
            if (characters.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    private static Marking ofProperty(String property) {
        int equals = property.indexOf('=');
        String name = Glyph.compact(Glyph.plain(property.substring(0, Math.max(0, equals))));
        String value = property.substring(equals + 1);
        Marking marking = ofLine(value);
        for (String part : split(Glyph.compact(Glyph.plain(value)), ";,、|/；，")) {
            marking = Segment.starred(part) ? Marking.CLASSIFIED : marking;
        }
        boolean label = name.contains("密级") || name.toLowerCase(java.util.Locale.ROOT).contains("classification");
        return label && Segment.labelled("密级:" + Glyph.compact(Glyph.plain(value))) ? Marking.CLASSIFIED : marking;
    }

    /// Parts of a name, between brackets and separators.
    private static List<String> tokens(String stem) {
        return split(stem, SEPARATORS + OPENING.replace("《", "") + CLOSING.replace("》", ""));
    }

    private static List<String> words(String line) {
        return split(line, " ");
    }

    private static List<String> split(String text, String separators) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || separators.indexOf(text.charAt(i)) >= 0) {
                if (i > start) {
                    parts.add(text.substring(start, i));
                }
                start = i + 1;
            }
        }
        return parts;
    }
}
