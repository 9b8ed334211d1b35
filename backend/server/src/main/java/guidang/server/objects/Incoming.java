package guidang.server.objects;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// A file that is being written and has no key yet; gone when closed. Read-only
/// from the start: only this channel can write to it.
final class Incoming implements AutoCloseable {
    static final Set<PosixFilePermission> READ_ONLY = PosixFilePermissions.fromString("r--r--r--");
    private static final FileAttribute<?> CREATED_READ_ONLY = PosixFilePermissions.asFileAttribute(READ_ONLY);
    private static final Set<StandardOpenOption> NEW = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    private final Path path;
    private final FileChannel channel;

    private Incoming(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    static Incoming create(Path path) throws IOException {
        return new Incoming(path, FileChannel.open(path, NEW, CREATED_READ_ONLY));
    }

    Path path() {
        return path;
    }

    FileChannel channel() {
        return channel;
    }

    /// Writes all of them, and tells how many.
    long write(ByteBuffer bytes) {
        long size = bytes.remaining();
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            return size;
        } catch (IOException e) {
            throw new StoreUnavailable("a file could not be written", e);
        }
    }

    void copy(Path source) throws IOException {
        try (FileChannel from = FileChannel.open(source, StandardOpenOption.READ)) {
            long size = from.size();
            for (long at = 0; at < size;) {
                at += from.transferTo(at, size - at, channel);
            }
            channel.position(size);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
