package guidang.server.notices;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.List;

/// Which addresses are of the public internet: those that the registries of
/// special-purpose addresses (RFC 6890, IANA) do not take out. Of IPv6 only what
/// is handed out as global unicast; addresses that carry one of IPv4 inside are
/// not public, whatever they carry (mapped, 6to4, Teredo, NAT64).
final class PublicAddresses {
    private record Block(BigInteger first, int fixed, int bits) {
        /// `10.0.0.0/8`; the literal needs no look-up.
        static Block of(String written) {
            int slash = written.indexOf('/');
            byte[] bytes = InetAddress.ofLiteral(written.substring(0, slash)).getAddress();
            return new Block(new BigInteger(1, bytes), Integer.parseInt(written.substring(slash + 1)), bytes.length * 8);
        }

        boolean holds(byte[] address) {
            return address.length * 8 == bits
                    && new BigInteger(1, address).xor(first).shiftRight(bits - fixed).signum() == 0;
        }
    }

    private static final List<Block> SPECIAL = List
            .of("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16",
                    "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15",
                    "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4", "2001::/23", "2001:db8::/32", "2002::/16",
                    "3fff::/20")
            .stream().map(Block::of).toList();
    private static final Block GLOBAL_UNICAST = Block.of("2000::/3");

    private PublicAddresses() {
    }

    static boolean isPublic(InetAddress address) {
        return isPublic(address.getAddress());
    }

    /// @param address
    ///            4 or 16 bytes
    static boolean isPublic(byte[] address) {
        return (address.length == 4 || GLOBAL_UNICAST.holds(address))
                && SPECIAL.stream().noneMatch(block -> block.holds(address));
    }
}
