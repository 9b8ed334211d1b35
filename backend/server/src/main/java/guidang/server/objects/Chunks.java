package guidang.server.objects;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Contents as chunks of at most 64 KiB, read as they are asked for.
final class Chunks {
    static final int AHEAD = 4;

    private Chunks() {
    }

    /// The range of the array, clipped to it; the chunks are read-only views.
    static Flux<ByteBuffer> of(byte[] bytes, long offset, long length) {
        long end = Math.min(bytes.length, offset + Math.min(length, bytes.length));
        return Flux.generate(() -> offset, (at, sink) -> {
            if (at >= end) {
                sink.complete();
                return at;
            }
            int size = (int) Math.min(Range.CHUNK, end - at);
            sink.next(ByteBuffer.wrap(bytes, at.intValue(), size).slice().asReadOnlyBuffer());
            return at + size;
        });
    }

    /// The range of the file, clipped to it; empty where there is no file. Read on
    /// boundedElastic, published on parallel.
    static Flux<ByteBuffer> of(Path file, long offset, long length) {
        return Flux.usingWhen(Blocking.call(() -> Range.open(file, offset, length)), Range::chunks, Range::closing)
                .publishOn(Schedulers.parallel(), AHEAD);
    }

    /// What a payload holds.
    static Flux<ByteBuffer> of(Payload payload) {
        return switch (payload) {
            case Payload.Bytes memory -> of(memory.bytes(), 0, memory.length());
            case Payload.LocalFile file -> of(file.path(), 0, file.length());
            case Payload.Stored stored -> stored.store().read(stored.key(), 0, stored.length());
        };
    }

    /// All of a payload in memory.
    ///
    /// Errors with [IllegalStateException] where it is shorter than it says.
    static Mono<byte[]> whole(Payload payload) {
        if (payload instanceof Payload.Bytes memory) {
            return Mono.just(memory.bytes());
        }
        return Mono.defer(() -> {
            byte[] all = new byte[Math.toIntExact(payload.length())];
            return of(payload).reduce(ByteBuffer.wrap(all), ByteBuffer::put).map(read -> complete(payload, read.position(), all));
        });
    }

    /// The value, if as many bytes were read as the payload says.
    static <T> T complete(Payload payload, long read, T value) {
        if (read != payload.length()) {
            throw new IllegalStateException("a payload of " + payload.length() + " bytes held " + read);
        }
        return value;
    }

    /// The bytes of an object, if no more than the limit.
    static byte[] within(int limit, byte[] bytes) {
        if (bytes.length > limit) {
            throw tooLarge(limit, bytes.length);
        }
        return bytes;
    }

    static IllegalStateException tooLarge(int limit, long size) {
        return new IllegalStateException("an object of " + size + " bytes, where at most " + limit + " are expected");
    }
}
