package guidang.server.journal;

import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import java.util.HashSet;
import java.util.Set;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/// A command on its way. On the journal's thread only.
final class Pending {
    private final Command command;
    private final long stamp;
    private final Set<StreamKey> pinned = new HashSet<>();
    private final Sinks.One<Committed> outcome = Sinks.one();
    private boolean sent;
    private boolean over;

    Pending(Command command, long stamp) {
        this.command = command;
        this.stamp = stamp;
    }

    Command command() {
        return command;
    }

    long stamp() {
        return stamp;
    }

    Set<StreamKey> pinned() {
        return pinned;
    }

    Mono<Committed> outcome() {
        return outcome.asMono();
    }

    /// Whether its bytes may be on their way to the store.
    void sent(boolean now) {
        sent = now;
    }

    /// Whether nobody waits for it any more, or it has been answered.
    boolean over() {
        return over;
    }

    boolean close() {
        boolean first = !over;
        over = true;
        return first;
    }

    void complete(Committed committed) {
        var _ = outcome.tryEmitValue(committed);
    }

    void fail(Throwable reason) {
        var _ = outcome.tryEmitError(reason);
    }

    /// What the caller is told at the deadline: nothing was done, or nobody
    /// knows yet.
    Problem late() {
        return sent
                ? new Problem(ProblemType.OUTCOME_UNKNOWN)
                : new Problem(ProblemType.STORE_UNAVAILABLE, "reason", "the store did not answer in time");
    }

    boolean isSent() {
        return sent;
    }
}
