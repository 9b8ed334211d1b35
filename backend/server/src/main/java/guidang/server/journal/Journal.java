package guidang.server.journal;

import guidang.server.kernel.OperationId;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The journal, as the other rooms use it (PROTOCOL.md).
public interface Journal {
    /// The phase of Spring's lifecycle in which the journal opens: what follows it
    /// starts in a later one, the web server in the last.
    int PHASE = 0;

    /// Decides and commits. Completes when the commit is durable; repeating with
    /// the same id gives the same result. Errors: the decision's own
    /// [guidang.server.kernel.Problem]; `BUSY` (queue full, nothing done);
    /// `OUTCOME_UNKNOWN` (repeat with the same key);
    /// `STORE_UNAVAILABLE`; `IDEMPOTENCY_KEY_REUSED`.
    Mono<Committed> submit(Command command);

    /// What the decision would come to in this replica's view of now; nothing is
    /// written. Errors with the decision's own refusal.
    default Mono<List<NewRecord>> rehearse(Decision decision) {
        return Mono.defer(() -> new Rehearsal(this, decision).decide());
    }

    /// What an operation wrote; empty where it is unknown to the journal at
    /// its head.
    Mono<Committed> operation(OperationId operation);

    /// A stream's records at the view this replica has.
    Mono<List<JournalRecord>> stream(StreamKey key);

    /// How many commits this replica has applied.
    long position();

    /// Completes with the position once this replica has applied at least that many
    /// commits; `NOT_CAUGHT_UP` after the bound.
    Mono<Long> await(long position, Duration bound);

    /// Commits from the given number on: those that are there, then each new one as
    /// this replica applies it; never ends. Bounded by the subscriber's demand.
    /// Positions are read again from the store where the tail no longer has them.
    Flux<Commit> commits(long from);

    /// Calls the follower with every commit from the given number on, in order, on
    /// one thread. Completes when it has caught up; from then on each new commit is
    /// applied to it before the submitter of that commit is answered. It must
    /// not block.
    Mono<Void> follow(long from, Follower follower);

    /// The receipt of a committed record.
    Mono<Receipt> receipt(JournalRecord record);

    /// A projection kept in memory.
    @FunctionalInterface
    interface Follower {
        void apply(Commit commit);
    }
}
