package guidang.reader.structure;

import guidang.reader.protocol.Structure.Count;
import guidang.reader.protocol.Structure.Phrase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The aspects that a preamble announces, and their number; either may
/// be wrong.
record Announced(@Nullable Count count, List<Phrase> aspects) {
    static final Announced NOTHING = new Announced(null, List.of());
    private static final int REACH = 80;
    private static final int FARTHEST = 20_000;
    private static final int MOST = 60;
    /// 八个方面, 五个带头
    private static final String[] NOUNS = {"方面", "带头", "对照", "维度", "找一找"};
    private static final String[] AFTER = {"以下", "下列", "如下"};

    /// Searches a range for 对照A、B、C等八个方面 and its kin.
    static Announced in(String text, int from, int to) {
        int limit = Math.min(to, from + FARTHEST);
        Announced counted = in(text, from, limit, to, NOUNS[0]);
        for (int i = 1; i < NOUNS.length && counted.aspects.isEmpty(); i++) {
            Announced other = in(text, from, limit, to, NOUNS[i]);
            counted = other.aspects.isEmpty() ? counted : other;
        }
        if (!counted.aspects.isEmpty()) {
            return counted;
        }
        List<Phrase> standards = counted.count == null ? standards(text, from, limit) : List.of();
        return standards.size() > 2 ? new Announced(null, standards) : counted;
    }

    /// A list that neither counts nor says 方面 (围绕A、B、C，…): half of it must be what
    /// headings name.
    static Announced named(String text, int from, int to, Aspects headings) {
        int limit = Math.min(to, from + FARTHEST);
        int tries = 0;
        for (int i = from; i < limit && tries < MOST && !headings.isEmpty(); i++) {
            int end = Glyphs.isComma(text.charAt(i)) || Glyphs.isStop(text.charAt(i)) ? i : -1;
            if (end < 0) {
                continue;
            }
            tries++;
            List<Phrase> listed = new AspectList(text, sentence(text, from, end), end, 0).sinceVerb();
            long known = listed.stream().filter(one -> headings.match(one.text()) >= 0).count();
            if (listed.size() > 1 && known > 1 && known * 2 >= listed.size()) {
                return new Announced(null, listed);
            }
        }
        return NOTHING;
    }

    /// The first list that ends with the noun, else the first number of it.
    private static Announced in(String text, int from, int limit, int to, String noun) {
        Announced counted = NOTHING;
        int tries = 0;
        for (int at = text.indexOf(noun, from, limit); at >= 0 && tries < MOST; at = text.indexOf(noun, at + 2, limit)) {
            tries++;
            Announced found = at(text, from, at, to);
            if (found.aspects.size() > 1) {
                return found;
            } else if (counted.count == null && found.count != null) {
                counted = found;
            }
        }
        return counted;
    }

    /// 围绕A、B，C、D的要求
    private static List<Phrase> standards(String text, int from, int to) {
        int end = text.indexOf("的要求", from, to);
        for (int tries = 0; end >= 0 && tries < 4; tries++, end = text.indexOf("的要求", end + 3, to)) {
            List<Phrase> listed = new AspectList(text, sentence(text, from, end), end, 0).sinceVerb();
            if (listed.size() > 2) {
                return listed;
            }
        }
        return List.of();
    }

    private static Announced at(String text, int from, int at, int to) {
        int end = at;
        if (end > from && text.charAt(end - 1) == '个') {
            end--;
        }
        end = Glyphs.trim(text, from, end);
        int start = end;
        while (start > from && end - start < 3
                && (Numeral.isHan(text.charAt(start - 1)) || Glyphs.isDigit(text.charAt(start - 1)))) {
            start--;
        }
        Numeral number = start < end ? Numeral.any(text, start, end) : null;
        boolean counts = number != null && number.end() == end && number.value() > 1 && number.value() < 40;
        int value = counts && number != null ? number.value() : 0;
        Count count = value > 0 ? new Count(value, Glyphs.words(text, start, at + 2), start, at + 2) : null;
        int listEnd = value > 0 ? start : at;
        boolean etc = listEnd > from && text.charAt(listEnd - 1) == '等';
        boolean other = !text.startsWith(NOUNS[0], at);
        if ((count == null && !etc) || (other && (count == null || text.charAt(at - 1) != '个'))) {
            return NOTHING;
        }
        while (other && listEnd > from && (text.charAt(listEnd - 1) == '“' || Glyphs.isComma(text.charAt(listEnd - 1)))) {
            listEnd--;
        }
        boolean these = listEnd > from && text.charAt(listEnd - 1) == '这';
        boolean forward = false;
        for (String word : AFTER) {
            forward |= text.startsWith(word, listEnd - word.length());
        }
        int sentence = sentence(text, from, listEnd);
        List<Phrase> listed = forward
                ? List.of()
                : new AspectList(text, sentence, etc || these ? listEnd - 1 : listEnd, value).before();
        if (other) {
            listed = listed.size() == value ? listed : List.of();
        }
        if (listed.size() < 2 && value > 0) {
            List<Phrase> follows = following(text, at + 2, other ? Math.min(to, at + 5) : to, to, value);
            listed = follows.size() > 1 ? follows : listed;
        }
        return new Announced(count, listed.size() > 1 ? listed : List.of());
    }

    private static int sentence(String text, int from, int end) {
        int at = end;
        while (at > from && end - at < 1500 && !Glyphs.isStop(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    /// 六个方面：A、B、C。 and 六个方面（A、B、C）
    private static List<Phrase> following(String text, int from, int near, int to, int value) {
        for (int i = from; i < Math.min(near, from + REACH); i++) {
            char c = text.charAt(i);
            boolean opens = Glyphs.isColon(c) || c == '（' || c == '(' || c == '—' || c == '即';
            if (opens) {
                return new AspectList(text, i + 1, end(text, i + 1, to, c == '（' || c == '('), value).after();
            } else if (Glyphs.isStop(c)) {
                break;
            }
        }
        return List.of();
    }

    private static int end(String text, int from, int to, boolean bracketed) {
        int at = from;
        while (at < to && at - from < 1500
                && !(bracketed ? text.charAt(at) == '）' || text.charAt(at) == ')' : Glyphs.isStop(text.charAt(at)))) {
            at++;
        }
        return at;
    }
}
