package guidang.server.journal;

import guidang.server.objects.ObjectStore;
import java.util.Arrays;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What lies in the store, of one of two kinds. Behind a network, writes may
/// land late, and what landed stays. On a disk nothing lands late, but a power
/// cut takes names that nobody has synced, and tears what was replaced since the
/// last sync.
final class SimulatedBucket {
    private final TreeMap<String, Thing> things = new TreeMap<>();
    private final Simulation simulation;
    private final boolean network;

    SimulatedBucket(Simulation simulation, boolean network) {
        this.simulation = simulation;
        this.network = network;
    }

    boolean network() {
        return network;
    }

    /// @param durable
    ///            what a power cut leaves; null for nothing
    private record Thing(byte[] bytes, byte @Nullable [] durable) {}

    ObjectStore.Put putIfAbsent(String key, byte[] bytes) {
        Thing there = things.putIfAbsent(key, new Thing(bytes, network ? bytes : null));
        simulation.note((there == null ? "  made " : "  occupied ") + key);
        return there == null ? ObjectStore.Put.CREATED : ObjectStore.Put.OCCUPIED;
    }

    void replace(String key, byte[] bytes) {
        Thing there = things.get(key);
        things.put(key, new Thing(bytes, network ? bytes : there == null ? null : there.durable()));
    }

    byte @Nullable [] get(String key) {
        Thing there = things.get(key);
        return there == null ? null : there.bytes();
    }

    void sync(String key) {
        things.computeIfPresent(key, (k, thing) -> new Thing(thing.bytes(), thing.bytes()));
    }

    Iterable<String> keys(String prefix, String after) {
        return things.tailMap(prefix, true).keySet().stream().takeWhile(k -> k.startsWith(prefix))
                .filter(k -> k.compareTo(after) > 0)
                .toList();
    }

    void powerCut() {
        simulation.note("POWER CUT");
        for (String key : things.keySet().toArray(String[]::new)) {
            Thing thing = things.get(key);
            if (thing == null || Arrays.equals(thing.bytes(), thing.durable())) {
                continue;
            }
            byte[] left = survivor(key, thing);
            if (left == null) {
                things.remove(key);
                simulation.note("  lost " + key);
            } else {
                things.put(key, new Thing(left, left));
            }
        }
    }

    /// Commits and checkpoints have their bytes synced before their name: only the
    /// name can be lost. What is derived or replaced may also come back empty.
    private byte @Nullable [] survivor(String key, Thing thing) {
        if (simulation.chance(0.5)) {
            return thing.bytes();
        }
        boolean whole = key.startsWith("journal/commits/") || key.startsWith("journal/checkpoints/");
        return whole || simulation.chance(0.5) ? thing.durable() : new byte[0];
    }
}
