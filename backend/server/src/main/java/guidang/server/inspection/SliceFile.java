package guidang.server.inspection;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.springframework.core.io.buffer.DataBuffer;

/// A part on its way in. Blocking; removed when closed.
final class SliceFile implements AutoCloseable {
    private final Path path;
    private final FileChannel channel;

    private SliceFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    static SliceFile create(Path path) throws IOException {
        return new SliceFile(path, FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    }

    void write(DataBuffer buffer) throws IOException {
        try (DataBuffer.ByteBufferIterator parts = buffer.readableByteBuffers()) {
            while (parts.hasNext()) {
                var part = parts.next();
                while (part.hasRemaining()) {
                    channel.write(part);
                }
            }
        }
    }

    Path path() {
        return path;
    }

    long size() throws IOException {
        return channel.size();
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(path);
    }
}
