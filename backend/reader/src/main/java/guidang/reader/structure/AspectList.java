package guidang.reader.structure;

import guidang.reader.protocol.Structure.Phrase;
import java.util.ArrayList;
import java.util.List;

/// Takes a list of aspects apart. What separates them is not told: 、 or a
/// comma, a semicolon, quotation marks. The way that gives the announced number
/// is taken, else the likeliest.
final class AspectList {
    private static final String[] VERBS = {"对照", "围绕", "聚焦", "紧扣", "针对", "查摆", "紧紧围绕", "重点从", "主要从", "分别从", "着重从", "认真从", "并从",
            "要从", "重点在", "主要在", "即", "分别是",
            "主要是", "包括", "就是"};
    private static final int LONGEST = 60;

    private final String text;
    private final int from;
    private final int to;
    private final int expected;

    private record Part(int start, int end) {}

    AspectList(String text, int from, int to, int expected) {
        this.text = text;
        this.from = from;
        this.to = to;
        this.expected = expected;
    }

    /// The list that ends with the range.
    List<Phrase> before() {
        List<Part> clauses = split(from, to, "，,；;：:");
        if (clauses.isEmpty()) {
            return List.of();
        }
        Part last = clauses.getLast();
        Part own = introduced(last);
        List<Part> pauses = split(own.start, last.end, "、");
        List<List<Part>> ways = new ArrayList<>();
        ways.add(quoted(own));
        ways.add(semicolons());
        if (isIntroduced(last)) {
            ways.add(pauses);
            ways.add(conjoined(pauses));
        }
        ways.add(grouped(clauses));
        ways.add(tail(clauses, expected));
        ways.add(pauses);
        ways.add(conjoined(pauses));
        ways.add(mixed(clauses));
        for (List<Part> way : ways) {
            if (way.size() > 1 && way.size() == expected) {
                return phrases(way);
            }
        }
        if (ways.get(0).size() > 1) {
            return phrases(ways.get(0));
        }
        List<Part> alike = alike(clauses);
        return phrases(alike.size() > 1 && pauses.size() < 3 ? alike : pauses);
    }

    private boolean isIntroduced(Part clause) {
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

    /// A，a；B；C
    private List<Part> semicolons() {
        List<Part> parts = split(from, to, "；;");
        if (parts.size() > 1) {
            parts.set(0, introduced(parts.getFirst()));
        }
        return parts;
    }

    /// 带头A，a，带头B，带头C: a clause that does not begin as the first belongs to the
    /// one before.
    private List<Part> grouped(List<Part> clauses) {
        int first = clauses.size() - 1;
        while (first >= 0 && !isIntroduced(clauses.get(first))) {
            first--;
        }
        if (first < 0 || clauses.size() - first < 2) {
            return List.of();
        }
        List<Part> parts = new ArrayList<>();
        Part begin = introduced(clauses.get(first));
        parts.add(begin);
        for (Part clause : joined(clauses.subList(first + 1, clauses.size()), begin)) {
            int start = AspectName.unwrapped(text, clause.start, clause.end);
            boolean begins = begin.end - begin.start > 2 && text.startsWith(text.substring(begin.start, begin.start + 2), start);
            if (begins) {
                parts.add(new Part(start, clause.end));
            } else {
                parts.set(parts.size() - 1, new Part(parts.getLast().start, clause.end));
            }
        }
        return parts;
    }

    /// All that stands between 围绕, 对照, 聚焦 or 紧扣 and the end, by pauses and commas.
    List<Phrase> sinceVerb() {
        int start = -1;
        for (String verb : new String[]{"围绕", "对照", "聚焦", "紧扣"}) {
            int at = text.substring(from, to).lastIndexOf(verb);
            start = at < 0 ? start : Math.max(start, from + at + verb.length());
        }
        return start < 0 ? List.of() : phrases(split(start, to, "、，,；"));
    }

    /// The list that fills the range.
    List<Phrase> after() {
        Part all = introduced(new Part(Glyphs.skip(text, from, to), to));
        List<List<Part>> ways = List.of(quoted(all), split(all.start, to, "；;"), split(all.start, to, "、"),
                split(all.start, to, "，,"),
                split(all.start, to, "，,；;、"));
        for (List<Part> way : ways) {
            if (way.size() > 1 && way.size() == expected) {
                return phrases(way);
            }
        }
        for (List<Part> way : ways) {
            if (way.size() > 1) {
                return phrases(way);
            }
        }
        return List.of();
    }

    /// The clause after the verb that introduces the list.
    private Part introduced(Part clause) {
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

    private List<Part> split(int start, int end, String separators) {
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
    private List<Part> quoted(Part clause) {
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
    private List<Part> conjoined(List<Part> parts) {
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
    private List<Part> joined(List<Part> clauses, Part begin) {
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

    /// The last clauses, as many as announced.
    private List<Part> tail(List<Part> clauses, int count) {
        if (count < 2 || clauses.size() < count) {
            return List.of();
        }
        List<Part> tail = new ArrayList<>(clauses.subList(clauses.size() - count, clauses.size()));
        tail.set(0, introduced(tail.getFirst()));
        return tail;
    }

    /// Some separated by 、 and some by commas, back to where the number is reached.
    private List<Part> mixed(List<Part> clauses) {
        List<Part> parts = new ArrayList<>();
        for (int i = clauses.size() - 1; i >= 0 && parts.size() < expected; i--) {
            Part clause = introduced(clauses.get(i));
            parts.addAll(0, split(clause.start, clause.end, "、"));
        }
        return parts.size() == expected ? parts : List.of();
    }

    /// The last clauses that are built alike: all end in 方面, or begin with the
    /// same word.
    private List<Part> alike(List<Part> clauses) {
        int first = clauses.size() - 1;
        Part last = clauses.get(first);
        while (first > 0 && isAlike(introduced(clauses.get(first - 1)), last)) {
            first--;
        }
        List<Part> parts = new ArrayList<>(clauses.subList(first, clauses.size()));
        parts.set(0, introduced(parts.getFirst()));
        return parts;
    }

    private boolean isAlike(Part one, Part other) {
        boolean ends = one.end - one.start > 2 && text.startsWith("方面", one.end - 2);
        int a = AspectName.unwrapped(text, one.start, one.end);
        int b = AspectName.unwrapped(text, other.start, other.end);
        return ends || (b + 2 <= other.end && a + 2 <= one.end && text.startsWith(text.substring(b, b + 2), a));
    }

    private List<Phrase> phrases(List<Part> parts) {
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
