package guidang.reader.structure;

import guidang.reader.protocol.Structure.Count;
import guidang.reader.protocol.Structure.Phrase;
import java.util.List;

/// Searches a range for 对照A、B、C等八个方面 and its kin.
///
/// @param headings
///            what headings of the document call aspects, or may: they tell
///            where a list begins and how it is cut
record Announcement(String text, int from, int to, Aspects headings) {
    private static final int REACH = 80;
    private static final int FARTHEST = 20_000;
    private static final int LONGEST_SENTENCE = 1500;
    private static final int MOST = 60;
    /// 八个方面, 五个带头
    private static final String[] NOUNS = {"方面", "带头", "对照", "维度", "找一找"};
    private static final String[] AFTER = {"以下", "下列", "如下"};
    /// 四项重点, 五大任务: words for a number of whatever it is.
    private static final String MEASURES = "个项大类点条";

    Announced find() {
        Announced counted = by(NOUNS[0]);
        for (int i = 1; i < NOUNS.length && !counted.lists(); i++) {
            Announced other = by(NOUNS[i]);
            counted = other.lists() ? other : counted;
        }
        if (!counted.lists()) {
            Announced measured = measured();
            counted = measured.lists() ? measured : counted;
        }
        List<Phrase> standards = counted.lists() || counted.count() != null ? List.of() : standards();
        if (standards.size() > 2) {
            return new Announced(null, standards);
        }
        return counted.lists() ? counted : new Announced(counted.count(), named());
    }

    private int limit() {
        return Math.min(to, from + FARTHEST);
    }

    private AspectList list(int start, int end, int expected) {
        return new AspectList(text, start, end, expected, headings);
    }

    /// The first list that ends with the noun, else the first number of it.
    private Announced by(String noun) {
        Announced counted = Announced.NOTHING;
        int tries = 0;
        for (int at = text.indexOf(noun, from, limit()); at >= 0 && tries < MOST; at = text.indexOf(noun, at + 2, limit())) {
            tries++;
            Announced found = at(at, noun);
            if (found.lists()) {
                return found;
            } else if (counted.count() == null && found.count() != null) {
                counted = found;
            }
        }
        return counted;
    }

    private Announced at(int at, String noun) {
        int end = at > from && text.charAt(at - 1) == '个' ? at - 1 : at;
        Count count = AspectCount.before(text, from, Glyphs.trim(text, from, end), at + 2);
        int value = count == null ? 0 : count.value();
        int listEnd = count == null ? at : count.start();
        boolean etc = listEnd > from && text.charAt(listEnd - 1) == '等';
        boolean other = !noun.equals(NOUNS[0]);
        if (count == null && !other && isForward(at)) {
            List<Phrase> follows = following(at + 2, to, 0);
            return new Announced(null, follows.size() > 1 && (isConfirmed(follows) || isNumbered(follows)) ? follows : List.of());
        }
        if ((count == null && !etc) || (other && (count == null || text.charAt(at - 1) != '个'))) {
            return Announced.NOTHING;
        }
        List<Phrase> listed = isForward(listEnd) ? List.of() : before(other ? shortName(listEnd) : listEnd, value);
        if (other) {
            listed = listed.size() == value ? listed : List.of();
        }
        if (listed.size() < 2 && value > 0) {
            List<Phrase> follows = following(at + 2, other ? Math.min(to, at + 5) : to, value);
            listed = follows.size() > 1 ? follows : listed;
        }
        // 集中在A、B等方面 announces nothing
        boolean announces = listed.size() > 1 && (value > 0 || isIntroduced(listed.getFirst().start()) || isConfirmed(listed));
        return new Announced(count, announces ? listed : List.of());
    }

    private boolean isConfirmed(List<Phrase> listed) {
        return listed.stream().filter(one -> headings.knows(one.text())).count() * 2 >= listed.size();
    }

    /// 一是A；二是B: the numbers stand before what is told.
    private boolean isNumbered(List<Phrase> listed) {
        return listed.stream().allMatch(one -> {
            int start = Math.max(from, one.start() - 2);
            return Labels.at(text, start, one.end()) != null;
        });
    }

