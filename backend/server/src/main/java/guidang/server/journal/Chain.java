package guidang.server.journal;

import guidang.server.kernel.Digests;
import java.time.Instant;

/// Where the journal stands: what the next commit builds on.
///
/// @param position
///            how many commits there are
/// @param last
///            SHA-256 of the last commit object's bytes, hexadecimal
/// @param frontier
///            the tree's right edge
/// @param time
///            the last commit's
record Chain(long position, String last, Frontier frontier, Instant time) {
    static final Chain START = new Chain(0, Digests.hex(new byte[0]), Frontier.EMPTY, Instant.EPOCH);
}
