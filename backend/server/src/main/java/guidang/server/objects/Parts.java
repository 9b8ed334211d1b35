package guidang.server.objects;

import java.nio.ByteBuffer;
import java.util.Arrays;
import reactor.core.publisher.Flux;
import reactor.core.publisher.SynchronousSink;

/// Gathers chunks into parts of one size, the last one smaller; holds one part
/// in memory.
final class Parts {
    /// The least that S3 takes for a part that is not the last.
    static final int SIZE = 5 << 20;

    private byte[] part = new byte[0];
    private int filled;
    private long left;

    private Parts(long length) {
        this.left = length;
    }

    /// Errors with [IllegalStateException] where the payload is not as long as
    /// it says.
    static Flux<byte[]> of(Payload payload) {
        return Flux.defer(() -> {
            Parts parts = new Parts(payload.length());
            return Chunks.of(payload).<byte[]>handle(parts::add).concatWith(Flux.defer(() -> parts.end(payload)));
        });
    }

    private void add(ByteBuffer chunk, SynchronousSink<byte[]> sink) {
        if (filled == 0) {
            part = new byte[(int) Math.min(SIZE, left)];
        }
        int taken = Math.min(chunk.remaining(), part.length - filled);
        chunk.get(part, filled, taken);
        filled += taken;
        left -= taken;
        if (filled == part.length) {
            byte[] full = part;
            filled = 0;
            rest(chunk);
            sink.next(full);
        }
    }

    private void rest(ByteBuffer chunk) {
        if (chunk.hasRemaining()) {
            filled = chunk.remaining();
            part = new byte[(int) Math.min(SIZE, left)];
            if (filled > part.length) {
                throw new IllegalStateException("a payload is longer than it says");
            }
            chunk.get(part, 0, filled);
            left -= filled;
        }
    }

    private Flux<byte[]> end(Payload payload) {
        Chunks.complete(payload, payload.length() - left, part);
        return filled == 0 ? Flux.empty() : Flux.just(Arrays.copyOf(part, filled));
    }
}
