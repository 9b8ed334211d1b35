package guidang.server.bulk;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;

/// The list at a zip's end (APPNOTE 4.3.12), counted before anybody loads it: a
/// small file can list millions of members.
final class CentralDirectory {
    private static final int END = 0x06054b50;
    private static final int END_SIZE = 22;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final int LOCATOR = 0x07064b50;
    private static final int LOCATOR_SIZE = 20;
    private static final int END_64 = 0x06064b50;
    private static final int END_64_SIZE = 56;
    private static final long SEE_64 = 0xffffffffL;
    private static final int HEADER = 0x02014b50;
    private static final int HEADER_SIZE = 46;

    private CentralDirectory() {
    }

    /// How many members are listed, up to one more than the limit. Blocks.
    ///
    /// @throws IOException
    ///             where the file does not end as a zip does
    static int count(FileChannel zip, int limit) throws IOException {
        long size = zip.size();
        int tail = (int) Math.min(size, END_SIZE + LONGEST_COMMENT);
        ByteBuffer last = read(zip, size - tail, tail);
        for (int at = tail - END_SIZE; at >= 0; at--) {
            if (last.getInt(at) == END) {
                return headers(zip, start(zip, last, at, size - tail + at), limit);
            }
        }
        throw new IOException("no end of a central directory");
    }

    private static long start(FileChannel zip, ByteBuffer last, int at, long end) throws IOException {
        long size = Integer.toUnsignedLong(last.getInt(at + 12));
        long offset = Integer.toUnsignedLong(last.getInt(at + 16));
        if (offset != SEE_64 && size != SEE_64) {
            // Something may stand before the zip: its offsets count without it.
            return Math.max(offset, end - size);
        }
        ByteBuffer locator = read(zip, end - LOCATOR_SIZE, LOCATOR_SIZE);
        ByteBuffer end64 = read(zip, locator.getInt(0) == LOCATOR ? locator.getLong(8) : -1, END_64_SIZE);
        if (end64.getInt(0) != END_64) {
            throw new IOException("no end of a zip64 central directory");
        }
        return end64.getLong(48);
    }

    private static int headers(FileChannel zip, long start, int limit) throws IOException {
        if (start < 0 || start > zip.size()) {
            throw new EOFException("the central directory lies outside the file");
        }
        // Closing the stream would close the channel.
        InputStream in = new BufferedInputStream(Channels.newInputStream(zip.position(start)), 1 << 16);
        byte[] header = new byte[HEADER_SIZE];
        ByteBuffer fields = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
        for (int count = 0;; count++) {
            if (in.readNBytes(header, 0, HEADER_SIZE) < HEADER_SIZE || fields.getInt(0) != HEADER || count > limit) {
                return count;
            }
            in.skipNBytes(Short.toUnsignedLong(fields.getShort(28)) + Short.toUnsignedLong(fields.getShort(30))
                    + Short.toUnsignedLong(fields.getShort(32)));
        }
    }

    private static ByteBuffer read(FileChannel zip, long from, int size) throws IOException {
        if (from < 0) {
            throw new EOFException("a zip ends before it begins");
        }
        ByteBuffer bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining() && zip.read(bytes, from + bytes.position()) >= 0) {
            // as far as it goes
        }
        return bytes.flip().limit(size);
    }
}
