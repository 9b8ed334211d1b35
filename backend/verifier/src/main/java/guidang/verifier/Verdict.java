package guidang.verifier;

/// What an examination comes to, with the exit code and the key of its words.
enum Verdict {
    /// Everything holds.
    PROVEN(0),
    /// The command line is wrong.
    USAGE(2),
    /// A file cannot be read.
    UNREADABLE(3),
    /// The receipt is none.
    MALFORMED_RECEIPT(4),
    /// The key is none.
    MALFORMED_KEY(5),
    /// The record does not name the file's digest.
    FILE_NOT_NAMED(10),
    /// The record is not in the tree of the checkpoint.
    NOT_INCLUDED(11),
    /// The checkpoint is of another log, or of another size than the receipt says.
    ANOTHER_CHECKPOINT(12),
    /// The checkpoint does not carry a valid signature of the key.
    NOT_SIGNED(13);

    private final int exit;

    Verdict(int exit) {
        this.exit = exit;
    }

    int exit() {
        return exit;
    }
}
