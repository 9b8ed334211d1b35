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
    private static final String[] AFTER = {"以下", "下列", "如下"};

    /// Searches a range for 对照A、B、C等八个方面 and its kin.
    static Announced in(String text, int from, int to) {
        Announced counted = NOTHING;
        int limit = Math.min(to, from + FARTHEST);
        int tries = 0;
        for (int at = text.indexOf("方面", from, limit); at >= 0 && tries < MOST; at = text.indexOf("方面", at + 2, limit)) {
            tries++;
            Announced found = at(text, from, at, to);
            if (found.aspects.size() > 1) {
                return found;
            } else if (counted.count == null && found.count != null) {
                counted = found;
            }
        }
        List<Phrase> standards = counted.count == null ? standards(text, from, limit) : List.of();
        return standards.size() > 2 ? new Announced(null, standards) : counted;
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
        if (count == null && !etc) {
            return NOTHING;
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
        if (listed.size() < 2 && value > 0) {
            List<Phrase> follows = following(text, at + 2, to, value);
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
    private static List<Phrase> following(String text, int from, int to, int value) {
        for (int i = from; i < Math.min(to, from + REACH); i++) {
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
