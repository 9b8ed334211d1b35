package guidang.server.objects;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Collection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Does what the store behind it does, until a test overrides something.
public class ForwardingStore implements ObjectStore {
    private final ObjectStore store;

    public ForwardingStore(ObjectStore store) {
        this.store = store;
    }

    @Override
    public Mono<Put> putIfAbsent(String key, Payload payload) {
        return store.putIfAbsent(key, payload);
    }

    @Override
    public Mono<Void> replace(String key, byte[] bytes) {
        return store.replace(key, bytes);
    }

    @Override
    public Mono<byte[]> get(String key, int limit) {
        return store.get(key, limit);
    }

    @Override
    public Flux<ByteBuffer> read(String key, long offset, long length) {
        return store.read(key, offset, length);
    }

    @Override
    public Mono<Long> size(String key) {
        return store.size(key);
    }

    @Override
    public Mono<Instant> madeAt(String key) {
        return store.madeAt(key);
    }

    @Override
    public Flux<String> list(String prefix, String after) {
        return store.list(prefix, after);
    }

    @Override
    public Mono<Void> delete(String key) {
        return store.delete(key);
    }

    @Override
    public Mono<Removal> destroy(String key) {
        return store.destroy(key);
    }

    @Override
    public Mono<Void> sync(Collection<String> keys) {
        return store.sync(keys);
    }
}
