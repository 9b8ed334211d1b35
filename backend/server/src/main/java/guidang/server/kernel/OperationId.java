package guidang.server.kernel;

import java.nio.charset.StandardCharsets;

/// Names one command of one caller, whichever replica answers and however often
/// it is retried. 32 characters of lower-case base32 (RFC 4648, 160 bits). A
/// report's id is the operation that filed it.
public record OperationId(String value) {
    private static final int LENGTH = 32;
    private static final char[] ALPHABET = "abcdefghijklmnopqrstuvwxyz234567".toCharArray();

    public OperationId {
        if (!isOne(value)) {
            throw new IllegalArgumentException("not an operation id");
        }
    }

    /// The operation id of a caller's request: hash(caller, route, idempotency
    /// key), first 160 bits.
    public static OperationId of(String caller, String route, String key) {
        byte[] hash = Digests.sha256((caller + '\0' + route + '\0' + key).getBytes(StandardCharsets.UTF_8));
        return new OperationId(base32(hash, LENGTH));
    }

    /// Whether a text from outside has the form of an operation id.
    public static boolean isOne(String text) {
        if (text.length() != LENGTH) {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '2' && c <= '7');
    }

    /// The first characters of the base32 form of the bytes.
    public static String base32(byte[] bytes, int characters) {
        StringBuilder out = new StringBuilder(characters);
        for (int bit = 0; out.length() < characters; bit += 5) {
            int at = bit >> 3;
            int pair = (bytes[at] & 0xff) << 8 | (at + 1 < bytes.length ? bytes[at + 1] & 0xff : 0);
            out.append(ALPHABET[pair >> (11 - (bit & 7)) & 31]);
        }
        return out.toString();
    }

    @Override
    public String toString() {
        return value;
    }
}
