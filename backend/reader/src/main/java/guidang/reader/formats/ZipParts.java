package guidang.reader.formats;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/// The parts of a zip container, read in place: nothing is unpacked to the
/// disk, and together they may not grow beyond a limit.
final class ZipParts implements AutoCloseable {
    /// Bytes unpacked, of all parts that are read.
    private static final long LIMIT = 256L << 20;

    private final ZipFile zip;
    private long unpacked;

    ZipParts(Path file) throws IOException {
        this.zip = new ZipFile(file.toFile());
    }

    boolean has(String name) {
        return zip.getEntry(name) != null;
    }

    /// Whether any part's name begins so.
    boolean hasFolder(String prefix) {
        return zip.stream().anyMatch(entry -> entry.getName().startsWith(prefix) && !entry.isDirectory());
    }

    /// The part as XML; null where it is not there.
    @Nullable
    Xml xml(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        return entry == null ? null : new Xml(new Counted(zip.getInputStream(entry)));
    }

    /// The part as XML.
    ///
    /// @throws ZipException
    ///             where it is not there
    Xml need(String name) throws IOException {
        Xml xml = xml(name);
        if (xml == null) {
            throw new ZipException("a part is missing");
        }
        return xml;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private final class Counted extends FilterInputStream {
        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int start, int length) throws IOException {
            int read = super.read(bytes, start, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int bytes) throws IOException {
            unpacked += bytes;
            if (unpacked > LIMIT) {
                throw new TooMuch("bytes unpacked");
            }
        }
    }
}
