package guidang.reader.passages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Which of many reports may coincide, by the values that their sketches share.
/// A value that more than one in [#ONE_IN] holds, and more than
/// [Common#REPORTS], says nothing. Those that hold a value are paired each with
/// each where they are [#EACH_WITH_EACH] or fewer; where they are more, or where
/// that would be more than [#MOST] pairs altogether, each is paired with one
/// alone, the first of another owner. Reports of one owner are no pair.
public final class Candidates {
    /// As many as are common in a sample.
    static final int ONE_IN = Common.SAMPLE / Common.REPORTS;
    /// Values that two reports must share: fewer are shared by chance.
    static final int SHARED = 4;
    static final int EACH_WITH_EACH = 32;
    /// Pairs, each as often as it shares a value: 64 MB.
    static final int MOST = 8_000_000;

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
        long[] pairs = new Pairs(entries(sketches), owners, Math.max(Common.REPORTS, sketches.size() / ONE_IN)).all();
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

    private static int end(long[] pairs, int from) {
        int next = from + 1;
        while (next < pairs.length && pairs[next] == pairs[from]) {
            next++;
        }
        return next;
    }
}
