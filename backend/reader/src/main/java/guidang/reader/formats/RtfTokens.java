package guidang.reader.formats;

import java.nio.charset.StandardCharsets;

/// RTF 1.9.1 cut into its tokens.
final class RtfTokens {
    private static final int LONGEST_WORD = 32;

    private final byte[] bytes;
    private int at;
    private String word = "";
    private int number;
    private boolean numbered;

    RtfTokens(byte[] bytes) {
        this.bytes = bytes;
    }

    /// What comes next.
    enum Kind {
        OPEN,
        CLOSE,
        /// A control word, with [#word()] and perhaps a [#number()].
        WORD,
        /// A byte of text, [#number()], that was written in hexadecimal.
        HEX,
        /// A byte of text, [#number()].
        BYTE,
        DONE
    }

    Kind next() {
        while (at < bytes.length) {
            int c = bytes[at++] & 0xff;
            switch (c) {
                case '{' -> {
                    return Kind.OPEN;
                }
                case '}' -> {
                    return Kind.CLOSE;
                }
                case '\\' -> {
                    return control();
                }
                case '\r', '\n', 0 -> {
                    // Line ends in the file say nothing.
                }
                default -> {
                    number = c;
                    return Kind.BYTE;
                }
            }
        }
        return Kind.DONE;
    }

    private Kind control() {
        if (at >= bytes.length) {
            return Kind.DONE;
        }
        int c = bytes[at++] & 0xff;
        if (c == '\'') {
            number = (hex() << 4) | hex();
            return Kind.HEX;
        } else if (!letter(c)) {
            word = c == '\r' || c == '\n' ? "par" : String.valueOf((char) c);
            numbered = false;
            return Kind.WORD;
        }
        at--;
        int start = at;
        while (at < bytes.length && letter(bytes[at] & 0xff)) {
            at++;
        }
        word = new String(bytes, start, Math.min(at - start, LONGEST_WORD), StandardCharsets.US_ASCII);
        parameter();
        return Kind.WORD;
    }

    private void parameter() {
        boolean minus = at < bytes.length && bytes[at] == '-';
        int from = minus ? at + 1 : at;
        long value = 0;
        int end = from;
        while (end < bytes.length && bytes[end] >= '0' && bytes[end] <= '9' && end - from < 10) {
            value = value * 10 + bytes[end++] - '0';
        }
        numbered = end > from;
        number = (int) Math.min(Integer.MAX_VALUE, value) * (minus ? -1 : 1);
        at = numbered ? end : at;
        if (at < bytes.length && bytes[at] == ' ') {
            at++;
        }
    }

    private int hex() {
        int digit = at < bytes.length ? Character.digit(bytes[at], 16) : -1;
        at += digit < 0 ? 0 : 1;
        return Math.max(digit, 0);
    }

    private static boolean letter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    String word() {
        return word;
    }

    int number() {
        return number;
    }

    /// Whether the control word has a number.
    boolean numbered() {
        return numbered;
    }

    /// Whether it switches something on: a word alone does, with 0 it does not.
    boolean on() {
        return !numbered || number != 0;
    }

    /// Leaves out so many bytes.
    void skip(int count) {
        at = (int) Math.min(bytes.length, (long) at + Math.max(0, count));
    }
}
