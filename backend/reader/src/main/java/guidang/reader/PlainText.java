package guidang.reader;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A text file decoded: the byte order mark decides, then strict UTF-8, then
/// whichever of GB18030 and UTF-16 gives what looks most like Chinese text.
///
/// @param guessed
///            whether the choice was one of likelihood
record PlainText(String text, String encoding, boolean guessed) {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final double LEAST_PLAUSIBLE = 0.8;
    private static final int SAMPLE = 20_000;

    /// Null where the bytes are no text.
    static @Nullable PlainText decode(byte[] bytes) {
        int mark = bytes.length < 2 ? 0 : ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
        if (mark == 0xfeff) {
            return marked(bytes, StandardCharsets.UTF_16BE, 2);
        } else if (mark == 0xfffe) {
            return marked(bytes, StandardCharsets.UTF_16LE, 2);
        } else if (mark == 0xefbb && bytes.length > 2 && (bytes[2] & 0xff) == 0xbf) {
            return marked(bytes, StandardCharsets.UTF_8, 3);
        }
        String utf8 = strict(bytes, 0, StandardCharsets.UTF_8);
        if (utf8 != null && utf8.indexOf('\0') < 0) {
            return plausible(utf8) < LEAST_PLAUSIBLE ? null : new PlainText(utf8, "UTF-8", false);
        }
        return likeliest(bytes);
    }

    Map<String, String> properties() {
        return guessed ? Map.of("encoding", encoding, "encodingGuessed", "true") : Map.of("encoding", encoding);
    }

    private static @Nullable PlainText marked(byte[] bytes, Charset charset, int skip) {
        String text = strict(bytes, skip, charset);
        return text == null || plausible(text) < LEAST_PLAUSIBLE ? null : new PlainText(text, charset.name(), false);
    }

    private static @Nullable PlainText likeliest(byte[] bytes) {
        PlainText best = null;
        double most = LEAST_PLAUSIBLE;
        for (Charset charset : Arrays.asList(GB18030, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            String text = strict(bytes, 0, charset);
            double plausible = text == null ? 0 : plausible(text);
            if (text != null && plausible > most) {
                most = plausible;
                best = new PlainText(text, charset.name(), true);
            }
        }
        return best;
    }

    private static @Nullable String strict(byte[] bytes, int skip, Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes, skip, bytes.length - skip)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /// The share of characters that such texts are made of; nothing at all counts
    /// as text.
    private static double plausible(String text) {
        int length = Math.min(text.length(), SAMPLE);
        int good = 0;
        for (int i = 0; i < length; i++) {
            good += isPlausible(text.charAt(i)) ? 1 : 0;
        }
        return length == 0 ? 1 : (double) good / length;
    }

    private static boolean isPlausible(char c) {
        return (c >= 0x4e00 && c <= 0x9fff) || (c >= ' ' && c < 0x7f) || c == '\n' || c == '\r' || c == '\t' || c == '\f'
                || (c >= 0xa0 && c < 0x500) || (c >= 0x2000 && c < 0x2800) || (c >= 0x3000 && c < 0x4e00)
                || (c >= 0xff00 && c < 0xfff0)
                || Character.isSurrogate(c);
    }
}
