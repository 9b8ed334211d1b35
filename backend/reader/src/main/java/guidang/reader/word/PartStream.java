package guidang.reader.word;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// One unpacked part, counted.
final class PartStream extends FilterInputStream {
    /// No part is larger when unpacked, in bytes.
    private static final long LIMIT = 256L << 20;
    /// Below this nobody asks how far it was compressed, in bytes.
    private static final long GRACE = 1 << 20;
    private static final long RATIO = 200;

    private final long limit;
    private long count;

    /// @param compressed
    ///            size in the container, in bytes
    PartStream(InputStream in, long compressed) {
        super(in);
        this.limit = Math.min(LIMIT, Math.max(GRACE, RATIO * Math.max(0, compressed)));
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

    private void count(int read) throws TooComplex {
        count += read;
        if (count > limit) {
            throw new TooComplex("a part unpacks to more than " + limit + " bytes");
        }
    }
}
