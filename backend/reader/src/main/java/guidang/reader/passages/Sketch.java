package guidang.reader.passages;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The MinHash of each section, together: one permutation cut into
/// [#BINS] bins, of each the least shingle (Li, Owen, Zhang, One Permutation
/// Hashing, 2012). Two sections of Jaccard similarity J share J × [#BINS] values
/// at the mean. Each value is a band of its own: what makes wider bands
/// necessary elsewhere, that many share it, is told by how many share it.
public final class Sketch {
    public static final int BINS = 64;
    /// A section of fewer shingles is too short to be told from others.
    static final int LEAST = 40;
    private static final int BIN_BITS = Integer.numberOfTrailingZeros(BINS);
    private static final int BASE = 36;

    /// Each once, ascending.
    private final int[] values;

    private Sketch(int[] values) {
        this.values = values;
    }

    static Sketch of(List<long[]> sections) {
        return new Sketch(sections.stream().filter(Sketch::isLong).flatMapToInt(Sketch::least).sorted().distinct().toArray());
    }

    private static boolean isLong(long[] shingles) {
        return Arrays.stream(shingles).filter(s -> s != Script.NONE).limit(LEAST).count() == LEAST;
    }

    private static IntStream least(long[] shingles) {
        long[] bins = new long[BINS];
        Arrays.fill(bins, Long.MAX_VALUE);
        for (long shingle : shingles) {
            if (shingle != Script.NONE) {
                int bin = (int) (shingle >>> (Long.SIZE - BIN_BITS));
                bins[bin] = Math.min(bins[bin], shingle & 0xFFFFFFFFL);
            }
        }
        return Arrays.stream(bins).filter(value -> value != Long.MAX_VALUE).mapToInt(value -> (int) value);
    }

    /// As words, for an index.
    public String words() {
        return Arrays.stream(values).mapToObj(value -> Integer.toUnsignedString(value, BASE)).collect(Collectors.joining(" "));
    }

    /// A sketch from its words.
    ///
    /// @param words
    ///            as [#words] gave them; empty: none
    public static Sketch of(String words) {
        return new Sketch(words.isEmpty()
                ? new int[0]
                : Arrays.stream(words.split(" ")).mapToInt(word -> Integer.parseUnsignedInt(word, BASE)).sorted().toArray());
    }

    int[] values() {
        return values;
    }

    public boolean isEmpty() {
        return values.length == 0;
    }

    /// How many values both have.
    public int shared(Sketch other) {
        int shared = 0;
        for (int i = 0, j = 0; i < values.length && j < other.values.length;) {
            int order = Integer.compare(values[i], other.values[j]);
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return shared;
    }
}
