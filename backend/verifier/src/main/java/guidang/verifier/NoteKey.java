package guidang.verifier;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/// The public key of a log: `name+hash+base64` (C2SP signed note, Ed25519).
///
/// @param id
///            the first four bytes of SHA-256(name, line break, type, key)
record NoteKey(String name, byte[] id, PublicKey key) {
    private static final byte ED25519 = 1;
    /// What X.509 puts before the 32 bytes of an Ed25519 key (RFC 8410).
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    /// @throws IllegalArgumentException
    ///             where the text is no such key, or its hash is not its own
    static NoteKey parse(String text) {
        String[] parts = text.strip().split("\\+", 3);
        if (parts.length != 3) {
            throw new IllegalArgumentException("not name+hash+base64");
        }
        byte[] typed = Base64.getDecoder().decode(parts[2]);
        if (typed.length != 33 || typed[0] != ED25519) {
            throw new IllegalArgumentException("not an Ed25519 key");
        }
        byte[] id = id(parts[0], typed);
        if (!HexFormat.of().formatHex(id).equals(parts[1])) {
            throw new IllegalArgumentException("the hash in it is not that of the key: mistyped?");
        }
        return new NoteKey(parts[0], id, key(typed));
    }

    /// Whether the note carries a valid signature of this key.
    boolean signed(String note) {
        int end = note.lastIndexOf("\n\n");
        if (end < 0) {
            return false;
        }
        byte[] body = note.substring(0, end + 1).getBytes(StandardCharsets.UTF_8);
        return note.substring(end + 2).lines().filter(line -> line.startsWith("— " + name + " "))
                .anyMatch(line -> verifies(body, line.substring(name.length() + 3)));
    }

    private boolean verifies(byte[] body, String base64) {
        try {
            byte[] line = Base64.getDecoder().decode(base64);
            if (line.length != 68 || !Arrays.equals(Arrays.copyOf(line, 4), id)) {
                return false;
            }
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(body);
            return verifier.verify(line, 4, 64);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private static byte[] id(String name, byte[] typed) {
        byte[] line = (name + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] named = ByteBuffer.allocate(line.length + typed.length).put(line).put(typed).array();
        return Arrays.copyOf(Inclusion.sha256().digest(named), 4);
    }

    private static PublicKey key(byte[] typed) {
        byte[] encoded = ByteBuffer.allocate(X509.length + 32).put(X509).put(typed, 1, 32).array();
        try {
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not an Ed25519 key", e);
        }
    }
}
