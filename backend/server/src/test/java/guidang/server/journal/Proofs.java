package guidang.server.journal;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/// Checks inclusion proofs the other way round: from the leaf to the root (RFC
/// 9162 §2.1.3.2), independent of how they are made.
final class Proofs {
    private Proofs() {
    }

    static boolean holds(Receipt receipt) {
        Checkpoint checkpoint = Checkpoint.parse(receipt.checkpoint());
        byte[] root = root(Merkle.leaf(receipt.record()), receipt.leafIndex(), receipt.treeSize(),
                receipt.proof().stream().map(Base64.getDecoder()::decode).toList());
        return checkpoint.size() == receipt.treeSize() && Arrays.equals(root, checkpoint.root());
    }

    static byte[] root(byte[] leaf, long index, long size, List<byte[]> proof) {
        byte[] root = leaf;
        long at = index;
        long last = size - 1;
        for (byte[] each : proof) {
            if (last == 0) {
                throw new IllegalArgumentException("too long");
            }
            if ((at & 1) == 1 || at == last) {
                root = Merkle.node(each, root);
                while ((at & 1) == 0 && at != 0) {
                    at >>= 1;
                    last >>= 1;
                }
            } else {
                root = Merkle.node(root, each);
            }
            at >>= 1;
            last >>= 1;
        }
        if (last != 0) {
            throw new IllegalArgumentException("too short");
        }
        return root;
    }
}
