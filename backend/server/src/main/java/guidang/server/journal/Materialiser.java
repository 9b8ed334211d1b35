package guidang.server.journal;

import guidang.server.objects.Layout;
import guidang.server.objects.ObjectStore;
import guidang.server.objects.Payload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/// Keeps what follows from the commits: stream records, operations, full tiles,
/// checkpoints, and then the watermark (PROTOCOL 8). Any replica does it, any
/// number of times. On the journal's thread only.
final class Materialiser {
    private static final Logger LOG = LoggerFactory.getLogger(Materialiser.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int MOST_RECORDS = 1000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int WIDTH = 16;
    private static final int MOST_BYTES = 1 << 25;
    private static final int MOST_UNSYNCED = 20_000;
    private static final Duration SEAL_AFTER = Duration.ofSeconds(10);

    private final ObjectStore archive;
    private final Scheduler thread;
    private final InstantSource clock;
    private final Ledger ledger;
    private final LogKey key;
    private final String replica;
    private final Phase phase;
    private final Set<String> unsynced = new HashSet<>();
    private long written;
    private Instant oldest = Instant.EPOCH;
    private Instant published = Instant.EPOCH;
    private WatermarkDocument seen = new WatermarkDocument(1, 0, "");
    private Instant moved = Instant.EPOCH;

    /// When it works.
    enum Phase {
        /// Before anybody is served. What is there may be torn by a power cut and is
        /// compared; the published checkpoint stays, as it is evidence until it has been
        /// compared itself.
        OPENING,
        /// While commits come in.
        RUNNING
    }

    Materialiser(ObjectStore archive, Scheduler thread, InstantSource clock, Ledger ledger, LogKey key, String replica,
            Phase phase) {
        this.archive = archive;
        this.thread = thread;
        this.clock = clock;
        this.ledger = ledger;
        this.key = key;
        this.replica = replica;
        this.phase = phase;
        this.written = ledger.watermark();
    }

    /// For ever.
    Mono<Void> run() {
        return Mono.defer(() -> Mono.delay(PAUSE, thread).then(Mono.defer(this::turn)).onErrorResume(this::failed)).repeat()
                .then();
    }

    /// Everything up to the head, durable.
    Mono<Void> toHead() {
        return Mono.defer(this::round).repeat(() -> written < ledger.position()).then(Mono.defer(this::seal));
    }

    private Mono<Void> turn() {
        if (ledger.watermark() == ledger.position() || ledger.refusal() != null) {
            moved = clock.instant();
            return Mono.empty();
        }
        return watermark(archive).publishOn(thread).doOnNext(this::adopt).flatMap(now -> mine(now) ? work() : Mono.empty());
    }

    /// Takes over how far another replica has come.
    private void adopt(WatermarkDocument now) {
        if (!now.equals(seen)) {
            seen = now;
            moved = clock.instant();
        }
        if (!now.by().equals(replica) && now.commits() > ledger.watermark() && now.commits() <= ledger.position()) {
            ledger.materialised(now.commits());
        }
    }

    private boolean mine(WatermarkDocument now) {
        return now.by().equals(replica) || clock.instant().isAfter(moved.plus(PATIENCE));
    }

    private Mono<Void> work() {
        if (written <= ledger.watermark()) {
            written = ledger.watermark();
            unsynced.clear();
        }
        return Mono.defer(() -> round().then(Mono.defer(this::sealInTime))).repeat(() -> written < ledger.position()).then();
    }

    /// How far the store says that all is materialised; 0 where it does not say.
    static Mono<WatermarkDocument> watermark(ObjectStore archive) {
        return archive.get(Layout.watermark(), 4096).map(bytes -> JournalJson.read(bytes, WatermarkDocument.class))
                .onErrorResume(IllegalArgumentException.class, torn -> Mono.empty())
                .defaultIfEmpty(new WatermarkDocument(1, 0, ""));
    }

    private Mono<Void> round() {
        List<Link> links = ledger.tail().from(written, MOST_RECORDS);
        if (links.isEmpty()) {
            return Mono.empty();
        }
        Link last = links.getLast();
        Map<String, byte[]> derived = derived(links);
        oldest = unsynced.isEmpty() ? clock.instant() : oldest;
        unsynced.addAll(derived.keySet());
        return ledger.settle().thenMany(Flux.fromIterable(derived.entrySet()))
                .flatMap(each -> keep(each.getKey(), each.getValue()), WIDTH)
                .then(Mono.defer(() -> checkpoint(last))).publishOn(thread)
                .then(Mono.fromRunnable(() -> written = last.number() + 1));
    }

    private Mono<Void> keep(String path, byte[] bytes) {
        return archive.putIfAbsent(path, Payload.of(bytes))
                .flatMap(found -> phase == Phase.OPENING && found == ObjectStore.Put.OCCUPIED ? mend(path, bytes) : Mono.empty());
    }

    private Mono<Void> mend(String path, byte[] bytes) {
        return archive.get(path, MOST_BYTES).filter(there -> Arrays.equals(there, bytes)).hasElement()
                .flatMap(whole -> whole ? Mono.empty() : archive.replace(path, bytes));
    }

    /// Syncing thousands of small files is dear, and nobody waits for it: seldom,
    /// many at once.
    private Mono<Void> sealInTime() {
        boolean due = unsynced.size() > MOST_UNSYNCED || ledger.tail().weight() > Ledger.ROOM / 2
                || clock.instant().isAfter(oldest.plus(SEAL_AFTER));
        return due ? seal() : Mono.empty();
    }

    private Mono<Void> seal() {
        long now = Math.max(written, ledger.watermark());
        List<String> keys = List.copyOf(unsynced);
        return archive.sync(keys).then(Mono.defer(() -> mark(now))).publishOn(thread).then(Mono.fromRunnable(() -> {
            unsynced.clear();
            ledger.materialised(now);
        }));
    }

    /// What never changes once it is there, whoever makes it: put, not replaced, so
    /// that no later writer can undo what an earlier one has made durable.
    private Map<String, byte[]> derived(List<Link> links) {
        Map<String, byte[]> derived = new LinkedHashMap<>();
        for (Link link : links) {
            operations(link, derived);
            streams(link, derived);
        }
        for (RightEdge.Full tile : ledger.tilesBelow(links.getLast().number() + 1)) {
            derived.put(Layout.tile(tile.path()), tile.bytes());
        }
        return derived;
    }

    private static void operations(Link link, Map<String, byte[]> derived) {
        int from = 0;
        for (CommitDocument.Operation each : link.operations()) {
            List<String> own = link.leaves().subList(from, from + each.records());
            long first = link.before().frontier().size() + from;
            derived.put(Layout.operation(new guidang.server.kernel.OperationId(each.id())), JournalJson.bytes(
                    new OperationDocument(1, link.number(), link.after().time().toString(), each.request(), first, own)));
            from += each.records();
        }
    }

    private static void streams(Link link, Map<String, byte[]> derived) {
        for (int i = 0; i < link.records().size(); i++) {
            JournalRecord record = link.records().get(i);
            String stream = record.stream().value();
            derived.put(Layout.streamRecord(stream, record.position()),
                    JournalJson.bytes(StreamDocument.of(record, link.leaves().get(i))));
        }
    }

    /// The checkpoint of the newest of the commits; found there with another
    /// origin, size or root: two histories, this replica stops (PROTOCOL 7).
    private Mono<Void> checkpoint(Link last) {
        Frontier frontier = last.after().frontier();
        String note = key.sign(frontier.size(), frontier.root());
        return archive.putIfAbsent(Layout.checkpoint(last.number()), Payload.of(note.getBytes(StandardCharsets.UTF_8)))
                .flatMap(found -> found == ObjectStore.Put.CREATED ? Mono.<Void>empty() : compare(last.number(), note))
                .then(Mono.defer(() -> publish(note)));
    }

    private Mono<Void> compare(long number, String note) {
        return archive.get(Layout.checkpoint(number), 4096).publishOn(thread).flatMap(bytes -> {
            if (Checkpoint.parse(new String(bytes, StandardCharsets.UTF_8)).says(Checkpoint.parse(note))) {
                return Mono.empty();
            }
            ledger.refuse("the checkpoint of commit " + number + " in the store is of another log or another tree");
            return Mono.error(new JournalBroken(number, "its checkpoint says otherwise"));
        });
    }

    /// The copy for people with only the bucket: at most once a second.
    private Mono<Void> publish(String note) {
        Instant now = clock.instant();
        if (phase == Phase.OPENING || now.isBefore(published.plusSeconds(1))) {
            return Mono.empty();
        }
        published = now;
        return archive.replace(Layout.latestCheckpoint(), note.getBytes(StandardCharsets.UTF_8));
    }

    private Mono<Void> mark(long commits) {
        return archive.replace(Layout.watermark(), JournalJson.bytes(new WatermarkDocument(1, commits, replica)));
    }

    private Mono<Void> failed(Throwable reason) {
        LOG.warn("Materialising waits: {}", reason.toString());
        return Mono.empty();
    }
}
