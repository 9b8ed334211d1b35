package guidang.reader.structure;

import guidang.reader.protocol.Structure.Phrase;
import guidang.reader.structure.AspectParts.Part;
import java.util.ArrayList;
import java.util.List;

/// Takes a list of aspects apart. What separates them is not told: 、 or a
/// comma, a semicolon, quotation marks. The way that gives the announced number
/// is taken, else the likeliest.
final class AspectList {
    /// Clauses that one aspect may be made of.
    private static final int FARTHEST = 3;
    private static final String[] REPEATED = {"对照", "围绕", "聚焦", "从", "在"};

    private final String text;
    private final int from;
    private final int to;
    private final int expected;
    private final AspectHeadings headings;
    private final AspectParts cut;

    /// @param expected
    ///            the announced number, 0 where none is
    /// @param headings
    ///            what headings of the document call aspects, or may
    AspectList(String text, int from, int to, int expected, Aspects headings) {
        this.text = text;
        this.from = from;
        this.to = to;
        this.expected = expected;
        this.headings = new AspectHeadings(text, headings);
        this.cut = new AspectParts(text);
    }

    /// The list that ends with the range.
    List<Phrase> before() {
        List<Part> clauses = cut.split(from, to, "，,；;：:");
        if (clauses.isEmpty()) {
            return List.of();
        }
        Part own = cut.introduced(clauses.getLast());
        List<Part> pauses = cut.split(own.start(), own.end(), "、");
        List<List<Part>> ways = ways(clauses, own, pauses);
        List<Part> confirmed = headings.confirmed(ways, expected);
        if (!confirmed.isEmpty()) {
            return cut.phrases(confirmed);
        }
        for (List<Part> way : ways) {
            if (way.size() > 1 && way.size() == expected) {
                return cut.phrases(way);
            }
        }
        if (ways.get(0).size() > 1) {
            return cut.phrases(ways.get(0));
        }
        List<Part> alike = alike(clauses);
        return cut.phrases(alike.size() > 1 && pauses.size() < 3 ? alike : pauses);
    }

    private List<List<Part>> ways(List<Part> clauses, Part own, List<Part> pauses) {
        List<List<Part>> ways = new ArrayList<>();
        ways.add(cut.quoted(own));
        ways.add(semicolons());
        if (cut.isIntroduced(clauses.getLast())) {
            ways.add(pauses);
            ways.add(cut.conjoined(pauses, expected));
        }
        ways.add(grouped(clauses));
        ways.add(repeated(clauses));
        ways.add(tail(clauses, expected));
        ways.add(pauses);
        ways.add(cut.conjoined(pauses, expected));
        ways.add(mixed(clauses));
        ways.add(headings.joined(pauses));
        ways.add(headings.joined(sinceVerbParts()));
        return ways;
    }

    /// The list that ends with the range, if headings name half of it.
    List<Phrase> named() {
        List<Part> clauses = cut.split(from, to, "，,；;：:");
        if (clauses.isEmpty()) {
            return List.of();
        }
        Part own = cut.introduced(clauses.getLast());
        List<List<Part>> ways = new ArrayList<>(ways(clauses, own, cut.split(own.start(), own.end(), "、")));
        ways.add(sinceVerbParts());
        return cut.phrases(headings.confirmed(ways, expected));
    }

    /// A，a；B；C
    private List<Part> semicolons() {
        List<Part> parts = cut.split(from, to, "；;");
        if (parts.size() > 1) {
            parts.set(0, cut.introduced(parts.getFirst()));
        }
        return parts;
    }

    /// 带头A，a，带头B，带头C: a clause that does not begin as the first belongs to the
    /// one before.
    private List<Part> grouped(List<Part> clauses) {
        int first = clauses.size() - 1;
        while (first >= 0 && !cut.isIntroduced(clauses.get(first))) {
            first--;
        }
        if (first < 0 || clauses.size() - first < 2) {
            return List.of();
        }
        List<Part> parts = new ArrayList<>();
        Part begin = cut.introduced(clauses.get(first));
        parts.add(begin);
        for (Part clause : cut.joined(clauses.subList(first + 1, clauses.size()), begin)) {
            int start = AspectName.unwrapped(text, clause.start(), clause.end());
            boolean begins = begin.end() - begin.start() > 2
                    && text.startsWith(text.substring(begin.start(), begin.start() + 2), start);
            if (begins) {
                parts.add(new Part(start, clause.end()));
            } else {
                parts.set(parts.size() - 1, new Part(parts.getLast().start(), clause.end()));
            }
        }
        return parts;
    }

