package guidang.server.journal;

import guidang.server.kernel.OperationId;
import java.time.Instant;

/// A record as the journal holds it.
///
/// @param commit
///            the commit that holds it
/// @param committedAt
///            the commit's time: as-of means this
/// @param leaf
///            its index in the Merkle tree
/// @param stream
///            the history that it belongs to
/// @param position
///            its place there, from 0, dense
/// @param operation
///            the command that wrote it
/// @param type
///            what happened: `filed`, `withdrawn`, …
/// @param data
///            its facts, JSON
public record JournalRecord(long commit, Instant committedAt, long leaf, StreamKey stream, int position, OperationId operation,
        String type,
        String data) {}
