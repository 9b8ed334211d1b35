package guidang.server.journal;

/// The journal in the store is not one chain (a hole, a fork, a checkpoint it
/// does not reach): this replica writes no more and says why.
final class JournalBroken extends RuntimeException {
    private static final long serialVersionUID = 1;

    JournalBroken(String reason) {
        super(reason);
    }

    JournalBroken(long commit, String reason) {
        this("commit " + commit + ": " + reason);
    }
}
