package guidang.server.journal;

import java.util.List;

/// Proves, without trusting the operator, that a record is in the log (RFC 6962
/// §2.1.1; C2SP signed note).
///
/// @param format
///            1
/// @param origin
///            the log's name
/// @param record
///            the leaf's exact text (UTF-8)
/// @param leafIndex
///            its index
/// @param treeSize
///            of the checkpoint
/// @param proof
///            inclusion proof, base64 SHA-256 hashes from the leaf up
/// @param checkpoint
///            signed note (C2SP tlog-checkpoint), whole text
public record Receipt(int format, String origin, String record, long leafIndex, long treeSize, List<String> proof,
        String checkpoint) {}
