package guidang.server.journal;

import java.time.Instant;
import java.util.List;

/// One commit as followers see it.
public record Commit(long number, Instant committedAt, List<JournalRecord> records) {}
