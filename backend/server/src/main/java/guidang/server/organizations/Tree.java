package guidang.server.organizations;

import guidang.server.journal.Commit;
import guidang.server.journal.Journal;
import guidang.server.journal.JournalRecord;
import guidang.server.kernel.Code;
import guidang.server.kernel.OperationId;
import guidang.server.objects.Blobs;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The tree of now: every organisation of the journal, kept in memory. Within a
/// transaction parents stand before children.
@Component
final class Tree implements Journal.Follower {
    private final ConcurrentSkipListMap<Code, TreeNode> nodes = new ConcurrentSkipListMap<>();
    private final AtomicInteger size = new AtomicInteger();
    private volatile @Nullable TreeNode root;
    private volatile long position;

    @Override
    public void apply(Commit commit) {
        for (JournalRecord record : commit.records()) {
            if (record.stream().kind().equals("organizations")) {
                apply(record);
            }
        }
        position = commit.number() + 1;
    }

    private void apply(JournalRecord record) {
        switch (OrganizationCodec.read(record)) {
            case OrganizationRecord.Created(Code parent, OrganizationType type, Blobs.Ref details) ->
                add(OrganizationCodec.code(record.stream()), parent, type, details, record.operation(), record.commit());
        }
    }

    void add(Code code, @Nullable Code parent, OrganizationType type, Blobs.Ref details, OperationId operation, long commit) {
        TreeNode above = parent == null ? null : nodes.get(parent);
        if (parent != null && above == null) {
            throw new IllegalStateException(code + " was created under " + parent + ", which does not exist");
        }
        TreeNode node = new TreeNode(code, above, type, details, operation, commit);
        nodes.put(code, node);
        size.incrementAndGet();
        if (above == null) {
            root = node;
        } else {
            above.add(node);
        }
    }

    /// Goes on from a snapshot.
    void restored(long to) {
        position = to;
    }

    Optional<TreeNode> find(Code code) {
        return Optional.ofNullable(nodes.get(code));
    }

    Optional<TreeNode> root() {
        return Optional.ofNullable(root);
    }

    /// In the order of their codes.
    Stream<TreeNode> all() {
        return nodes.values().stream();
    }

    int size() {
        return size.get();
    }

    /// How many commits it has seen.
    long position() {
        return position;
    }
}
