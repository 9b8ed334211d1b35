package guidang.server.journal;

import guidang.server.objects.Layout;
import guidang.server.objects.ObjectStore;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/// Recovery: start at the watermark, apply to the head, look whether that is
/// the head, materialise (PROTOCOL 9, 10). Nothing to finish, nothing to clean.
final class Opening {
    private static final Logger LOG = LoggerFactory.getLogger(Opening.class);
    /// How far beyond the head a gap is looked for: 1, 2, 4, … commits.
    private static final int GALLOP = 12;
    private static final int ROUND = 2000;

    private final ObjectStore archive;
    private final Scheduler thread;
    private final InstantSource clock;
    private final LogKey key;
    private final String replica;
    private final int streamRecords;

    Opening(ObjectStore archive, Scheduler thread, InstantSource clock, LogKey key, String replica, int streamRecords) {
        this.archive = archive;
        this.thread = thread;
        this.clock = clock;
        this.key = key;
        this.replica = replica;
        this.streamRecords = streamRecords;
    }

    /// The ledger at the head. Where the journal is not one chain, the ledger
    /// reaches as far as it is, and refuses to write.
    Mono<Ledger> ledger() {
        return Materialiser.watermark(archive).publishOn(thread).map(WatermarkDocument::commits).flatMap(this::start)
                .flatMap(ledger -> apply(ledger).then(Mono.defer(() -> beyond(ledger))).then(Mono.defer(() -> checkpoint(ledger)))
                        .then(Mono.defer(() -> materialise(ledger))).onErrorResume(JournalBroken.class, e -> refuse(ledger, e))
                        .thenReturn(ledger))
                .doOnNext(ledger -> LOG.info("The journal is open at {}", ledger.position()));
    }

    /// Applies what is there; of a long tail it materialises all but the end on the
    /// way, so that it fits into memory.
    private Mono<Void> apply(Ledger ledger) {
        return Mono.defer(() -> ledger.sync(ROUND))
                .flatMap(more -> more ? materialise(ledger).thenReturn(true) : Mono.just(false))
                .repeat().takeUntil(more -> !more).then();
    }

    /// What a crash left half materialised is whole again before anybody reads it.
    private Mono<Void> materialise(Ledger ledger) {
        return new Materialiser(archive, thread, clock, ledger, key, replica, Materialiser.Phase.OPENING).toHead();
    }

    private Mono<Ledger> start(long watermark) {
        if (watermark == 0) {
            return Mono.just(new Ledger(archive, thread, Chain.START, streamRecords));
        }
        return commit(watermark - 1).publishOn(thread)
                .switchIfEmpty(Mono.error(() -> new JournalBroken("the journal is shorter than its watermark " + watermark)))
                .map(bytes -> Link.after(watermark - 1, bytes))
                .flatMap(chain -> seed(new Ledger(archive, thread, chain, streamRecords), chain));
    }

    /// The right edge of the tree at the watermark: level 0 and the entries from
    /// the commits before it, the others from the full tiles below.
    private Mono<Ledger> seed(Ledger ledger, Chain chain) {
        long size = chain.frontier().size();
        return entries(chain.position() - 1, (int) (size % RightEdge.WIDTH), new ArrayList<>())
                .zipWith(levels(size)).publishOn(thread).map(both -> {
                    List<List<byte[]>> levels = new ArrayList<>();
                    levels.add(both.getT1().stream().map(Merkle::leaf).toList());
                    levels.addAll(both.getT2());
                    ledger.edge().seed(size, levels, both.getT1());
                    return ledger;
                });
    }

    /// The texts of the last so many leaves up to a commit, reading backwards.
    private Mono<List<String>> entries(long commit, int wanted, List<String> found) {
        if (found.size() >= wanted) {
            return Mono.just(List.copyOf(found.subList(found.size() - wanted, found.size())));
        }
        return commit(commit).map(bytes -> JournalJson.read(bytes, CommitDocument.class)).flatMap(document -> {
            found.addAll(0, document.records());
            return entries(commit - 1, wanted, found);
        });
    }

