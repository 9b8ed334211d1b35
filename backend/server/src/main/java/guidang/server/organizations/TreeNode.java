package guidang.server.organizations;

import guidang.server.kernel.Code;
import guidang.server.kernel.OperationId;
import guidang.server.objects.Blobs;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One organisation in memory. Written by the journal's thread, read by all.
final class TreeNode {
    private final Code code;
    private final @Nullable TreeNode parent;
    private final OrganizationType type;
    private final Blobs.Ref details;
    private final OperationId operation;
    private final long commit;
    private volatile @Nullable ConcurrentSkipListMap<Code, TreeNode> children;
    private volatile @Nullable String name;

    /// @param commit
    ///            the commit in which it was created
    /// @param operation
    ///            under which its details lie
    TreeNode(Code code, @Nullable TreeNode parent, OrganizationType type, Blobs.Ref details, OperationId operation, long commit) {
        this.code = code;
        this.parent = parent;
        this.type = type;
        this.details = details;
        this.operation = operation;
        this.commit = commit;
    }

    void add(TreeNode child) {
        var all = children;
        if (all == null) {
            all = new ConcurrentSkipListMap<>();
            children = all;
        }
        all.put(child.code, child);
    }

    Code code() {
        return code;
    }

    @Nullable
    TreeNode parent() {
        return parent;
    }

    OrganizationType type() {
        return type;
    }

    Blobs.Ref details() {
        return details;
    }

    OperationId operation() {
        return operation;
    }

    long commit() {
        return commit;
    }

    /// Null until it was read from the details.
    @Nullable
    String name() {
        return name;
    }

    void name(String given) {
        name = given;
    }

    /// In the order of their codes.
    SortedMap<Code, TreeNode> children() {
        var all = children;
        return all == null ? Collections.emptySortedMap() : all;
    }

    /// `ROOT/BUREAU-1/BRANCH-7/`
    String path() {
        StringBuilder path = new StringBuilder();
        for (TreeNode at : lineage()) {
            path.append(at.code).append('/');
        }
        return path.toString();
    }

    /// From the root to itself.
    Deque<TreeNode> lineage() {
        Deque<TreeNode> line = new ArrayDeque<>();
        for (TreeNode at = this; at != null; at = at.parent) {
            line.addFirst(at);
        }
        return line;
    }

    boolean liesBelow(TreeNode top) {
        for (TreeNode at = parent; at != null; at = at.parent) {
            if (at == top) {
                return true;
            }
        }
        return false;
    }

    /// Itself and all below it, parents first.
    Stream<TreeNode> subtree() {
        return Stream.concat(Stream.of(this), children().values().stream().flatMap(TreeNode::subtree));
    }
}
