package guidang.server.organizations;

import java.util.Arrays;

/// When the commits that changed the tree were made: 16 bytes each.
final class TreeTimes {
    private long[] commits = new long[64];
    private long[] times = new long[64];
    private int size;

    synchronized void add(long commit, long time) {
        if (size == commits.length) {
            commits = Arrays.copyOf(commits, size * 2);
            times = Arrays.copyOf(times, size * 2);
        }
        commits[size] = commit;
        times[size++] = time;
    }

    /// The view after the last of them that was made at the time or before it; 0
    /// where none was.
    synchronized long view(long time) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times[middle] <= time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? 0 : commits[low - 1] + 1;
    }
}