    /// A、B、C三项重点: any noun, where the list before has that number and a verb
    /// introduces it.
    private Announced measured() {
        int tries = 0;
        for (int i = from + 1; i < limit() && tries < MOST; i++) {
            if (MEASURES.indexOf(text.charAt(i)) < 0) {
                continue;
            }
            Count count = AspectCount.before(text, from, i, i + 1);
            if (count == null || isForward(count.start())) {
                continue;
            }
            tries++;
            List<Phrase> listed = before(count.start(), count.value());
            if (listed.size() == count.value() && isIntroduced(listed.getFirst().start())) {
                return new Announced(count, listed);
            }
        }
        return Announced.NOTHING;
    }

    /// Whether a verb like 围绕 stands before the list.
    private boolean isIntroduced(int start) {
        int end = start > from && Glyphs.isOpening(text.charAt(start - 1)) ? start - 1 : start;
        for (String verb : AspectParts.VERBS) {
            if (text.startsWith(verb, end - verb.length())) {
                return true;
            }
        }
        return end > from && text.charAt(end - 1) == '从';
    }

    private List<Phrase> before(int listEnd, int value) {
        char last = listEnd > from ? text.charAt(listEnd - 1) : '\n';
        int end = last == '等' || last == '这' ? listEnd - 1 : listEnd;
        int quoted = end > from && text.charAt(end - 1) == '”' ? text.lastIndexOf('“', end) : -1;
        List<Phrase> listed = list(sentence(listEnd), end, value).before();
        boolean wraps = listed.size() != value && quoted >= from && value > 1;
        return wraps ? list(quoted + 1, end - 1, value).before() : listed;
    }

    /// Before `（简称“四个带头”）` and `“四个带头”`.
    private int shortName(int end) {
        int at = end;
        boolean moved = true;
        while (moved && at > from) {
            moved = false;
            char c = text.charAt(at - 1);
            if (c == '“' || c == '（' || c == '(' || Glyphs.isComma(c)) {
                at--;
                moved = true;
            }
            for (String word : new String[]{"以下简称", "简称", "统称", "即"}) {
                if (at - word.length() >= from && text.startsWith(word, at - word.length())) {
                    at -= word.length();
                    moved = true;
                    break;
                }
            }
        }
        return at;
    }

    private boolean isForward(int listEnd) {
        for (String word : AFTER) {
            if (text.startsWith(word, listEnd - word.length())) {
                return true;
            }
        }
        return false;
    }

    private int sentence(int end) {
        int at = end;
        while (at > from && end - at < LONGEST_SENTENCE && !Glyphs.isStop(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    /// 围绕A、B，C、D的要求
    private List<Phrase> standards() {
        int end = text.indexOf("的要求", from, limit());
        for (int tries = 0; end >= 0 && tries < 4; tries++, end = text.indexOf("的要求", end + 3, limit())) {
            List<Phrase> listed = list(sentence(end), end, 0).sinceVerb();
            if (listed.size() > 2) {
                return listed;
            }
        }
        return List.of();
    }

    /// A list that neither counts nor says 方面 (围绕A、B、C，…): half of it must be what
    /// headings name.
    private List<Phrase> named() {
        int tries = 0;
        for (int i = from; i < limit() && tries < MOST && !headings.isEmpty(); i++) {
            if (!Glyphs.isComma(text.charAt(i)) && !Glyphs.isStop(text.charAt(i)) && !Glyphs.isColon(text.charAt(i))) {
                continue;
            }
            tries++;
            List<Phrase> listed = list(sentence(i), i, 0).named();
            if (listed.size() > 1) {
                return listed;
            }
        }
        return List.of();
    }

    /// 六个方面：A、B、C。 and 六个方面（A、B、C）
    private List<Phrase> following(int start, int near, int value) {
        for (int i = start; i < Math.min(near, start + REACH); i++) {
            char c = text.charAt(i);
            boolean opens = Glyphs.isColon(c) || c == '（' || c == '(' || c == '—' || c == '即';
            if (opens) {
                return list(i + 1, end(i + 1, c == '（' || c == '('), value).after();
            } else if (Glyphs.isStop(c)) {
                break;
            }
        }
        return List.of();
    }

    private int end(int start, boolean bracketed) {
        int at = start;
        while (at < to && at - start < LONGEST_SENTENCE
                && !(bracketed ? text.charAt(at) == '）' || text.charAt(at) == ')' : Glyphs.isStop(text.charAt(at)))) {
            at++;
        }
        return at;
    }
}
