package guidang.server.filing;

import guidang.server.objects.ForwardingStore;
import guidang.server.objects.ObjectStore;
import guidang.server.objects.Payload;
import guidang.server.objects.StoreUnavailable;
import guidang.server.objects.WriteOutcomeUnknown;
import java.util.function.Function;
import java.util.function.Predicate;
import reactor.core.publisher.Mono;

/// A store whose writes fail as told: refused before anything was sent, or done
/// with the answer lost.
final class FaultyStore extends ForwardingStore {
    private volatile Predicate<String> failing = key -> false;
    private volatile Function<String, Throwable> failure = key -> new IllegalStateException();
    private volatile boolean done;

    FaultyStore(ObjectStore store) {
        super(store);
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
        return faulty(key, super.putIfAbsent(key, payload));
    }

    @Override
    public Mono<Void> replace(String key, byte[] bytes) {
        return faulty(key, super.replace(key, bytes));
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
    public Mono<Removal> destroy(String key) {
        return faulty(key, super.destroy(key));
    }

    @Override
    public Mono<Void> delete(String key) {
        return faulty(key, super.delete(key));
    }
}
