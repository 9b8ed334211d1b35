package guidang.server.journal;

import java.time.Instant;

/// The JSON of a materialised stream record (docs/FORMAT.md, format 1).
///
/// @param record
///            the leaf's exact text
record StreamDocument(int format, long commit, String committedAt, long leaf, String record) {
    static StreamDocument of(JournalRecord record, String text) {
        return new StreamDocument(1, record.commit(), record.committedAt().toString(), record.leaf(), text);
    }

    JournalRecord toRecord() {
        Leaf text = Leaf.parse(record);
        return new JournalRecord(commit, Instant.parse(committedAt), leaf, text.stream(), text.position(), text.operation(),
                text.type(), text.data());
    }
}
