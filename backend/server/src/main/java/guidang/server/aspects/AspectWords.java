package guidang.server.aspects;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/// The words of an aspect without what does not tell it from others: width,
/// spaces, signs, 在 and 关于 before it, 方面 and 存在的问题 after it. Two wordings with
/// the same core are the same aspect.
final class AspectWords {
    static final int LONGEST = 60;
    private static final int READ = 240;
    private static final int SHORTEST = 2;
    private static final String[] BEFORE = {"关于", "对照", "围绕", "针对", "聚焦", "带头", "在", "从", "就", "对"};
    private static final String[] AFTER = {"方面", "存在的问题", "存在问题", "的问题", "问题", "的差距", "差距", "的不足", "不足", "存在的", "的情况", "情况"};

    /// At most [#LONGEST] code points.
    private final String text;
    /// Of neighbouring code points, ascending, with repetitions.
    private final long[] pairs;

    private AspectWords(String text, long[] pairs) {
        this.text = text;
        this.pairs = pairs;
    }

    static AspectWords of(String words) {
        String core = core(words);
        return new AspectWords(core, pairs(core));
    }

    String text() {
        return text;
    }

    /// The core alone; empty where the words are signs only.
    static String core(String words) {
        int read = Math.min(words.length(), READ);
        int[] kept = Normalizer.normalize(words.substring(0, read), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).codePoints()
                .filter(c -> Character.isAlphabetic(c) || Character.isDigit(c)).limit(LONGEST).toArray();
        return unwrapped(new String(kept, 0, kept.length));
    }

    private static String unwrapped(String text) {
        String rest = text;
        for (int round = 0; round < 2; round++) {
            for (String word : BEFORE) {
                if (rest.startsWith(word) && rest.length() - word.length() >= SHORTEST) {
                    rest = rest.substring(word.length());
                    break;
                }
            }
        }
        for (int round = 0; round < 2; round++) {
            for (String word : AFTER) {
                if (rest.endsWith(word) && rest.length() - word.length() >= SHORTEST) {
                    rest = rest.substring(0, rest.length() - word.length());
                    break;
                }
            }
        }
        return rest;
    }

    private static long[] pairs(String core) {
        int[] points = core.codePoints().toArray();
        long[] pairs = new long[Math.max(0, points.length - 1)];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = (long) points[i] << 32 | points[i + 1];
        }
        Arrays.sort(pairs);
        return pairs;
    }

    /// Twice the pairs that both have, of all pairs of both, in percent, rounded
    /// down (Dice); 0 where either has none.
    int alike(AspectWords other) {
        int all = pairs.length + other.pairs.length;
        int common = 0;
        for (int i = 0, j = 0; i < pairs.length && j < other.pairs.length;) {
            int order = Long.compare(pairs[i], other.pairs[j]);
            common += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return pairs.length == 0 || other.pairs.length == 0 ? 0 : 200 * common / all;
    }

    /// Whether one stands whole in the other, and is long enough to mean something.
    boolean within(AspectWords other) {
        String shorter = text.length() <= other.text.length() ? text : other.text;
        String longer = text.length() <= other.text.length() ? other.text : text;
        return shorter.length() >= 3 && longer.contains(shorter);
    }
}
