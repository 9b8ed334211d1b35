package guidang.server.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTest {
    private static final long SEED = 20261129;
    private static final String[] SPECIAL_V4 = {"0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16",
            "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15",
            "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4"};

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
            "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24",
            "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4", "::/96", "::ffff:0:0/96", "64:ff9b::/96", "64:ff9b:1::/48",
            "100::/64", "2001::/32", "2001:10::/28", "2001:db8::/32", "2002::/16", "3fff::/20", "5f00::/16", "fc00::/7",
            "fe80::/10", "fec0::/10", "ff00::/8"})
    void nothingOfABlockIsPublicAtItsEndsOrAnywhereInside(String block) throws Exception {
        byte[] first = bytes(block);
        int bits = first.length * 8 - Integer.parseInt(block.substring(block.indexOf('/') + 1));
        Random random = new Random(SEED);
        for (int n = 0; n < 2000; n++) {
            BigInteger inside = n == 0
                    ? BigInteger.ZERO
                    : n == 1 ? BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE) : new BigInteger(bits, random);
            byte[] address = padded(new BigInteger(1, first).or(inside), first.length);
            assertThat(PublicAddresses.isPublic(address)).as("%s in %s, seed %d", Arrays.toString(address), block, SEED)
                    .isFalse();
        }
    }

    /// `::ffff:a.b.c.d`: Java itself reads it as the one of IPv4 that it
    /// connects to.
    @Test
    void aMappedAddressIsNoWayRoundTheBlocks() throws Exception {
        Random random = new Random(SEED);
        for (String block : SPECIAL_V4) {
            byte[] inner = bytes(block);
            byte[] mapped = new byte[16];
            mapped[10] = mapped[11] = (byte) 0xff;
            System.arraycopy(inner, 0, mapped, 12, 4);
            mapped[15] |= (byte) random.nextInt(256);
            assertThat(PublicAddresses.isPublic(mapped)).as(block).isFalse();
            assertThat(PublicAddresses.isPublic(InetAddress.getByAddress(mapped))).as(block).isFalse();
        }
    }

    /// As many as there are beside the blocks, counted another way.
    @Test
    void theRestOfIpv4IsPublic() {
        Random random = new Random(SEED);
        for (int n = 0; n < 20_000; n++) {
            byte[] address = new byte[4];
            random.nextBytes(address);
            boolean special = Arrays.stream(SPECIAL_V4).anyMatch(block -> within(address, block));
            assertThat(PublicAddresses.isPublic(address)).as(Arrays.toString(address)).isEqualTo(!special);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "1.1.1.1", "100.63.255.255", "100.128.0.0", "172.15.255.255", "172.32.0.0", "192.0.1.0",
            "198.17.255.255", "198.20.0.0", "223.255.255.255", "2400:3200::1", "2606:4700::1111", "2001:4860:4860::8888",
            "2003::1", "3ffe::1"})
    void whatLiesBesideABlockIsPublic(String address) {
        assertThat(PublicAddresses.isPublic(InetAddress.ofLiteral(address))).isTrue();
    }

    private static byte[] bytes(String block) {
        String written = block.substring(0, block.indexOf('/'));
        byte[] read = InetAddress.ofLiteral(written).getAddress();
        return written.contains(":") && read.length == 4 ? padded(new BigInteger(1, read).or(mapped()), 16) : read;
    }

    private static BigInteger mapped() {
        return BigInteger.valueOf(0xffff).shiftLeft(32);
    }

    private static byte[] padded(BigInteger value, int length) {
        byte[] plain = value.toByteArray();
        byte[] address = new byte[length];
        for (int n = 0; n < Math.min(length, plain.length); n++) {
            address[length - 1 - n] = plain[plain.length - 1 - n];
        }
        return address;
    }

    /// Octet by octet.
    private static boolean within(byte[] address, String block) {
        int fixed = Integer.parseInt(block.substring(block.indexOf('/') + 1));
        byte[] first = bytes(block);
        for (int bit = 0; bit < fixed; bit++) {
            if ((address[bit / 8] >> (7 - bit % 8) & 1) != (first[bit / 8] >> (7 - bit % 8) & 1)) {
                return false;
            }
        }
        return true;
    }
}
