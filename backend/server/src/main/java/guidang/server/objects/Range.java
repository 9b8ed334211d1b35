package guidang.server.objects;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;
import reactor.core.scheduler.Schedulers;

/// An open stream of bytes, read forward in chunks of at most 64 KiB, and
/// closed between two of them.
final class Range {
    static final int CHUNK = 64 * 1024;

    private final InputStream in;
    private long left;
    private boolean closed;

    Range(InputStream in, long length) {
        this.in = in;
        this.left = length;
    }

    /// Null where there is no such file. Blocks.
    static @Nullable Range open(Path path, long offset, long length) throws IOException {
        try {
            FileChannel file = FileChannel.open(path, StandardOpenOption.READ);
            file.position(offset);
            return new Range(Channels.newInputStream(file), length);
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    /// The chunks, read on boundedElastic as they are asked for.
    Flux<ByteBuffer> chunks() {
        return Flux.<ByteBuffer>generate(this::next).subscribeOn(Schedulers.boundedElastic());
    }

    Mono<Void> closing() {
        return Blocking.run(this::close);
    }

    private synchronized void next(SynchronousSink<ByteBuffer> sink) {
        try {
            byte[] chunk = new byte[closed ? 0 : (int) Math.min(CHUNK, left)];
            int read = in.readNBytes(chunk, 0, chunk.length);
            left -= read;
            if (read == 0) {
                sink.complete();
            } else {
                sink.next(ByteBuffer.wrap(chunk, 0, read));
            }
        } catch (SocketTimeoutException e) {
            sink.error(new StoreUnavailable("reading took too long", e));
        } catch (ClosedByInterruptException | InterruptedIOException e) {
            // whoever asked is gone
            sink.complete();
        } catch (IOException e) {
            sink.error(new StoreUnavailable("reading broke off", e));
        }
    }

    private synchronized void close() throws IOException {
        closed = true;
        in.close();
    }
}
