package guidang.verifier;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/// Inclusion in a Merkle tree, from the leaf up to the root (RFC 6962 §2.1; the
/// algorithm is that of RFC 9162 §2.1.3.2).
final class Inclusion {
    private Inclusion() {
    }

    /// The root that the proof leads to.
    ///
    /// @throws IllegalArgumentException
    ///             where the proof is too long, too short, or of no such leaf
    static byte[] root(String entry, long index, long size, List<byte[]> proof) {
        if (index >= size) {
            throw new IllegalArgumentException("leaf " + index + " of a tree of " + size);
        }
        byte[] root = hash(0, entry.getBytes(StandardCharsets.UTF_8), new byte[0]);
        long at = index;
        long last = size - 1;
        for (byte[] other : proof) {
            if (last == 0) {
                throw new IllegalArgumentException("the proof is too long");
            }
            if ((at & 1) == 1 || at == last) {
                root = hash(1, other, root);
                while ((at & 1) == 0 && at != 0) {
                    at >>= 1;
                    last >>= 1;
                }
            } else {
                root = hash(1, root, other);
            }
            at >>= 1;
            last >>= 1;
        }
        if (last != 0) {
            throw new IllegalArgumentException("the proof is too short");
        }
        return root;
    }

    private static byte[] hash(int kind, byte[] left, byte[] right) {
        MessageDigest digest = sha256();
        digest.update((byte) kind);
        digest.update(left);
        return digest.digest(right);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
