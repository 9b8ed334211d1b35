package guidang.server.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The JSON of a materialised operation (docs/FORMAT.md, format 1): all that a
/// repetition is answered with.
///
/// @param request
///            SHA-256 of its request, hexadecimal
/// @param firstLeaf
///            index of its first record in the tree
/// @param records
///            the leaves' exact texts
record OperationDocument(int format, long commit, String committedAt, String request, long firstLeaf, List<String> records) {
    Committed toCommitted() {
        Instant time = Instant.parse(committedAt);
        List<JournalRecord> all = new ArrayList<>(records.size());
        for (String text : records) {
            Leaf leaf = Leaf.parse(text);
            all.add(new JournalRecord(commit, time, firstLeaf + all.size(), leaf.stream(), leaf.position(), leaf.operation(),
                    leaf.type(), leaf.data()));
        }
        return new Committed(commit, time, List.copyOf(all), true);
    }
}
