package guidang.server.journal;

import guidang.server.objects.Layout;
import guidang.server.objects.ObjectStore;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/// What this replica has applied: the head, the tail, the streams, the right
/// edge, and who follows. All of it is touched on the journal's thread only;
/// position and refusal may be read anywhere.
final class Ledger {
    private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);
    /// Commits kept in memory beyond what correctness needs, for those who follow.
    static final int KEPT = 1024;
    /// How heavy the tail may become ([Tail#weight]): with more that is not yet
    /// materialised this replica takes no more commands.
    static final long ROOM = Runtime.getRuntime().maxMemory() / 16;

    private final ObjectStore archive;
    private final Scheduler thread;
    private final Tail tail;
    private final Streams streams;
    private final Operations operations;
    private final RightEdge edge = new RightEdge();
    private final TreeMap<Long, List<RightEdge.Full>> tiles = new TreeMap<>();
    private final List<Journal.Follower> followers = new ArrayList<>();
    private final Signal applied = new Signal();
    private volatile long position;
    private volatile long watermark;
    private volatile @Nullable String refusal;
    private boolean rival;
    private long unsettled = -1;

    Ledger(ObjectStore archive, Scheduler thread, Chain start, int streamRecords) {
        this.archive = archive;
        this.thread = thread;
        this.tail = new Tail(start);
        this.streams = new Streams(archive, thread, tail, streamRecords);
        this.operations = new Operations(archive, thread, tail);
        this.position = start.position();
        this.watermark = start.position();
    }

    Tail tail() {
        return tail;
    }

    Streams streams() {
        return streams;
    }

    Operations operations() {
        return operations;
    }

    RightEdge edge() {
        return edge;
    }

    Signal applied() {
        return applied;
    }

    long position() {
        return position;
    }

    /// Below this all is materialised and durable.
    long watermark() {
        return watermark;
    }

    /// Why this replica does not write; null while it does.
    @Nullable
    String refusal() {
        return refusal;
    }

    void refuse(String reason) {
        if (refusal == null) {
            LOG.error("The journal refuses to write: {}", reason);
            refusal = reason;
        }
    }

    /// Reads commits from the view's end until one is absent (PROTOCOL 3).
    Mono<Void> sync() {
        return Mono.defer(this::next).repeat().takeUntil(found -> !found).then();
    }

    /// As [#sync], at most so many commits; whether that bound was reached.
    Mono<Boolean> sync(int most) {
        return Mono.defer(this::next).repeat(most - 1).takeUntil(found -> !found).last();
    }

    private Mono<Boolean> next() {
        long number = position;
        return archive.get(Layout.commit(number), Link.MAX_BYTES).publishOn(thread).map(bytes -> accept(number, bytes))
                .defaultIfEmpty(false);
    }

    /// Makes the last commit of another replica durable, before anything builds on
    /// it: a commit, an answer, a derived object, a signature, the index (PROTOCOL
    /// 17). The ones before it were, by whoever built on them.
    Mono<Void> settle() {
        long number = unsettled;
        return number < 0
                ? Mono.empty()
                : archive.sync(List.of(Layout.commit(number))).publishOn(thread).then(Mono.fromRunnable(() -> settled(number)));
    }

    private void settled(long number) {
        unsettled = unsettled == number ? -1 : unsettled;
    }

    private boolean accept(long number, byte[] bytes) {
        if (number == position) {
            try {
                apply(Link.read(tail.head(), bytes));
                rival = true;
                unsettled = number;
            } catch (JournalBroken e) {
                refuse(String.valueOf(e.getMessage()));
                throw e;
            }
        }
        return true;
    }

    /// Advances everything by one commit, followers last.
    void apply(Link link) {
        streams.apply(link);
        tail.add(link);
        List<RightEdge.Full> full = edge.append(link);
        if (!full.isEmpty()) {
            tiles.put(link.number(), full);
        }
        Commit commit = link.commit();
        followers.forEach(follower -> tell(follower, commit));
        position = link.number() + 1;
        applied.raise();
    }

    /// Whether another replica committed since last asked.
    boolean rivalSeen() {
        boolean seen = rival;
        rival = false;
        return seen;
    }

    /// The full tiles that commits below the number completed, and that no
    /// watermark covers yet.
    List<RightEdge.Full> tilesBelow(long number) {
        return tiles.headMap(number).values().stream().flatMap(List::stream).toList();
    }

    /// A full tile that no watermark covers yet; empty where there is none of
    /// that name.
    Mono<byte[]> pendingTile(String path) {
        return Mono.justOrEmpty(tiles.values().stream().flatMap(List::stream).filter(tile -> tile.path().equals(path))
                .map(RightEdge.Full::bytes).findFirst());
    }

    void materialised(long number) {
        tail.materialised(number);
        watermark = tail.watermark();
        tiles.headMap(number).clear();
        tail.trim(KEPT, ROOM / 4);
    }

    void add(Journal.Follower follower) {
        followers.add(follower);
    }

    /// A follower's fault is its own: it must not stop the journal.
    static void tell(Journal.Follower follower, Commit commit) {
        try {
            follower.apply(commit);
        } catch (RuntimeException e) {
            LOG.error("A follower failed at commit {}", commit.number(), e);
        }
    }
}
