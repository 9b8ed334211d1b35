package guidang.reader.protocol;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Length-prefixed frames, and texts of any length inside them.
public final class Frames {
    private Frames() {
    }

    /// Writes one frame and flushes.
    public static void write(OutputStream out, byte[] frame) throws IOException {
        byte[] length = {(byte) (frame.length >>> 24), (byte) (frame.length >>> 16), (byte) (frame.length >>> 8),
                (byte) frame.length};
        out.write(length);
        out.write(frame);
        out.flush();
    }

    /// Reads one frame.
    ///
    /// @throws EOFException
    ///             where the other side has ended
    /// @throws IOException
    ///             where the frame is said to be longer than `limit`: then the other
    ///             side is not to be believed any more
    public static byte[] read(InputStream in, int limit) throws IOException {
        int length = new DataInputStream(in).readInt();
        if (length < 0 || length > limit) {
            throw new IOException("frame of " + length + " bytes, at most " + limit);
        }
        byte[] frame = in.readNBytes(length);
        if (frame.length < length) {
            throw new EOFException("half a frame");
        }
        return frame;
    }

    static byte[] frame(Writer writer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 14);
        try {
            writer.write(new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    static <T> T parse(byte[] frame, Reader<T> reader) throws IOException {
        ByteArrayInputStream bytes = new ByteArrayInputStream(frame);
        T value = reader.read(new DataInputStream(bytes));
        if (bytes.available() > 0) {
            throw new IOException("a frame with bytes left over");
        }
        return value;
    }

    static void text(DataOutputStream out, String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    static String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new IOException("text of " + length + " bytes in a frame that has " + in.available());
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    interface Writer {
        void write(DataOutputStream out) throws IOException;
    }

    interface Reader<T> {
        T read(DataInputStream in) throws IOException;
    }
}
