package guidang.server.index;

import guidang.server.kernel.Digests;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/// A set of (id, hash) pairs in fixed space: 256 buckets, each the count of its
/// pairs and the sum of their SHA-256, so that two sets are equal when their
/// tallies are, in whatever order they were filled, and a difference names the
/// bucket to look into. For one thread at a time.
final class Tally {
    static final int BUCKETS = 256;
    private static final int WORDS = 4;

    private final long[] sums = new long[BUCKETS * WORDS];
    private final long[] counts = new long[BUCKETS];

    void add(String id, String hash) {
        change(id, hash, 1);
    }

    void remove(String id, String hash) {
        change(id, hash, -1);
    }

    /// Adds what became of a document.
    void apply(Document document) {
        String before = document.hashBefore();
        if (before != null) {
            remove(document.id(), before);
        }
        add(document.id(), document.hash());
    }

    private void change(String id, String hash, int sign) {
        ByteBuffer digest = ByteBuffer.wrap(Digests.sha256((id + '\0' + hash).getBytes(StandardCharsets.UTF_8)));
        int bucket = bucket(id);
        for (int word = 0; word < WORDS; word++) {
            sums[bucket * WORDS + word] += sign * digest.getLong();
        }
        counts[bucket] += sign;
    }

    static int bucket(String id) {
        return Digests.sha256(id.getBytes(StandardCharsets.UTF_8))[0] & 0xff;
    }

    long count() {
        long count = 0;
        for (long each : counts) {
            count += each;
        }
        return count;
    }

    /// The buckets in which the two sets differ.
    BitSet differences(Tally other) {
        BitSet differences = new BitSet(BUCKETS);
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            boolean same = counts[bucket] == other.counts[bucket];
            for (int word = 0; word < WORDS; word++) {
                same &= sums[bucket * WORDS + word] == other.sums[bucket * WORDS + word];
            }
            differences.set(bucket, !same);
        }
        return differences;
    }

    String encoded() {
        ByteBuffer bytes = ByteBuffer.allocate((sums.length + counts.length) * Long.BYTES);
        bytes.asLongBuffer().put(sums).put(counts);
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    /// @param encoded
    ///            as [#encoded] gave it; none: the empty set
    static Tally of(@Nullable String encoded) {
        Tally tally = new Tally();
        if (encoded != null) {
            ByteBuffer.wrap(Base64.getDecoder().decode(encoded)).asLongBuffer().get(tally.sums).get(tally.counts);
        }
        return tally;
    }
}
