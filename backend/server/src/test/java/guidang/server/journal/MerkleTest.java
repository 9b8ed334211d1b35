package guidang.server.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The test vectors of the RFC 6962 reference implementation, and what must
/// hold for any tree.
class MerkleTest {
    private static final List<byte[]> INPUTS = Stream
            .of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .map(HexFormat.of()::parseHex).toList();
    private static final List<String> ROOTS = List.of("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    private static List<byte[]> leaves(int size) {
        return IntStream.range(0, size).mapToObj(i -> Merkle.leaf("leaf " + i)).toList();
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    @Test
    void rootsAreThoseOfTheStandard() {
        for (int size = 0; size <= INPUTS.size(); size++) {
            List<byte[]> leaves = INPUTS.subList(0, size).stream().map(Merkle::leaf).toList();
            assertThat(hex(Merkle.root(leaves))).isEqualTo(ROOTS.get(size));
            assertThat(hex(Frontier.EMPTY.append(leaves).root())).isEqualTo(ROOTS.get(size));
        }
    }

    @Test
    void proofsAreThoseOfTheStandard() {
        List<byte[]> leaves = INPUTS.stream().map(Merkle::leaf).toList();
        Inclusion all = new Inclusion(Frontier.EMPTY, leaves);
        assertThat(all.proof(0)).extracting(MerkleTest::hex).containsExactly(
                "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
        assertThat(all.proof(5)).extracting(MerkleTest::hex).containsExactly(
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
    }

    @Test
    void aFrontierAndTheBatchProveEveryLeafOfTheBatch() {
        List<byte[]> leaves = leaves(130);
        for (int size = 1; size <= leaves.size(); size++) {
            byte[] root = Merkle.root(leaves.subList(0, size));
            for (int before = 0; before < size; before++) {
                Frontier frontier = Frontier.EMPTY.append(leaves.subList(0, before));
                List<byte[]> batch = leaves.subList(before, size);
                assertThat(frontier.append(batch).root()).isEqualTo(root);
                for (int leaf : new int[]{before, (before + size) / 2, size - 1}) {
                    List<byte[]> proof = new Inclusion(frontier, batch).proof(leaf);
                    assertThat(Proofs.root(leaves.get(leaf), leaf, size, proof)).isEqualTo(root);
                }
            }
        }
    }

    @Test
    void appendingInPartsIsAppendingAtOnce() {
        List<byte[]> leaves = leaves(1000);
        Frontier parts = Frontier.EMPTY;
        for (int from = 0, step = 1; from < leaves.size(); from += step, step = step * 3 % 37 + 1) {
            parts = parts.append(leaves.subList(from, Math.min(leaves.size(), from + step)));
        }
        assertThat(parts.root()).isEqualTo(Merkle.root(leaves));
        assertThat(new ArrayList<>(parts.hashes())).hasSize(Integer.bitCount(1000));
    }
}
