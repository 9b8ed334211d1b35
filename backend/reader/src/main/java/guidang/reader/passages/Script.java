package guidang.reader.passages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A manuscript made ready to be compared: the letters of each section and its
/// shingles, runs of [#SHINGLE] letters that do not cross the end of a sentence,
/// so that their order does not matter. Immutable once made.
public final class Script {
    /// Letters of a shingle.
    public static final int SHINGLE = 5;
    static final long NONE = 0;
    private static final int MOST_SECTIONS = 16;

    private final List<Part> parts;

    private Script(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /// A section.
    ///
    /// @param shingles
    ///            by the letter with which they begin; [#NONE] where none does
    record Part(String role, Letters letters, long[] shingles) {}

    /// Sections beyond the sixteenth are not compared.
    public static Script of(Manuscript manuscript) {
        List<Part> parts = new ArrayList<>();
        int left = Manuscript.MOST;
        for (Manuscript.Section section : manuscript.sections()) {
            if (parts.size() == MOST_SECTIONS || left <= 0) {
                break;
            }
            Letters letters = Letters.of(manuscript, section, left);
            left -= letters.count();
            if (letters.count() >= SHINGLE) {
                parts.add(new Part(section.role(), letters, shingles(letters)));
            }
        }
        return new Script(parts);
    }

    private static long[] shingles(Letters letters) {
        long[] shingles = new long[letters.count()];
        for (int sentence = 0; sentence < letters.sentences(); sentence++) {
            for (int n = letters.begin(sentence); n + SHINGLE <= letters.end(sentence); n++) {
                shingles[n] = shingle(letters, n);
            }
        }
        return shingles;
    }

    private static long shingle(Letters letters, int from) {
        long hash = 0;
        for (int n = from; n < from + SHINGLE; n++) {
            hash = hash * 0x9E3779B97F4A7C15L + letters.letter(n);
        }
        long mixed = mixed(hash);
        return mixed == NONE ? 1 : mixed;
    }

    /// The finaliser of SplitMix64 (Steele, Lea, Flood 2014): each bit depends
    /// on all.
    private static long mixed(long z) {
        long x = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long y = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
        return y ^ (y >>> 31);
    }

    List<Part> parts() {
        return parts;
    }

    /// All shingles, each once, ascending.
    public long[] shingles() {
        return parts.stream().flatMapToLong(part -> Arrays.stream(part.shingles)).filter(s -> s != NONE).sorted().distinct()
                .toArray();
    }

    /// What the index keeps of it.
    public Sketch sketch() {
        return Sketch.of(parts.stream().map(Part::shingles).toList());
    }
}
