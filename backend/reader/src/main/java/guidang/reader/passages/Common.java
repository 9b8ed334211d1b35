package guidang.reader.passages;

import java.util.Arrays;
import java.util.List;

/// What many reports say: phrases of policy, of notices, of a template. It
/// makes no passage coincide.
public final class Common {
    /// A shingle that so many reports of a sample hold is common.
    public static final int REPORTS = 8;
    /// Reports of a sample: eight of them are two in a hundred.
    public static final int SAMPLE = 400;
    /// Of a longer report as many are counted.
    private static final int MOST = 20_000;
    public static final Common NOTHING = new Common(new long[0]);

    /// Each once, ascending.
    private final long[] shingles;

    private Common(long[] shingles) {
        this.shingles = shingles;
    }

    /// What so many of a sample hold.
    ///
    /// @param sample
    ///            of each report its shingles, each once, ascending
    public static Common of(List<long[]> sample) {
        long[] all = sample.stream().flatMapToLong(shingles -> Arrays.stream(shingles).limit(MOST)).sorted().toArray();
        int kept = 0;
        for (int i = 0; i < all.length;) {
            int next = i + 1;
            while (next < all.length && all[next] == all[i]) {
                next++;
            }
            if (next - i >= REPORTS) {
                all[kept++] = all[i];
            }
            i = next;
        }
        return new Common(Arrays.copyOf(all, kept));
    }

    boolean has(long shingle) {
        return Arrays.binarySearch(shingles, shingle) >= 0;
    }

    /// Either of both.
    public Common and(Common other) {
        long[] all = Arrays.copyOf(shingles, shingles.length + other.shingles.length);
        System.arraycopy(other.shingles, 0, all, shingles.length, other.shingles.length);
        return new Common(Arrays.stream(all).sorted().distinct().toArray());
    }
}
