package guidang.server.organizations;

import guidang.server.organizations.Organizations.Place;
import guidang.server.organizations.Organizations.Stay;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/// Puts together what an organisation was in turn: its own changes, and those
/// of all that ever lay above it.
final class Stays {
    private Stays() {
    }

    static List<Stay> of(TreeNode node, long view) {
        List<Stay> stays = new ArrayList<>();
        changes(node, view).tailMap(node.commit()).forEach((commit, at) -> {
            Place place = Organizations.place(node, commit + 1).orElseThrow();
            if (stays.isEmpty() || !stays.getLast().place().equals(place)) {
                stays.add(new Stay(commit, Instant.ofEpochMilli(at), place));
            }
        });
        return List.copyOf(stays);
    }

    /// Commits with their times.
    private static NavigableMap<Long, Long> changes(TreeNode node, long view) {
        TreeMap<Long, Long> commits = new TreeMap<>();
        Set<TreeNode> met = new HashSet<>();
        Deque<TreeNode> left = new ArrayDeque<>(List.of(node));
        while (!left.isEmpty()) {
            TreeNode next = left.remove();
            if (met.add(next)) {
                next.states().stream().filter(state -> state.commit() < view).forEach(state -> {
                    commits.put(state.commit(), state.at());
                    java.util.Optional.ofNullable(state.parent()).ifPresent(left::add);
                });
            }
        }
        return commits;
    }
}