    /// 对照A方面，对照B，b方面，共: each begins with the same verb, and what does not belongs
    /// to the one before.
    private List<Part> repeated(List<Part> clauses) {
        List<Part> told = isSum(clauses.getLast()) ? clauses.subList(0, clauses.size() - 1) : clauses;
        for (String verb : REPEATED) {
            int first = first(told, verb);
            List<Part> list = new ArrayList<>();
            for (Part clause : told.subList(first, told.size())) {
                int at = text.indexOf(verb, clause.start(), clause.end());
                boolean begins = at == clause.start() || (at >= 0 && list.isEmpty());
                if (begins) {
                    list.add(new Part(Glyphs.skip(text, at + verb.length(), clause.end()), clause.end()));
                } else if (!list.isEmpty()) {
                    list.set(list.size() - 1, new Part(list.getLast().start(), clause.end()));
                }
            }
            if (list.size() > 1 && list.size() == expected) {
                return list;
            }
        }
        return List.of();
    }

    /// The first clause of those that hold the verb, or follow one that does.
    private int first(List<Part> clauses, String verb) {
        int first = clauses.size();
        for (int i = clauses.size() - 1; i >= 0 && first - i <= FARTHEST; i--) {
            first = text.indexOf(verb, clauses.get(i).start(), clauses.get(i).end()) >= 0 ? i : first;
        }
        return first;
    }

    /// 共 before the number.
    private boolean isSum(Part clause) {
        String words = text.substring(clause.start(), clause.end());
        return words.equals("共") || words.equals("一共") || words.equals("总共") || words.equals("共计");
    }

    /// All that stands between 围绕, 对照, 聚焦 or 紧扣 and the end, by pauses and commas.
    List<Phrase> sinceVerb() {
        return cut.phrases(sinceVerbParts());
    }

    private List<Part> sinceVerbParts() {
        int start = -1;
        for (String verb : new String[]{"围绕", "对照", "聚焦", "紧扣"}) {
            int at = text.substring(from, to).lastIndexOf(verb);
            start = at < 0 ? start : Math.max(start, from + at + verb.length());
        }
        return start < 0 ? List.of() : cut.split(start, to, "、，,；");
    }

    /// The list that fills the range.
    List<Phrase> after() {
        Part all = cut.introduced(new Part(Glyphs.skip(text, from, to), to));
        List<List<Part>> ways = List.of(cut.quoted(all), cut.split(all.start(), to, "；;"), cut.split(all.start(), to, "、"),
                cut.split(all.start(), to, "，,"),
                cut.split(all.start(), to, "，,；;、"));
        List<Part> named = headings.joined(cut.split(all.start(), to, "，,；;、"));
        List<Part> confirmed = headings.confirmed(
                List.of(named.subList(0, expected == 0 ? named.size() : Math.min(named.size(), expected))), expected);
        if (!confirmed.isEmpty()) {
            return cut.phrases(confirmed);
        }
        for (List<Part> way : ways) {
            if (way.size() > 1 && way.size() == expected) {
                return cut.phrases(way);
            }
        }
        for (List<Part> way : ways) {
            if (way.size() > 1) {
                return cut.phrases(way);
            }
        }
        return List.of();
    }

    /// The last clauses, as many as announced.
    private List<Part> tail(List<Part> clauses, int count) {
        if (count < 2 || clauses.size() < count) {
            return List.of();
        }
        List<Part> tail = new ArrayList<>(clauses.subList(clauses.size() - count, clauses.size()));
        tail.set(0, cut.introduced(tail.getFirst()));
        return tail;
    }

    /// Some separated by 、 and some by commas, back to where the number is reached.
    private List<Part> mixed(List<Part> clauses) {
        List<Part> parts = new ArrayList<>();
        for (int i = clauses.size() - 1; i >= 0 && parts.size() < expected; i--) {
            Part clause = cut.introduced(clauses.get(i));
            parts.addAll(0, cut.split(clause.start(), clause.end(), "、"));
        }
        return parts.size() == expected ? parts : List.of();
    }

    /// The last clauses that are built alike: all end in 方面, or begin with the
    /// same word.
    private List<Part> alike(List<Part> clauses) {
        int first = clauses.size() - 1;
        Part last = clauses.get(first);
        while (first > 0 && isAlike(cut.introduced(clauses.get(first - 1)), last)) {
            first--;
        }
        List<Part> parts = new ArrayList<>(clauses.subList(first, clauses.size()));
        parts.set(0, cut.introduced(parts.getFirst()));
        return parts;
    }

    private boolean isAlike(Part one, Part other) {
        boolean ends = one.end() - one.start() > 2 && text.startsWith("方面", one.end() - 2);
        int a = AspectName.unwrapped(text, one.start(), one.end());
        int b = AspectName.unwrapped(text, other.start(), other.end());
        return ends || (b + 2 <= other.end() && a + 2 <= one.end() && text.startsWith(text.substring(b, b + 2), a));
    }
}
