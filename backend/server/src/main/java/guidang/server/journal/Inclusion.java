package guidang.server.journal;

import java.util.ArrayList;
import java.util.List;

/// Inclusion proofs (RFC 6962 §2.1.1) of a commit's leaves, in the tree that
/// ends with that commit, from the frontier before it and its leaves alone: no
/// read of anything older (PROTOCOL 7).
///
/// @param before
///            the frontier before the commit
/// @param leaves
///            the commit's leaf hashes
record Inclusion(Frontier before, List<byte[]> leaves) {
    /// The proof of the leaf with that index in the tree, from the leaf up.
    List<byte[]> proof(long index) {
        if (index < before.size() || index >= size()) {
            throw new IllegalArgumentException("leaf " + index + " is not of this commit");
        }
        List<byte[]> path = new ArrayList<>();
        walk(index, 0, size(), path);
        return List.copyOf(path);
    }

    private long size() {
        return before.size() + leaves.size();
    }

    private void walk(long index, long from, long to, List<byte[]> path) {
        if (to - from == 1) {
            return;
        }
        long middle = from + Merkle.split(to - from);
        if (index < middle) {
            walk(index, from, middle, path);
            path.add(hash(middle, to));
        } else {
            walk(index, middle, to, path);
            path.add(hash(from, middle));
        }
    }

    private byte[] hash(long from, long to) {
        if (from >= before.size()) {
            return Merkle.root(leaves.subList((int) (from - before.size()), (int) (to - before.size())));
        }
        byte[] known = subtree(from, to - from);
        if (known.length > 0) {
            return known;
        }
        long middle = from + Merkle.split(to - from);
        return Merkle.node(hash(from, middle), hash(middle, to));
    }

    /// The root of a perfect subtree of the frontier, or nothing.
    private byte[] subtree(long from, long width) {
        long start = 0;
        int at = 0;
        for (long bit = Long.highestOneBit(before.size()); bit > 0; bit >>= 1) {
            if ((before.size() & bit) == 0) {
                continue;
            }
            if (start == from && bit == width) {
                return before.hashes().get(at);
            }
            start += bit;
            at++;
        }
        return new byte[0];
    }
}
