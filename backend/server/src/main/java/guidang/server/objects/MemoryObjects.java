package guidang.server.objects;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// A place in this process's memory, for tests and simulation: nothing survives
/// the process. Safe for any number of threads. Answers on the calling thread,
/// at once, so that a simulation decides when anything happens; only a
/// [Payload] from elsewhere is read where it lies.
public final class MemoryObjects implements ObjectStore {
    private final ConcurrentNavigableMap<String, Held> objects = new ConcurrentSkipListMap<>();
    private final Place place;
    private final InstantSource clock;

    private record Held(byte[] bytes, Instant madeAt) {}

    private MemoryObjects(Place place, InstantSource clock) {
        this.place = place;
        this.clock = clock;
    }

    public static MemoryObjects archive() {
        return new MemoryObjects(Place.ARCHIVE, InstantSource.system());
    }

    public static MemoryObjects work() {
        return work(InstantSource.system());
    }

    public static MemoryObjects work(InstantSource clock) {
        return new MemoryObjects(Place.WORK, clock);
    }

    @Override
    public Mono<Put> putIfAbsent(String key, Payload payload) {
        Keys.checked(key);
        return Chunks.whole(payload).map(bytes -> objects.putIfAbsent(key, held(bytes)) == null ? Put.CREATED : Put.OCCUPIED);
    }

    @Override
    public Mono<Void> replace(String key, byte[] bytes) {
        Keys.checked(key);
        return Mono.fromRunnable(() -> objects.put(key, held(bytes)));
    }

    @Override
    public Mono<byte[]> get(String key, int limit) {
        return found(key).map(bytes -> Chunks.within(limit, bytes).clone());
    }

    @Override
    public Flux<ByteBuffer> read(String key, long offset, long length) {
        return found(key).flatMapMany(bytes -> Chunks.of(bytes, offset, length));
    }

    @Override
    public Mono<Long> size(String key) {
        return found(key).map(bytes -> (long) bytes.length);
    }

    @Override
    public Mono<Instant> madeAt(String key) {
        return held(key).map(Held::madeAt);
    }

    @Override
    public Flux<String> list(String prefix, String after) {
        return Flux.defer(() -> Flux.fromIterable(objects.tailMap(prefix).keySet())).takeWhile(key -> key.startsWith(prefix))
                .filter(key -> key.compareTo(after) > 0);
    }

    @Override
    public Mono<Void> delete(String key) {
        Keys.checked(key);
        return place.mayDelete().then(Mono.fromRunnable(() -> objects.remove(key)));
    }

    @Override
    public Mono<Removal> destroy(String key) {
        return Mono.fromSupplier(() -> {
            objects.remove(Layout.destructible(key));
            return Removal.REMOVED;
        });
    }

    @Override
    public Mono<Void> sync(Collection<String> keys) {
        return Mono.empty();
    }

    private Held held(byte[] bytes) {
        return new Held(bytes, clock.instant());
    }

    private Mono<byte[]> found(String key) {
        return held(key).map(Held::bytes);
    }

    private Mono<Held> held(String key) {
        Keys.checked(key);
        return Mono.fromCallable(() -> objects.get(key));
    }
}
