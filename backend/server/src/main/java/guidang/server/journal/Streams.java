package guidang.server.journal;

import guidang.server.objects.Layout;
import guidang.server.objects.ObjectStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/// The streams that are loaded, each as of this replica's view: read from what
/// is materialised, advanced by the tail, then by every commit. Bounded; those
/// that a waiting command needs stay. On the journal's thread only.
final class Streams {
    private static final int LIMIT = 8 * Leaf.MAX_BYTES;
    private static final int WINDOW = 32;

    private final ObjectStore archive;
    private final Scheduler thread;
    private final Tail tail;
    private final int bound;
    private final Map<StreamKey, List<JournalRecord>> loaded = new LinkedHashMap<>(64, 0.75f, true);
    private final Map<StreamKey, Integer> pins = new LinkedHashMap<>();
    private long records;

    Streams(ObjectStore archive, Scheduler thread, Tail tail, int bound) {
        this.archive = archive;
        this.thread = thread;
        this.tail = tail;
        this.bound = bound;
    }

    /// The stream's records at the view; null where it is not loaded.
    @Nullable
    List<JournalRecord> peek(StreamKey key) {
        return loaded.get(key);
    }

    Mono<List<JournalRecord>> get(StreamKey key) {
        List<JournalRecord> there = loaded.get(key);
        return there != null ? Mono.just(there) : load(key);
    }

    Mono<Void> load(Collection<StreamKey> keys) {
        return Flux.fromIterable(keys).filter(key -> !loaded.containsKey(key)).flatMap(this::load, 16).then();
    }

    void pin(Collection<StreamKey> keys) {
        keys.forEach(key -> pins.merge(key, 1, Integer::sum));
    }

    void unpin(Collection<StreamKey> keys) {
        keys.forEach(key -> pins.computeIfPresent(key, (k, n) -> n == 1 ? null : n - 1));
    }

    void apply(Link link) {
        for (JournalRecord record : link.records()) {
            List<JournalRecord> before = loaded.get(record.stream());
            if (before != null) {
                loaded.put(record.stream(), with(before, List.of(record)));
                records++;
            }
        }
        evict();
    }

    private Mono<List<JournalRecord>> load(StreamKey key) {
        return Mono.defer(() -> {
            long stamp = tail.hold();
            return materialised(key).publishOn(thread).map(found -> keep(key, found))
                    .doFinally(end -> release(stamp));
        });
    }

    private void release(long stamp) {
        if (!thread.isDisposed()) {
            thread.schedule(() -> tail.release(stamp));
        }
    }

    /// All materialised records: windows of growing width, from position 0, until
    /// one is absent. What another replica materialises meanwhile may show behind a
    /// gap: the tail has it.
    private Mono<List<JournalRecord>> materialised(StreamKey key) {
        return window(key, 0, 1, new ArrayList<>());
    }

    private Mono<List<JournalRecord>> window(StreamKey key, int from, int width, List<JournalRecord> found) {
        return Flux.range(from, width).flatMapSequential(position -> record(key, position), WINDOW).collectList()
                .flatMap(some -> {
                    some.stream().takeWhile(record -> record.position() == found.size()).forEach(found::add);
                    return found.size() < from + width
                            ? Mono.just(found)
                            : window(key, from + width, Math.min(width * 2, WINDOW), found);
                });
    }

    private Mono<JournalRecord> record(StreamKey key, int position) {
        return archive.get(Layout.streamRecord(key.value(), position), LIMIT)
                .map(bytes -> JournalJson.read(bytes, StreamDocument.class).toRecord());
    }

    private List<JournalRecord> keep(StreamKey key, List<JournalRecord> found) {
        List<JournalRecord> there = loaded.get(key);
        if (there != null) {
            return there;
        }
        long view = tail.head().position();
        List<JournalRecord> below = found.stream().filter(r -> r.commit() < view).toList();
        List<JournalRecord> since = tail.stream(key).stream().filter(r -> r.position() >= below.size()).toList();
        List<JournalRecord> all = with(below, since);
        loaded.put(key, all);
        records += all.size() + 1;
        return all;
    }

    private static List<JournalRecord> with(List<JournalRecord> before, List<JournalRecord> more) {
        List<JournalRecord> all = new ArrayList<>(before.size() + more.size());
        all.addAll(before);
        all.addAll(more);
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).position() != i) {
                throw new JournalBroken(all.get(i).commit(), "stream " + all.get(i).stream() + " has position "
                        + all.get(i).position() + " where " + i + " is due");
            }
        }
        return List.copyOf(all);
    }

    private void evict() {
        Iterator<Map.Entry<StreamKey, List<JournalRecord>>> oldest = loaded.entrySet().iterator();
        while (records > bound && oldest.hasNext()) {
            Map.Entry<StreamKey, List<JournalRecord>> entry = oldest.next();
            if (!pins.containsKey(entry.getKey())) {
                records -= entry.getValue().size() + 1L;
                oldest.remove();
            }
        }
    }
}
