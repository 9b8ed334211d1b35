package guidang.reader.passages;

import java.util.Arrays;

/// Pairs of reports that hold the same value, once for each value.
final class Pairs {
    private final long[] entries;
    private final int[] owners;
    private final int common;
    private long[] pairs = new long[1024];
    private int count;

    /// @param entries
    ///            value and report in one, ascending
    /// @param owners
    ///            of each report
    /// @param common
    ///            a value that so many reports hold says nothing
    Pairs(long[] entries, int[] owners, int common) {
        this.entries = entries;
        this.owners = owners;
        this.common = common;
    }

    /// Both reports in one, ascending.
    long[] all() {
        int full = full();
        for (int from = 0; from < entries.length;) {
            int to = group(from);
            if (to - from <= full) {
                eachWithEach(from, to);
            } else if (to - from < common) {
                eachWithOne(from, to);
            }
            from = to;
        }
        long[] found = Arrays.copyOf(pairs, count);
        Arrays.sort(found);
        return found;
    }

    /// How many may hold a value so that all of them are paired, within the bound.
    private int full() {
        long[] pairsOf = new long[Candidates.EACH_WITH_EACH + 1];
        for (int from = 0; from < entries.length;) {
            int to = group(from);
            long held = (long) to - from;
            if (held < pairsOf.length && held < common) {
                pairsOf[(int) held] += held * (held - 1) / 2;
            }
            from = to;
        }
        long pairs = pairsOf[2];
        int full = 2;
        while (full < Candidates.EACH_WITH_EACH && pairs + pairsOf[full + 1] <= Candidates.MOST) {
            full++;
            pairs += pairsOf[full];
        }
        return Math.min(full, common - 1);
    }

    private void eachWithEach(int from, int to) {
        for (int one = from; one < to; one++) {
            for (int other = one + 1; other < to; other++) {
                add(one, other);
            }
        }
    }

    private void eachWithOne(int from, int to) {
        int other = from + 1;
        while (other < to && owner(other) == owner(from)) {
            other++;
        }
        for (int n = from + 1; n < to && other < to; n++) {
            add(owner(n) == owner(from) ? other : from, n);
        }
    }

    private int group(int from) {
        int next = from + 1;
        while (next < entries.length && entries[next] >>> Integer.SIZE == entries[from] >>> Integer.SIZE) {
            next++;
        }
        return next;
    }

    private int owner(int n) {
        return owners[(int) entries[n]];
    }

    private void add(int one, int other) {
        if (owner(one) == owner(other)) {
            return;
        }
        if (count == pairs.length) {
            pairs = Arrays.copyOf(pairs, count * 2);
        }
        int first = (int) entries[one];
        int second = (int) entries[other];
        pairs[count++] = (long) Math.min(first, second) << Integer.SIZE | Math.max(first, second);
    }
}
