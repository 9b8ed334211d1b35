package guidang.server.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
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
    private static class Store extends ForwardingStore {
        Store() {
            super(MemoryObjects.archive());
        }
    }
}
