package guidang.server.filing;

import guidang.server.objects.ObjectStore;
import guidang.server.objects.Payload;
import guidang.server.objects.StoreUnavailable;
import guidang.server.objects.WriteOutcomeUnknown;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.function.Function;
import java.util.function.Predicate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// A store whose writes fail as told: refused before anything was sent, or done
/// with the answer lost.
final class FaultyStore implements ObjectStore {
    private final ObjectStore store;
    private volatile Predicate<String> failing = key -> false;
    private volatile Function<String, Throwable> failure = key -> new IllegalStateException();
    private volatile boolean done;

    FaultyStore(ObjectStore store) {
        this.store = store;
    }

    /// Writes of such keys are refused.
    void refuse(Predicate<String> keys) {
        done = false;
        failure = key -> new StoreUnavailable("told to refuse " + key, new java.io.IOException("read-only"));
        failing = keys;
    }

    /// Writes of such keys land, and nobody hears of it.
    void loseAnswers(Predicate<String> keys) {
        done = true;
        failure = key -> new WriteOutcomeUnknown("told to lose the answer of " + key, new java.io.IOException("reset"));
        failing = keys;
    }

    void heal() {
        failing = key -> false;
    }

    @Override
    public Mono<Put> putIfAbsent(String key, Payload payload) {
        return faulty(key, store.putIfAbsent(key, payload));
    }

    @Override
    public Mono<Void> replace(String key, byte[] bytes) {
        return faulty(key, store.replace(key, bytes));
    }

    private <T> Mono<T> faulty(String key, Mono<T> write) {
        return Mono.defer(() -> {
            if (!failing.test(key)) {
                return write;
            }
            Mono<T> failed = Mono.error(failure.apply(key));
            return done ? write.then(failed) : failed;
        });
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
    public Flux<String> list(String prefix, String after) {
        return store.list(prefix, after);
    }

    @Override
    public Mono<Void> delete(String key) {
        return faulty(key, store.delete(key));
    }

    @Override
    public Mono<Void> sync(Collection<String> keys) {
        return store.sync(keys);
    }
}
