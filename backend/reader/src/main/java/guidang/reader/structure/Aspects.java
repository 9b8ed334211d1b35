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

    private final List<String> cores = new ArrayList<>();
    private final List<Set<Integer>> pairs = new ArrayList<>();

    Aspects(List<Phrase> announced) {
        for (Phrase phrase : announced.subList(0, Math.min(announced.size(), MOST))) {
            String core = core(phrase.text());
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
