package guidang.server.journal;

import guidang.server.objects.Layout;
import guidang.server.objects.ObjectStore;
import guidang.server.objects.Payload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private static final int MOST_COMMITS = 500;
    private static final int PATIENCE = 10;
    private static final int HINT_EVERY = 16;
    private static final int WIDTH = 16;

    private final ObjectStore archive;
    private final Scheduler thread;
    private final InstantSource clock;
    private final Ledger ledger;
    private final LogKey key;
    private final boolean publishes;
    private Instant published = Instant.EPOCH;
    private int skipped;

    /// @param publishes
    ///            whether the newest checkpoint's copy is replaced
    Materialiser(ObjectStore archive, Scheduler thread, InstantSource clock, Ledger ledger, LogKey key, boolean publishes) {
        this.archive = archive;
        this.thread = thread;
        this.clock = clock;
        this.ledger = ledger;
        this.key = key;
        this.publishes = publishes;
    }

    /// For ever. The replica that wrote last does the work; the others do it where
    /// it is left undone.
    Mono<Void> run(CommitLoop loop) {
        return Mono.defer(() -> Mono.delay(PAUSE, thread).then(Mono.defer(() -> turn(loop.hasWritten())))).repeat().then();
    }

    /// Everything up to the head, in rounds.
    Mono<Void> toHead() {
        return Mono.defer(this::round).repeat(() -> ledger.tail().watermark() < ledger.position()).then();
    }

    private Mono<Void> turn(boolean wrote) {
        if (ledger.tail().watermark() == ledger.position()) {
            skipped = 0;
            return Mono.empty();
        }
        if (!wrote && skipped++ < PATIENCE) {
            return adopt();
        }
        skipped = 0;
        return toHead().onErrorResume(this::failed);
    }

    /// Takes over how far another replica has come.
    private Mono<Void> adopt() {
        return watermark(archive).publishOn(thread).filter(found -> found <= ledger.position())
                .doOnNext(ledger::materialised).then().onErrorResume(this::failed);
    }

    /// How far the store says that all is materialised; 0 where it does not say.
    static Mono<Long> watermark(ObjectStore archive) {
        return archive.get(Layout.watermark(), 4096).map(bytes -> JournalJson.read(bytes, WatermarkDocument.class).commits())
                .onErrorResume(IllegalArgumentException.class, e -> Mono.empty()).defaultIfEmpty(0L);
    }

    private Mono<Void> round() {
        List<Link> links = ledger.tail().from(ledger.tail().watermark(), MOST_COMMITS);
        if (links.isEmpty()) {
            return Mono.empty();
        }
        Link last = links.getLast();
        Map<String, byte[]> derived = derived(links);
        return Flux.fromIterable(derived.entrySet())
                .flatMap(each -> archive.putIfAbsent(each.getKey(), Payload.of(each.getValue())), WIDTH)
                .then(Mono.defer(() -> hints(links))).publishOn(thread)
                .then(Mono.defer(() -> checkpoint(last))).then(Mono.defer(() -> mark(last.number() + 1)))
                .publishOn(thread).then(Mono.fromRunnable(() -> ledger.materialised(last.number() + 1)));
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

    /// A lower bound of the length of each longer stream, for readers to
    /// begin with.
    private Mono<Void> hints(List<Link> links) {
        Map<String, Integer> lengths = new LinkedHashMap<>();
        links.stream().flatMap(link -> link.records().stream()).filter(r -> r.position() % HINT_EVERY == HINT_EVERY - 1)
                .forEach(r -> lengths.put(r.stream().value(), r.position() + 1));
        return Flux.fromIterable(lengths.entrySet()).flatMap(each -> archive.replace(Layout.streamHead(each.getKey()),
                Integer.toString(each.getValue()).getBytes(StandardCharsets.US_ASCII)), WIDTH).then();
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
            if (record.position() % HINT_EVERY == HINT_EVERY - 1) {
                derived.put(Layout.streamHead(stream),
                        Integer.toString(record.position() + 1).getBytes(StandardCharsets.US_ASCII));
            }
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
        if (!publishes || now.isBefore(published.plusSeconds(1))) {
            return Mono.empty();
        }
        published = now;
        return archive.replace(Layout.latestCheckpoint(), note.getBytes(StandardCharsets.UTF_8));
    }

    private Mono<Void> mark(long commits) {
        List<String> keys = new ArrayList<>(List.of(Layout.watermark()));
        return archive.replace(Layout.watermark(), JournalJson.bytes(new WatermarkDocument(1, commits)))
                .then(Mono.defer(() -> archive.sync(keys)));
    }

    private Mono<Void> failed(Throwable reason) {
        LOG.warn("Materialising waits: {}", reason.toString());
        return Mono.empty();
    }
}
