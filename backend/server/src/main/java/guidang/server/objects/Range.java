package guidang.server.objects;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;

/// An open range of a file, read forward in chunks. Blocking, but for
/// [#closing].
final class Range {
    private final FileChannel file;
    private long left;

    private Range(FileChannel file, long left) {
        this.file = file;
        this.left = left;
    }

    /// Null where there is no such file.
    static @Nullable Range open(Path path, long offset, long length) throws IOException {
        try {
            FileChannel file = FileChannel.open(path, StandardOpenOption.READ);
            file.position(offset);
            return new Range(file, length);
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    /// Gives the next chunk, or the end.
    void next(SynchronousSink<ByteBuffer> sink) {
        try {
            ByteBuffer chunk = ByteBuffer.allocate((int) Math.min(Chunks.SIZE, left));
            if (left == 0 || file.read(chunk) < 0) {
                sink.complete();
            } else {
                left -= chunk.position();
                sink.next(chunk.flip());
            }
        } catch (AsynchronousCloseException e) {
            // whoever asked is gone
            sink.complete();
        } catch (IOException e) {
            sink.error(new StoreUnavailable("a file could not be read", e));
        }
    }

    /// Closes the file; a chunk being read is given up.
    Mono<Void> closing() {
        return Blocking.run(file::close);
    }
}
