package guidang.server.journal;

import guidang.server.kernel.Digests;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;

/// The hashes of RFC 6962 §2.1: SHA-256 with one byte that keeps leaves and
/// nodes apart.
final class Merkle {
    private Merkle() {
    }

    static byte[] leaf(String text) {
        return leaf(text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] leaf(byte[] entry) {
        MessageDigest digest = Digests.sha256();
        digest.update((byte) 0);
        return digest.digest(entry);
    }

    static byte[] node(byte[] left, byte[] right) {
        MessageDigest digest = Digests.sha256();
        digest.update((byte) 1);
        digest.update(left);
        return digest.digest(right);
    }

    /// The Merkle tree hash of leaf hashes; of none it is SHA-256 of nothing.
    static byte[] root(List<byte[]> hashes) {
        if (hashes.isEmpty()) {
            return Digests.sha256(new byte[0]);
        }
        if (hashes.size() == 1) {
            return hashes.getFirst();
        }
        int split = Math.toIntExact(split(hashes.size()));
        return node(root(hashes.subList(0, split)), root(hashes.subList(split, hashes.size())));
    }

    /// The largest power of two smaller than the size (which is at least 2): where
    /// RFC 6962 divides a tree.
    static long split(long size) {
        return Long.highestOneBit(size - 1);
    }
}
