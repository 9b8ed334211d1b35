package guidang.server.organizations;

import java.util.ArrayList;
import java.util.List;

/// Which organisations came to lie elsewhere, and when: moved, merged, or
/// reopened at another place. What is indexed by place follows.
final class Relocations {
    private final List<Relocation> all = new ArrayList<>();

    record Relocation(long commit, TreeNode node) {}

    synchronized void add(long commit, TreeNode node) {
        all.add(new Relocation(commit, node));
    }

    /// Those that were not yet made after so many commits, in order.
    synchronized List<Relocation> since(long view) {
        int from = all.size();
        while (from > 0 && all.get(from - 1).commit() >= view) {
            from--;
        }
        return List.copyOf(all.subList(from, all.size()));
    }

    /// The commit of the last one; -1 where there was none.
    synchronized long last() {
        return all.isEmpty() ? -1 : all.getLast().commit();
    }
}
