package guidang.server.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;

class PartsTest {
    @ParameterizedTest
    @ValueSource(ints = {1, Parts.SIZE - 1, Parts.SIZE, Parts.SIZE + 1, 2 * Parts.SIZE, 2 * Parts.SIZE + 77_777})
    void partsAreOfOneSizeButTheLast(int size) {
        byte[] bytes = ObjectStoreContract.random(size);
        List<byte[]> parts = ObjectStoreContract.await(Parts.of(odd(bytes, size)).collectList());
        assertThat(parts.subList(0, parts.size() - 1)).allMatch(part -> part.length == Parts.SIZE);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        parts.forEach(all::writeBytes);
        assertThat(all.toByteArray()).isEqualTo(bytes);
        assertThat(parts).hasSize((size + Parts.SIZE - 1) / Parts.SIZE);
    }

    @Test
    void aWrongLengthIsAnError() {
        byte[] bytes = ObjectStoreContract.random(Parts.SIZE + 10);
        for (int said : new int[]{10, Parts.SIZE, Parts.SIZE + 9, Parts.SIZE + 11, 3 * Parts.SIZE}) {
            assertThatIllegalStateException().as("said to have %d", said)
                    .isThrownBy(() -> ObjectStoreContract.done(Parts.of(odd(bytes, said))));
        }
    }

    /// A store that gives chunks of any size.
    private static Payload odd(byte[] bytes, long said) {
        List<ByteBuffer> chunks = new ArrayList<>();
        Random random = new Random(bytes.length);
        for (int at = 0; at < bytes.length;) {
            int size = Math.min(bytes.length - at, 1 + random.nextInt(64 * 1024));
            chunks.add(ByteBuffer.wrap(bytes, at, size).slice());
            at += size;
        }
        return new Payload.Stored(new ForwardingStore(MemoryObjects.archive()) {
            @Override
            public Flux<ByteBuffer> read(String key, long offset, long length) {
                return Flux.fromIterable(chunks);
            }
        }, "key", said);
    }
}