    private Mono<List<List<byte[]>>> levels(long size) {
        int levels = 0;
        for (long full = size / RightEdge.WIDTH; full > 0; full /= RightEdge.WIDTH) {
            levels++;
        }
        return Flux.range(0, levels).concatMap(below -> level(below, size >> (8 * (below + 1)))).collectList();
    }

    /// The partial tile above a level: the roots of that level's last full tiles.
    private Mono<List<byte[]>> level(int below, long full) {
        int width = (int) (full % RightEdge.WIDTH);
        return Flux.range(0, width)
                .flatMapSequential(i -> archive.get(Layout.tile(Tile.hashes(below, full - width + i, RightEdge.WIDTH).path()),
                        RightEdge.WIDTH * 32), 16)
                .map(bytes -> Merkle.root(hashes(bytes))).collectList();
    }

    static List<byte[]> hashes(byte[] tile) {
        List<byte[]> hashes = new ArrayList<>(tile.length / 32);
        for (int at = 0; at < tile.length; at += 32) {
            hashes.add(java.util.Arrays.copyOfRange(tile, at, at + 32));
        }
        return hashes;
    }

    /// A commit beyond the head, though the head is absent when read again: a hole.
    private Mono<Void> beyond(Ledger ledger) {
        long head = ledger.position();
        return Flux.range(0, GALLOP).concatMap(i -> archive.size(Layout.commit(head + (1L << i)))).next()
                .switchIfEmpty(archive.list("journal/commits/", Layout.commit(head)).next().map(any -> 0L)).publishOn(thread)
                .flatMap(seen -> ledger.sync().then(Mono.defer(() -> ledger.position() > head
                        ? beyond(ledger)
                        : Mono.error(new JournalBroken(head, "it is absent, and later ones are there")))));
    }

    /// The newest checkpoints that are known: the published copy, and what a
    /// listing shows above the watermark. A listing proves nothing by what it
    /// leaves out.
    private Mono<Void> checkpoint(Ledger ledger) {
        long watermark = ledger.tail().watermark();
        return archive.list("journal/checkpoints/", watermark == 0 ? "" : Layout.checkpoint(watermark - 1)).takeLast(1)
                .concatWithValues(Layout.latestCheckpoint()).concatMap(path -> archive.get(path, 4096)).publishOn(thread)
                .flatMapIterable(Opening::checkpoint)
                .concatMap(said -> newer(ledger, said).then(Mono.defer(() -> reached(ledger, said)))).then();
    }

    /// What a note says; the published copy may be torn after a power cut, and then
    /// says nothing.
    private static List<Checkpoint> checkpoint(byte[] note) {
        try {
            return List.of(Checkpoint.parse(new String(note, StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException torn) {
            LOG.warn("A checkpoint in the store is unreadable: {}", torn.getMessage());
            return List.of();
        }
    }

    /// Others go on while this replica opens: a checkpoint beyond its view makes it
    /// look again.
    private static Mono<Void> newer(Ledger ledger, Checkpoint said) {
        return said.size() > ledger.tail().head().frontier().size() ? ledger.sync() : Mono.empty();
    }

    private Mono<Void> reached(Ledger ledger, Checkpoint said) {
        Checkpoint own = new Checkpoint(key.origin(), said.size(), said.root());
        long size = ledger.tail().head().frontier().size();
        if (!said.says(own)) {
            return Mono.error(new JournalBroken("the store holds a checkpoint of another log: " + said.origin()));
        }
        if (said.size() > size) {
            return Mono.error(
                    new JournalBroken("the journal holds " + size + " records, fewer than its checkpoint's " + said.size()));
        }
        return said.size() < size || java.util.Arrays.equals(said.root(), ledger.tail().head().frontier().root())
                ? Mono.empty()
                : Mono.error(new JournalBroken("the checkpoint of " + size + " records has another root"));
    }

    private static Mono<Void> refuse(Ledger ledger, JournalBroken reason) {
        ledger.refuse(String.valueOf(reason.getMessage()));
        return Mono.empty();
    }

    private Mono<byte[]> commit(long number) {
        return archive.get(Layout.commit(number), Link.MAX_BYTES);
    }
}
