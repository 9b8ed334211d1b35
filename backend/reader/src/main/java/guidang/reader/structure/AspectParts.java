package guidang.reader.structure;

import guidang.reader.protocol.Structure.Phrase;
import java.util.ArrayList;
import java.util.List;

/// Cuts clauses that list aspects into parts.
record AspectParts(String text) {
    static final String[] VERBS = {"对照", "围绕", "聚焦", "紧扣", "针对", "查摆", "紧紧围绕", "重点从", "主要从", "分别从", "着重从", "认真从", "并从",
            "要从", "重点在", "主要在", "即", "分别是",
            "主要是", "包括", "就是"};
    private static final int LONGEST = 60;

    record Part(int start, int end) {}

    boolean isIntroduced(Part clause) {
        return introduced(clause).start > AspectName.unwrapped(text, clause.start, clause.end) || startsWithVerb(clause);
    }

    private boolean startsWithVerb(Part clause) {
        for (String verb : VERBS) {
            if (text.startsWith(verb, clause.start)) {
                return true;
            }
        }
        return false;
    }

    /// The clause after the verb that introduces the list.
    Part introduced(Part clause) {
        int first = clause.start;
        while (first < clause.end && text.charAt(first) != '、' && !Glyphs.isOpening(text.charAt(first))) {
            first++;
        }
        String lead = text.substring(clause.start, first);
        int cut = 0;
        for (String verb : VERBS) {
            int at = lead.lastIndexOf(verb);
            cut = at >= 0 && at + verb.length() <= lead.length() ? Math.max(cut, at + verb.length()) : cut;
        }
        int start = clause.start + cut;
        start += cut > 0 && start < clause.end && text.charAt(start) == '了' ? 1 : 0;
        return new Part(AspectName.unwrapped(text, start, clause.end), clause.end);
    }

    List<Part> split(int start, int end, String separators) {
        List<Part> parts = new ArrayList<>();
        int depth = 0;
        int begin = start;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (Glyphs.isOpening(c)) {
                depth++;
            } else if (Glyphs.isClosing(c)) {
                depth = Math.max(0, depth - 1);
            } else if (depth == 0 && separators.indexOf(c) >= 0) {
                add(parts, begin, i);
                begin = i + 1;
            }
        }
        add(parts, begin, end);
        return parts;
    }

    private void add(List<Part> parts, int start, int end) {
        int first = Glyphs.skip(text, start, end);
        int last = Glyphs.trim(text, first, end);
        if (first < last) {
            parts.add(new Part(first, last));
        }
    }

    /// “A”“B”“C”, where the quotations are nearly all of it.
    List<Part> quoted(Part clause) {
        List<Part> parts = new ArrayList<>();
        int covered = 0;
        int open = -1;
        for (int i = clause.start; i < clause.end; i++) {
            char c = text.charAt(i);
            if (c == '“' || c == '「' || c == '《') {
                open = i;
            } else if ((c == '”' || c == '」' || c == '》') && open >= 0) {
                add(parts, open + 1, i);
                covered += i - open + 1;
                open = -1;
            }
        }
        int between = clause.end - clause.start - covered;
        return parts.size() > 1 && between <= 2 * parts.size() + 2 ? parts : List.of();
    }

    /// A、B和C: the last part is two.
    List<Part> conjoined(List<Part> parts, int expected) {
        if (parts.isEmpty() || parts.size() + 1 != expected) {
            return List.of();
        }
        Part last = parts.getLast();
        for (int i = last.start + 1; i < last.end - 1; i++) {
            char c = text.charAt(i);
            if (c == '和' || c == '及' || c == '与') {
                List<Part> more = new ArrayList<>(parts.subList(0, parts.size() - 1));
                boolean two = text.charAt(i - 1) == '以';
                add(more, last.start, two ? i - 1 : i);
                add(more, i + 1, last.end);
                return more;
            }
        }
        return List.of();
    }

    /// Clauses, parted again where 和 stands before the word that each begins
    /// with: 带头D和带头E.
    List<Part> joined(List<Part> clauses, Part begin) {
        List<Part> parts = new ArrayList<>();
        for (Part clause : clauses) {
            int cut = -1;
            for (int i = clause.start + 1; i + 3 <= clause.end && begin.end - begin.start > 2 && cut < 0; i++) {
                char c = text.charAt(i);
                boolean joins = c == '和' || c == '及' || c == '与';
                cut = joins && text.startsWith(text.substring(begin.start, begin.start + 2), i + 1) ? i : cut;
            }
            if (cut > 0) {
                add(parts, clause.start, text.charAt(cut - 1) == '以' ? cut - 1 : cut);
                add(parts, cut + 1, clause.end);
            } else {
                parts.add(clause);
            }
        }
        return parts;
    }

    List<Phrase> phrases(List<Part> parts) {
        List<Phrase> phrases = new ArrayList<>();
        for (Part part : parts) {
            Label label = Labels.at(text, part.start, part.end);
            int start = AspectName.unwrapped(text, label == null ? part.start : label.content(), part.end);
            int end = part.end;
            if (end - 2 > start && text.startsWith("方面", end - 2)) {
                end -= 2;
            }
            if (start < end && end - start <= LONGEST) {
                phrases.add(new Phrase(Glyphs.words(text, start, end), start, end));
            }
        }
        return phrases;
    }
}
