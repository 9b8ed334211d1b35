package guidang.server.inspection;

import guidang.server.kernel.Digests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.bouncycastle.jcajce.provider.digest.SM3;
import org.springframework.core.io.buffer.DataBuffer;

/// A file on its way in: written, counted and digested as it comes. Blocking;
/// removed when closed.
final class SpoolFile implements AutoCloseable {
    private final Path path;
    private final FileChannel channel;
    private final MessageDigest sha256 = Digests.sha256();
    /// GB/T 32905.
    private final MessageDigest sm3 = new SM3.Digest();
    private long size;

    private SpoolFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /// @throws IOException
    ///             where there is a file of that name
    static SpoolFile create(Path folder, String name) throws IOException {
        Path path = folder.resolve(name);
        return new SpoolFile(path, FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    }

    /// Ignored when closed: that is a cancelled upload's last buffer.
    synchronized void write(DataBuffer buffer) {
        if (!channel.isOpen()) {
            return;
        }
        try (DataBuffer.ByteBufferIterator parts = buffer.readableByteBuffers()) {
            while (parts.hasNext()) {
                write(parts.next());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(ByteBuffer part) throws IOException {
        size += part.remaining();
        sha256.update(part.duplicate());
        sm3.update(part.duplicate());
        while (part.hasRemaining()) {
            channel.write(part);
        }
    }

    /// Ends the file. Not synced: it need not outlive this process.
    synchronized Spooled content() throws IOException {
        channel.close();
        HexFormat hex = HexFormat.of();
        return new Spooled(path, size, hex.formatHex(sha256.digest()), hex.formatHex(sm3.digest()));
    }

    @Override
    public synchronized void close() throws IOException {
        channel.close();
        Files.deleteIfExists(path);
    }
}
