package guidang.server.journal;

import guidang.server.kernel.Digests;
import guidang.server.kernel.OperationId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One commit, with what it builds on and what it comes to. Immutable; checked
/// when made.
record Link(Chain before, Chain after, List<String> leaves, List<byte[]> hashes, List<JournalRecord> records,
        List<CommitDocument.Operation> operations, int size, byte[] bytes) {
    private static final byte[] LET_GO = new byte[0];
    /// A commit object is one single-part PUT, below the 5 MiB at which clients
    /// turn to multipart.
    static final int MAX_BYTES = 5 * 1024 * 1024 - 1;

    long number() {
        return before.position();
    }

    /// The commit as followers see it.
    Commit commit() {
        return new Commit(number(), after.time(), records);
    }

    /// The commit for keeping: without its bytes, which nobody asks for again.
    Link light() {
        return new Link(before, after, leaves, hashes, records, operations, size, LET_GO);
    }

    /// Makes the commit that follows.
    static Link make(Chain before, String batch, Instant time, List<String> leaves, List<CommitDocument.Operation> operations) {
        List<byte[]> hashes = leaves.stream().map(Merkle::leaf).toList();
        Frontier frontier = before.frontier().append(hashes);
        byte[] bytes = JournalJson.bytes(new CommitDocument(1, before.position(), batch, before.last(), time.toString(),
                before.frontier().size(), leaves, operations, frontier.size(), base64(frontier.root()),
                frontier.hashes().stream().map(Link::base64).toList()));
        if (bytes.length > MAX_BYTES) {
            throw new IllegalStateException("a commit of " + bytes.length + " bytes");
        }
        return link(before, time, frontier, leaves, hashes, operations, bytes);
    }

    /// Reads the commit that follows and checks all it says.
    ///
    /// @throws JournalBroken
    ///             where it does not follow
    static Link read(Chain before, byte[] bytes) {
        CommitDocument document = document(before.position(), bytes);
        long number = before.position();
        expect(document.commit() == number, number, "it calls itself " + document.commit());
        expect(document.previous().equals(before.last()), number, "it follows another commit");
        expect(document.firstLeaf() == before.frontier().size(), number, "its first leaf is " + document.firstLeaf());
        expect(document.operations().stream().mapToInt(CommitDocument.Operation::records).sum() == document.records().size(),
                number,
                "its operations do not add up");
        List<byte[]> hashes = document.records().stream().map(Merkle::leaf).toList();
        Frontier frontier = before.frontier().append(hashes);
        expect(same(frontier, frontier(number, document)), number, "its frontier is not that of its records");
        expect(document.root().equals(base64(frontier.root())), number, "its root is not that of its records");
        return link(before, time(number, document), frontier, document.records(), hashes, document.operations(), bytes);
    }

    /// Where the journal stands after a commit read alone: taken at its word.
    static Chain after(long number, byte[] bytes) {
        CommitDocument document = document(number, bytes);
        return new Chain(number + 1, Digests.hex(bytes), frontier(number, document), time(number, document));
    }

    /// The records of the commit that belong to the operation; nothing where it has
    /// none of it.
    @Nullable
    Committed outcome(OperationId operation, boolean repeated) {
        int from = 0;
        for (CommitDocument.Operation each : operations) {
            if (each.id().equals(operation.value())) {
                return new Committed(number(), after.time(), records.subList(from, from + each.records()), repeated);
            }
            from += each.records();
        }
        return null;
    }

    private static Link link(Chain before, Instant time, Frontier frontier, List<String> leaves, List<byte[]> hashes,
            List<CommitDocument.Operation> operations, byte[] bytes) {
        List<JournalRecord> records = new ArrayList<>(leaves.size());
        for (String text : leaves) {
            Leaf leaf = parse(before.position(), text);
            records.add(new JournalRecord(before.position(), time, before.frontier().size() + records.size(), leaf.stream(),
                    leaf.position(), leaf.operation(), leaf.type(), leaf.data()));
        }
        Chain after = new Chain(before.position() + 1, Digests.hex(bytes), frontier, time);
        return new Link(before, after, List.copyOf(leaves), hashes, List.copyOf(records), List.copyOf(operations), bytes.length,
                bytes);
    }

    private static Leaf parse(long number, String text) {
        try {
            return Leaf.parse(text);
        } catch (IllegalArgumentException e) {
            throw new JournalBroken(number, "a record is unreadable: " + e.getMessage());
        }
    }

    private static CommitDocument document(long number, byte[] bytes) {
        try {
            CommitDocument document = JournalJson.read(bytes, CommitDocument.class);
            expect(document.format() == 1, number, "its format is " + document.format());
            return document;
        } catch (IllegalArgumentException e) {
            throw new JournalBroken(number, "it is unreadable: " + e.getMessage());
        }
    }

    private static Instant time(long number, CommitDocument document) {
        try {
            return Instant.parse(document.committedAt());
        } catch (java.time.DateTimeException e) {
            throw new JournalBroken(number, "its time is unreadable");
        }
    }

    private static Frontier frontier(long number, CommitDocument document) {
        try {
            return new Frontier(document.size(), document.frontier().stream().map(Base64.getDecoder()::decode).toList());
        } catch (IllegalArgumentException e) {
            throw new JournalBroken(number, "its frontier is unreadable: " + e.getMessage());
        }
    }

    private static boolean same(Frontier one, Frontier other) {
        return one.size() == other.size() && Arrays.deepEquals(one.hashes().toArray(), other.hashes().toArray());
    }

    private static String base64(byte[] hash) {
        return Base64.getEncoder().encodeToString(hash);
    }

    private static void expect(boolean holds, long number, String otherwise) {
        if (!holds) {
            throw new JournalBroken(number, otherwise);
        }
    }
}
