package guidang.reader.passages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Which of many reports may coincide, by the values that their sketches share.
/// A value that more than one in [#ONE_IN] holds, and more than
/// [Common#REPORTS], says nothing. Of those that hold a value each is paired
/// with one alone, the first of another owner, so there are never more pairs
/// than values. Reports of one owner are no pair.
public final class Candidates {
    /// As many as are common in a sample.
    static final int ONE_IN = Common.SAMPLE / Common.REPORTS;
    /// Values that two reports must share: fewer are shared by chance.
    public static final int SHARED = 6;

    private Candidates() {
    }

    /// Two reports.
    ///
    /// @param first
    ///            index in the list
    /// @param shared
    ///            values
    public record Pair(int first, int second, int shared) {}

    /// The pairs that share most, those first.
    ///
    /// @param sketches
    ///            at most 2³¹ values altogether
    /// @param owners
    ///            of each report, any numbers
    /// @param most
    ///            pairs
    public static List<Pair> of(List<Sketch> sketches, int[] owners, int most) {
        long[] pairs = pairs(entries(sketches), owners, Math.max(Common.REPORTS, sketches.size() / ONE_IN));
        List<Pair> found = new ArrayList<>();
        for (int i = 0; i < pairs.length;) {
            int next = end(pairs, i);
            if (next - i >= SHARED) {
                found.add(new Pair((int) (pairs[i] >>> Integer.SIZE), (int) pairs[i], next - i));
            }
            i = next;
        }
        found.sort((a, b) -> Integer.compare(b.shared, a.shared));
        return List.copyOf(found.subList(0, Math.min(most, found.size())));
    }

    /// Value and report in one, so that sorting groups them.
    private static long[] entries(List<Sketch> sketches) {
        long[] entries = new long[sketches.stream().mapToInt(sketch -> sketch.values().length).sum()];
        int at = 0;
        for (int report = 0; report < sketches.size(); report++) {
            for (int value : sketches.get(report).values()) {
                entries[at++] = (long) value << Integer.SIZE | report;
            }
        }
        Arrays.sort(entries);
        return entries;
    }

    private static long[] pairs(long[] entries, int[] owners, int common) {
        long[] pairs = new long[entries.length];
        int count = 0;
        for (int i = 0; i < entries.length;) {
            int next = group(entries, i);
            int other = next - i < common ? other(entries, owners, i, next) : next;
            for (int n = i + 1; n < next && other < next; n++) {
                long first = owner(entries, owners, n) == owner(entries, owners, i) ? entries[other] : entries[i];
                pairs[count++] = pair((int) first, (int) entries[n]);
            }
            i = next;
        }
        long[] found = Arrays.copyOf(pairs, count);
        Arrays.sort(found);
        return found;
    }

    /// The first of another owner than the very first; the end where there is none.
    private static int other(long[] entries, int[] owners, int from, int to) {
        int other = from + 1;
        while (other < to && owner(entries, owners, other) == owner(entries, owners, from)) {
            other++;
        }
        return other;
    }

    private static int owner(long[] entries, int[] owners, int n) {
        return owners[(int) entries[n]];
    }

    private static long pair(int one, int other) {
        return (long) Math.min(one, other) << Integer.SIZE | Math.max(one, other);
    }

    private static int group(long[] entries, int from) {
        int next = from + 1;
        while (next < entries.length && entries[next] >>> Integer.SIZE == entries[from] >>> Integer.SIZE) {
            next++;
        }
        return next;
    }

    private static int end(long[] pairs, int from) {
        int next = from + 1;
        while (next < pairs.length && pairs[next] == pairs[from]) {
            next++;
        }
        return next;
    }
}
