package guidang.server.organizations;

import guidang.server.journal.Commit;
import guidang.server.journal.Journal;
import guidang.server.journal.JournalRecord;
import guidang.server.kernel.Code;
import guidang.server.kernel.OperationId;
import guidang.server.objects.Blobs;
import guidang.server.organizations.OrganizationRecord.Created;
import guidang.server.organizations.OrganizationRecord.Renamed;
import guidang.server.organizations.TreeState.Change;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The tree of now and of any earlier time: every organisation of the journal,
/// kept in memory with its changes. Within a transaction parents stand
/// before children.
@Component
final class Tree implements Journal.Follower {
    private final ConcurrentSkipListMap<Code, TreeNode> nodes = new ConcurrentSkipListMap<>();
    private final AtomicInteger size = new AtomicInteger();
    private final TreeTimes times = new TreeTimes();
    private final Relocations relocations = new Relocations();
    private volatile @Nullable TreeNode root;
    private volatile long position;
    private Blobs.@Nullable Ref lastDetails;
    private @Nullable OperationId lastOperation;

    @Override
    public void apply(Commit commit) {
        boolean any = false;
        for (JournalRecord record : commit.records()) {
            if (record.stream().kind().equals("organizations")) {
                apply(record);
                any = true;
            }
        }
        if (any) {
            times.add(commit.number(), commit.committedAt().toEpochMilli());
        }
        position = commit.number() + 1;
    }

    private void apply(JournalRecord record) {
        Code code = OrganizationCodec.code(record.stream());
        OrganizationRecord fact = OrganizationCodec.read(record);
        TreeNode node = nodes.get(code);
        if (node == null) {
            add(code, (Created) fact, record);
        } else {
            change(node, fact, record);
        }
    }

    private void add(Code code, Created created, JournalRecord record) {
        Code parent = created.parent();
        TreeNode above = parent == null ? null : required(parent, code);
        TreeNode node = new TreeNode(code, state(record, Change.CREATED, above, OrganizationState.after(null, created),
                naming(record.operation(), created.details())));
        nodes.put(code, node);
        size.incrementAndGet();
        if (above == null) {
            root = node;
        }
    }

    private void change(TreeNode node, OrganizationRecord fact, JournalRecord record) {
        TreeState before = node.now();
        TreeNode parent = before.parent();
        OrganizationState after = OrganizationState.after(
                new OrganizationState(parent == null ? null : parent.code(), before.type(), level(before), before.status()),
                fact);
        TreeNode above = after.parent() == null ? null : required(after.parent(), node.code());
        Naming naming = fact instanceof Renamed ? naming(record.operation(), fact.details()) : before.naming();
        node.become(state(record, Change.valueOf(record.type().toUpperCase(Locale.ROOT)), above, after, naming));
        if (above != parent) {
            relocations.add(record.commit(), node);
        }
    }

    private static @Nullable Integer level(TreeState state) {
        return state.level() == 0 ? null : (int) state.level();
    }

    private static TreeState state(JournalRecord record, Change change, @Nullable TreeNode above, OrganizationState state,
            Naming naming) {
        byte level = (byte) (int) Objects.requireNonNullElse(state.level(), 0);
        return new TreeState(record.commit(), record.committedAt().toEpochMilli(), change, above, state.type(), level,
                state.status(), naming);
    }

    private TreeNode required(Code parent, Code child) {
        TreeNode above = nodes.get(parent);
        if (above == null) {
            throw new IllegalStateException(child + " lies under " + parent + ", which does not exist");
        }
        return above;
    }

    /// The rows of one import name the same blob: it is kept once.
    private Naming naming(OperationId operation, Blobs.Ref details) {
        lastDetails = details.equals(lastDetails) ? lastDetails : details;
        lastOperation = operation.equals(lastOperation) ? lastOperation : operation;
        return new Naming(Objects.requireNonNull(lastOperation), Objects.requireNonNull(lastDetails));
    }

    Optional<TreeNode> find(Code code) {
        return Optional.ofNullable(nodes.get(code));
    }

    Optional<TreeNode> root() {
        return Optional.ofNullable(root);
    }

    /// In the order of their codes, closed ones too.
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

    /// How many commits had been made at that time, as far as the tree
    /// is concerned.
    long view(Instant time) {
        return times.view(time.toEpochMilli());
    }

    Relocations relocations() {
        return relocations;
    }
}
