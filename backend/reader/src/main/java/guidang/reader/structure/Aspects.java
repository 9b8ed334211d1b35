package guidang.reader.structure;

import guidang.reader.protocol.Structure.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Knows the announced aspects again, however a heading words them.
final class Aspects {
    private static final double ALIKE = 0.6;
    private static final int SHORTEST = 3;
    private static final int MOST = 60;

    /// Shorter ones may begin any sentence.
    private static final int LONG = 4;

    private final List<String> words = new ArrayList<>();
    private final List<String> cores = new ArrayList<>();
    private final List<Set<Integer>> pairs = new ArrayList<>();

    Aspects(List<Phrase> announced) {
        for (Phrase phrase : announced.subList(0, Math.min(announced.size(), MOST))) {
            String core = core(phrase.text());
            words.add(phrase.text());
            cores.add(core);
            pairs.add(Likeness.pairs(core));
        }
    }

    boolean isEmpty() {
        return cores.isEmpty();
    }

    /// The index of the announced aspect that the words name, or -1.
    int match(String words) {
        String core = core(words);
        int equal = cores.indexOf(core);
        if (equal >= 0 || core.length() < 2) {
            return equal;
        }
        for (int i = 0; i < cores.size(); i++) {
            String announced = cores.get(i);
            boolean holds = (announced.length() >= SHORTEST && core.contains(announced))
                    || (core.length() >= SHORTEST && announced.contains(core));
            if (holds) {
                return i;
            }
        }
        return alike(Likeness.pairs(core));
    }

    /// Whether one is called by these very words, signs aside.
    boolean knows(String other) {
        return cores.contains(core(other));
    }

    /// The length of the longest that these words end with and do not consist of; 0
    /// where there is none.
    int ends(String other) {
        int longest = 0;
        for (String known : words) {
            if (known.length() > longest && known.length() >= SHORTEST && known.length() < other.length()
                    && other.endsWith(known)) {
                longest = known.length();
            }
        }
        return longest;
    }

    /// One past the announced aspect that a range begins with, the longest of
    /// several; -1 where it begins with none or says nothing else.
    int begins(String text, int from, int to) {
        int longest = -1;
        for (String announced : words) {
            int end = from + announced.length();
            boolean goesOn = announced.length() >= LONG || (end < to && isEnd(text, end));
            if (end < to && end > longest && goesOn && text.startsWith(announced, from)) {
                longest = end;
            }
        }
        return longest;
    }

    /// What may follow the name of an aspect: a sign, 上, 方面.
    private static boolean isEnd(String text, int at) {
        char c = text.charAt(at);
        return Glyphs.isPause(c) || Glyphs.isClosing(c) || Glyphs.isBlank(c) || c == '上' || c == '中' || text.startsWith("方面", at);
    }

    private int alike(Set<Integer> other) {
        int best = -1;
        double most = ALIKE;
        for (int i = 0; i < pairs.size(); i++) {
            double alike = Likeness.dice(pairs.get(i), other);
            if (alike >= most) {
                most = alike;
                best = i;
            }
        }
        return best;
    }

    private static String core(String words) {
        String core = Glyphs.core(words);
        return core.endsWith("方面") ? core.substring(0, core.length() - 2) : core;
    }
}
