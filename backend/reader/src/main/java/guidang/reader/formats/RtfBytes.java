package guidang.reader.formats;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;

/// Bytes of text that wait to be decoded together.
final class RtfBytes {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private boolean lead;

    boolean isEmpty() {
        return bytes.size() == 0;
    }

    void add(int value) {
        bytes.write(value);
        lead = !lead && value >= 0x81;
    }

    /// Whether the last byte is the first half of a character: the second half of
    /// one may look like a letter (GBK, Big5, Shift JIS).
    boolean wantsTrail(Charset charset) {
        return lead && charset.newDecoder().maxCharsPerByte() <= 1 && charset.newEncoder().maxBytesPerChar() >= 2;
    }

    String take(Charset charset) {
        String text = bytes.toString(charset);
        bytes.reset();
        lead = false;
        return text;
    }
}
