package guidang.reader.formats;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/// The parts of a zip container, read in place: nothing is unpacked to the
/// disk. No part may grow out of proportion, and all that are read together not
/// beyond a limit; then reading throws [TooMuch].
public final class ZipParts implements AutoCloseable {
    /// Bytes unpacked, of all parts that are read.
    private static final long LIMIT = 256L << 20;
    /// Below this nobody asks how far a part was compressed, in bytes.
    private static final long GRACE = 1 << 20;
    private static final long RATIO = 200;

    private final ZipFile zip;
    private long unpacked;

    /// @throws IOException
    ///             where the file is no container
    public ZipParts(Path file) throws IOException {
        this.zip = new ZipFile(file.toFile());
    }

    public boolean has(String name) {
        return zip.getEntry(name) != null;
    }

    /// Whether the name of any part, not of a folder, is such.
    public boolean hasAny(Predicate<String> name) {
        return zip.stream().anyMatch(entry -> !entry.isDirectory() && name.test(entry.getName()));
    }

    /// The first parts whose names are such, those in the folder's numbers' order:
    /// `slide2.xml` before `slide10.xml`.
    List<String> first(int most, Predicate<String> name) {
        return zip.stream().map(ZipEntry::getName).filter(name)
                .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder())).limit(most).toList();
    }

    /// The part's bytes; null where it is not there.
    public @Nullable InputStream open(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        return entry == null ? null : new Counted(zip.getInputStream(entry), entry.getCompressedSize());
    }

    /// The part as XML; null where it is not there.
    @Nullable
    Xml xml(String name) throws IOException {
        InputStream in = open(name);
        return in == null ? null : new Xml(in);
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
        private final long limit;
        private long count;

        /// @param compressed
        ///            size in the container, in bytes
        Counted(InputStream in, long compressed) {
            super(in);
            this.limit = Math.max(GRACE, RATIO * Math.max(0, compressed));
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int bytes) throws TooMuch {
            count += bytes;
            unpacked += bytes;
            if (count > limit || unpacked > LIMIT) {
                throw new TooMuch("bytes unpacked");
            }
        }
    }
}
