package guidang.server.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.util.Collection;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class StoreProbeTest {
    @Test
    void anHonestStoreIsTaken() {
        assertThat(new StoreProbe(MemoryObjects.archive(), "memory").prove().blockOptional()).isEmpty();
    }

    @Test
    void aStoreWithTwoWinnersIsRefused() {
        refuses(new Store() {
            @Override
            public Mono<Put> putIfAbsent(String key, Payload payload) {
                return super.putIfAbsent(key, payload).thenReturn(Put.CREATED);
            }
        }, "create-if-absent: of 8 racing writers of one key 8 were told that they made it");
    }

    @Test
    void aStoreThatOverwritesIsRefused() {
        refuses(new Store() {
            @Override
            public Mono<Put> putIfAbsent(String key, Payload payload) {
                return super.putIfAbsent(key, payload).delayUntil(put -> replace(key, ((Payload.Bytes) payload).bytes()));
            }
        }, "unchanged");
    }

    @Test
    void aStoreThatLosesWhatItWasGivenIsRefused() {
        refuses(new Store() {
            @Override
            public Mono<byte[]> get(String key, int limit) {
                return Mono.empty();
            }
        }, "reading what was written");
    }

    @Test
    void aStoreThatDoesNotAnswerIsRefused() {
        refuses(new Store() {
            @Override
            public Mono<Put> putIfAbsent(String key, Payload payload) {
                return Mono.error(new StoreUnavailable("connection refused", new java.io.IOException("connection refused")));
            }
        }, "answering: connection refused");
    }

    private static void refuses(ObjectStore store, String property) {
        assertThatExceptionOfType(StoreRefused.class).isThrownBy(() -> new StoreProbe(store, "THE-STORE").prove().block())
                .withMessageContaining("THE-STORE").withMessageContaining(property);
    }

    /// Honest, until a test overrides something.
    static class Store implements ObjectStore {
        private final MemoryObjects objects = MemoryObjects.archive();

        @Override
        public Mono<Put> putIfAbsent(String key, Payload payload) {
            return objects.putIfAbsent(key, payload);
        }

        @Override
        public Mono<Void> replace(String key, byte[] bytes) {
            return objects.replace(key, bytes);
        }

        @Override
        public Mono<byte[]> get(String key, int limit) {
            return objects.get(key, limit);
        }

        @Override
        public Flux<ByteBuffer> read(String key, long offset, long length) {
            return objects.read(key, offset, length);
        }

        @Override
        public Mono<Long> size(String key) {
            return objects.size(key);
        }

        @Override
        public Flux<String> list(String prefix, String after) {
            return objects.list(prefix, after);
        }

        @Override
        public Mono<Void> delete(String key) {
            return objects.delete(key);
        }

        @Override
        public Mono<Void> sync(Collection<String> keys) {
            return objects.sync(keys);
        }
    }
}
