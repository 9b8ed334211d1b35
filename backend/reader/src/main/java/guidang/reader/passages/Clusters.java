package guidang.reader.passages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Reports that coincide, each with at least one other of its cluster. Not for
/// several threads.
public final class Clusters {
    private final int[] above;

    /// Each report apart.
    ///
    /// @param reports
    ///            how many there are
    public Clusters(int reports) {
        above = new int[reports];
        Arrays.setAll(above, n -> n);
    }

    /// Whether both are in one cluster already.
    public boolean together(int one, int other) {
        return top(one) == top(other);
    }

    public void join(int one, int other) {
        above[Math.max(top(one), top(other))] = Math.min(top(one), top(other));
    }

    private int top(int report) {
        int top = report;
        while (above[top] != top) {
            above[top] = above[above[top]];
            top = above[top];
        }
        return top;
    }

    /// Those of two reports and more, ascending.
    public List<List<Integer>> all() {
        Map<Integer, List<Integer>> all = new TreeMap<>();
        for (int report = 0; report < above.length; report++) {
            all.computeIfAbsent(top(report), first -> new ArrayList<>()).add(report);
        }
        return all.values().stream().filter(cluster -> cluster.size() > 1).toList();
    }
}
