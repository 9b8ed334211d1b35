package guidang.server.journal;

import java.util.List;

/// The JSON of a commit object (docs/FORMAT.md, commit format 1). Components
/// stand in the order of the text.
///
/// @param format
///            1
/// @param commit
///            its number
/// @param batch
///            unique to the attempt: tells my bytes from another replica's
/// @param previous
///            SHA-256 of the previous commit object's bytes, hexadecimal; of
///            nothing for commit 0
/// @param committedAt
///            ISO 8601, UTC
/// @param firstLeaf
///            index of the first record in the tree
/// @param records
///            the leaves' exact texts
/// @param operations
///            what the records belong to, in order
/// @param size
///            of the tree after this commit
/// @param root
///            its root, base64
/// @param frontier
///            its right edge, base64: the roots of its maximal perfect subtrees,
///            largest first
record CommitDocument(int format, long commit, String batch, String previous, String committedAt, long firstLeaf,
        List<String> records, List<Operation> operations, long size, String root, List<String> frontier) {
    /// One command's share of the records.
    ///
    /// @param id
    ///            the operation
    /// @param request
    ///            SHA-256 of its request, hexadecimal
    /// @param records
    ///            how many of the commit's records are its own: they follow
    ///            one another
    record Operation(String id, String request, int records) {}
}
