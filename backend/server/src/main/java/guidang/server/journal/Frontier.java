package guidang.server.journal;

import guidang.server.kernel.Digests;
import java.util.ArrayList;
import java.util.List;

/// The right edge of a Merkle tree: the roots of its maximal perfect subtrees,
/// largest first. Enough to extend the tree and to know its root; a root alone
/// is not.
record Frontier(long size, List<byte[]> hashes) {
    static final Frontier EMPTY = new Frontier(0, List.of());

    Frontier {
        if (size < 0 || hashes.size() != Long.bitCount(size)) {
            throw new IllegalArgumentException("a tree of " + size + " leaves has " + Long.bitCount(size) + " perfect subtrees");
        }
        hashes = List.copyOf(hashes);
    }

    Frontier append(List<byte[]> leaves) {
        List<byte[]> edge = new ArrayList<>(hashes);
        long grown = size;
        for (byte[] leaf : leaves) {
            edge.add(leaf);
            for (long carry = grown; (carry & 1) == 1; carry >>= 1) {
                byte[] right = edge.removeLast();
                edge.add(Merkle.node(edge.removeLast(), right));
            }
            grown++;
        }
        return new Frontier(grown, edge);
    }

    byte[] root() {
        if (hashes.isEmpty()) {
            return Digests.sha256(new byte[0]);
        }
        byte[] root = hashes.getLast();
        for (byte[] left : hashes.reversed().subList(1, hashes.size())) {
            root = Merkle.node(left, root);
        }
        return root;
    }
}
