package guidang.server.organizations;

import guidang.server.kernel.Code;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// One organisation in memory, with all that it ever was. Written by the
/// journal's thread, read by all.
final class TreeNode {
    /// After every commit.
    static final long NOW = Long.MAX_VALUE;

    private final Code code;
    // Ascending by commit; almost always one.
    private volatile TreeState[] states;
    private volatile @Nullable ConcurrentSkipListMap<Code, TreeNode> children;
    private volatile @Nullable ConcurrentSkipListMap<Code, TreeNode> gone;
    private volatile @Nullable ConcurrentSkipListMap<Code, TreeNode> former;

    TreeNode(Code code, TreeState created) {
        this.code = code;
        this.states = new TreeState[]{created};
        settle(null, created);
    }

    /// One more thing happened to it.
    void become(TreeState next) {
        TreeState[] before = states;
        TreeState[] after = Arrays.copyOf(before, before.length + 1);
        after[before.length] = next;
        // Found at both places for a moment, never at none.
        settle(before[before.length - 1], next);
        states = after;
        leave(before[before.length - 1], next);
    }

    private void settle(@Nullable TreeState before, TreeState now) {
        TreeNode parent = now.parent();
        if (parent == null) {
            return;
        }
        (now.open() ? parent.openOnes() : parent.goneOnes()).put(code, this);
        if (before != null && before.parent() != null && before.parent() != parent) {
            before.parent().formerOnes().put(code, this);
        }
    }

    private void leave(TreeState before, TreeState now) {
        TreeNode old = before.parent();
        if (old == null) {
            return;
        }
        if (old.children != null && (old != now.parent() || !now.open())) {
            old.openOnes().remove(code);
        }
        if (old.gone != null && (old != now.parent() || now.open())) {
            old.goneOnes().remove(code);
        }
    }

    private ConcurrentSkipListMap<Code, TreeNode> openOnes() {
        var all = children;
        if (all == null) {
            all = new ConcurrentSkipListMap<>();
            children = all;
        }
        return all;
    }

    private ConcurrentSkipListMap<Code, TreeNode> goneOnes() {
        var all = gone;
        if (all == null) {
            all = new ConcurrentSkipListMap<>();
            gone = all;
        }
        return all;
    }

    private ConcurrentSkipListMap<Code, TreeNode> formerOnes() {
        var all = former;
        if (all == null) {
            all = new ConcurrentSkipListMap<>();
            former = all;
        }
        return all;
    }

    Code code() {
        return code;
    }

    /// All that it was, the first first.
    List<TreeState> states() {
        return List.of(states);
    }

    TreeState now() {
        TreeState[] all = states;
        return all[all.length - 1];
    }

    /// What it was after so many commits; null before it was created.
    @Nullable
    TreeState at(long view) {
        TreeState[] all = states;
        for (int i = all.length - 1; i >= 0; i--) {
            if (all[i].commit() < view) {
                return all[i];
            }
        }
        return null;
    }

    @Nullable
    TreeNode parent() {
        return now().parent();
    }

    /// How many things happened to it: the length of its stream.
    int position() {
        return states.length;
    }

    /// The commit in which it was created.
    long commit() {
        return states[0].commit();
    }

    /// Null until it was read from the details.
    @Nullable
    String name() {
        return now().naming().name();
    }

    boolean open() {
        return now().open();
    }

    /// Those directly below it that are at work, in the order of their codes.
    NavigableMap<Code, TreeNode> children() {
        var all = children;
        return all == null ? Collections.emptyNavigableMap() : all;
    }

    /// Those directly below it that are closed or went into it.
    NavigableMap<Code, TreeNode> gone() {
        var all = gone;
        return all == null ? Collections.emptyNavigableMap() : all;
    }

    /// Those directly below it after so many commits, in the order of their codes.
    ///
    /// @param closed
    ///            whether those that were closed or merged then are wanted too
    Stream<TreeNode> children(long view, boolean closed) {
        if (view == NOW && !closed) {
            return children().values().stream();
        }
        var once = former;
        Stream<TreeNode> all = Stream
                .of(children(), gone(), once == null ? Collections.<Code, TreeNode>emptyNavigableMap() : once)
                .flatMap(some -> some.values().stream()).distinct();
        return all.filter(child -> child.wasBelow(this, view, closed)).sorted((a, b) -> a.code.compareTo(b.code));
    }

    private boolean wasBelow(TreeNode top, long view, boolean closed) {
        TreeState then = at(view);
        return then != null && then.parent() == top && (closed || then.open());
    }

    /// `ROOT/BUREAU-1/BRANCH-7/`
    String path() {
        return path(NOW);
    }

    /// After so many commits; itself alone where it did not exist yet.
    String path(long view) {
        StringBuilder path = new StringBuilder();
        for (TreeNode at : lineage(view)) {
            path.append(at.code).append('/');
        }
        return path.toString();
    }

    Deque<TreeNode> lineage() {
        return lineage(NOW);
    }

    /// From the root to itself.
    Deque<TreeNode> lineage(long view) {
        Deque<TreeNode> line = new ArrayDeque<>();
        TreeNode at = this;
        while (at != null) {
            line.addFirst(at);
            TreeState then = at.at(view);
            at = then == null ? null : then.parent();
        }
        return line;
    }

    boolean liesBelow(TreeNode top, long view) {
        TreeState then = at(view);
        while (then != null && then.parent() != null) {
            TreeNode parent = then.parent();
            if (parent == top) {
                return true;
            }
            then = parent.at(view);
        }
        return false;
    }

    /// Itself and all below it that are at work, parents first.
    Stream<TreeNode> subtree() {
        return subtree(NOW, false);
    }

    /// As it was after so many commits.
    Stream<TreeNode> subtree(long view, boolean closed) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(new Walk(this, view, closed),
                Spliterator.ORDERED | Spliterator.NONNULL), false);
    }

    /// Goes down without a stream for each level.
    private static final class Walk implements Iterator<TreeNode> {
        private final Deque<Iterator<TreeNode>> open = new ArrayDeque<>();
        private final long view;
        private final boolean closed;

        Walk(TreeNode top, long view, boolean closed) {
            this.view = view;
            this.closed = closed;
            open.push(List.of(top).iterator());
        }

        @Override
        public boolean hasNext() {
            while (!open.isEmpty() && !open.peek().hasNext()) {
                open.pop();
            }
            return !open.isEmpty();
        }

        @Override
        public TreeNode next() {
            if (!hasNext()) {
                throw new java.util.NoSuchElementException();
            }
            TreeNode next = open.peek().next();
            open.push(next.children(view, closed).iterator());
            return next;
        }
    }
}
