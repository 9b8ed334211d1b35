package guidang.server.journal;

import guidang.server.kernel.OperationId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The newest commits, held in memory: at least all from the watermark on, and
/// back to the oldest stamp in use. On the journal's thread only.
final class Tail {
    private final TreeMap<Long, Link> links = new TreeMap<>();
    private final Map<String, Long> operations = new HashMap<>();
    private final Map<StreamKey, List<JournalRecord>> streams = new HashMap<>();
    private final TreeMap<Long, Integer> stamps = new TreeMap<>();
    private long watermark;
    private long weight;
    private Chain head;

    Tail(Chain start) {
        this.head = start;
        this.watermark = start.position();
    }

    Chain head() {
        return head;
    }

    /// Below this all is materialised and durable.
    long watermark() {
        return watermark;
    }

    void add(Link link) {
        links.put(link.number(), link.light());
        weight += link.size();
        link.operations().forEach(o -> operations.put(o.id(), link.number()));
        link.records().forEach(r -> streams.computeIfAbsent(r.stream(), k -> new ArrayList<>(2)).add(r));
        head = link.after();
    }

    @Nullable
    Link at(long number) {
        return links.get(number);
    }

    /// The commits from that number on, one at least, until they hold so
    /// many records.
    List<Link> from(long number, int records) {
        List<Link> some = new ArrayList<>();
        int held = 0;
        for (Link link : links.tailMap(number).values()) {
            if (held >= records) {
                break;
            }
            some.add(link);
            held += link.records().size();
        }
        return some;
    }

    /// The size of the commits in it as objects, in bytes; in memory about three
    /// times as much.
    long weight() {
        return weight;
    }

    @Nullable
    Link of(OperationId operation) {
        Long number = operations.get(operation.value());
        return number == null ? null : links.get(number);
    }

    List<JournalRecord> stream(StreamKey key) {
        return streams.getOrDefault(key, List.of());
    }

    /// Keeps the tail back to the present watermark until released: what was read
    /// from the store now can still be advanced then.
    long hold() {
        stamps.merge(watermark, 1, Integer::sum);
        return watermark;
    }

    void release(long stamp) {
        stamps.computeIfPresent(stamp, (k, n) -> n == 1 ? null : n - 1);
    }

    void materialised(long upTo) {
        watermark = Math.max(watermark, upTo);
    }

    /// Lets go of what is older than the watermark and the stamps, and lies further
    /// back than the number of commits to keep or makes the tail too heavy.
    void trim(int keep, long heavy) {
        long needed = stamps.isEmpty() ? watermark : Math.min(watermark, stamps.firstKey());
        while (!links.isEmpty() && links.firstKey() < needed && (links.firstKey() < head.position() - keep || weight > heavy)) {
            forget(links.pollFirstEntry().getValue());
        }
    }

    private void forget(Link link) {
        weight -= link.size();
        link.operations().forEach(o -> operations.remove(o.id(), link.number()));
        for (JournalRecord record : link.records()) {
            streams.computeIfPresent(record.stream(), (k, records) -> {
                records.removeFirst();
                return records.isEmpty() ? null : records;
            });
        }
    }
}
