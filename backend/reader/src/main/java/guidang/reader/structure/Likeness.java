package guidang.reader.structure;

import java.util.HashSet;
import java.util.Set;

/// How alike two wordings are, by the pairs of characters that they share.
final class Likeness {
    private static final int LONGEST = 400;

    private Likeness() {
    }

    static Set<Integer> pairs(String words) {
        String core = Glyphs.core(words.length() > LONGEST ? words.substring(0, LONGEST) : words);
        Set<Integer> pairs = new HashSet<>();
        for (int i = 0; i + 1 < core.length(); i++) {
            pairs.add((core.charAt(i) << 16) | core.charAt(i + 1));
        }
        return pairs;
    }

    static int shared(Set<Integer> one, Set<Integer> other) {
        boolean fewer = one.size() < other.size();
        Set<Integer> small = fewer ? one : other;
        Set<Integer> large = fewer ? other : one;
        int shared = 0;
        for (Integer pair : small) {
            shared += large.contains(pair) ? 1 : 0;
        }
        return shared;
    }

    /// Dice's coefficient: 0 to 1.
    static double dice(Set<Integer> one, Set<Integer> other) {
        int all = one.size() + other.size();
        return all == 0 ? 0 : 2.0 * shared(one, other) / all;
    }
}
