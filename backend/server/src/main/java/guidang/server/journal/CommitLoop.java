package guidang.server.journal;

import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.objects.ObjectStore;
import guidang.server.objects.StoreUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;
import reactor.core.scheduler.Scheduler;
import reactor.util.retry.Retry;

/// The group commit: sync, decide what waits, put, answer; over and over
/// (PROTOCOL 1–7). One put in flight. On the journal's thread only.
final class CommitLoop {
    private static final Logger LOG = LoggerFactory.getLogger(CommitLoop.class);
    private static final Duration LONGEST_TURN = Duration.ofMillis(200);

    private final ObjectStore archive;
    private final Scheduler thread;
    private final InstantSource clock;
    private final Ledger ledger;
    private final String replica;
    private final int bound;
    private final Duration deadline;
    private final Deque<Pending> ready = new ArrayDeque<>();
    private final Signal arrived = new Signal();
    private int waiting;
    private long batches;
    private Duration courtesy = Duration.ZERO;

    /// @param replica
    ///            unique to this process: begins the ids of its batches
    /// @param bound
    ///            commands that may wait
    /// @param deadline
    ///            how long a caller waits for an outcome
    CommitLoop(ObjectStore archive, Scheduler thread, InstantSource clock, Ledger ledger, String replica, int bound,
            Duration deadline) {
        this.archive = archive;
        this.thread = thread;
        this.clock = clock;
        this.ledger = ledger;
        this.replica = replica;
        this.bound = bound;
        this.deadline = deadline;
    }

    /// Takes a command in, or refuses it at once where too many wait.
    Mono<Committed> admit(Command command) {
        String refusal = ledger.refusal();
        if (refusal != null) {
            return Mono.error(unavailable(refusal));
        }
        if (waiting >= bound || ledger.tail().weight() > Ledger.ROOM) {
            return Mono.error(new Problem(ProblemType.BUSY));
        }
        waiting++;
        Pending pending = new Pending(command, ledger.tail().hold());
        return prepare(pending).then(Mono.defer(pending::outcome))
                .timeout(deadline, Mono.defer(() -> late(pending)), thread)
                .doFinally(end -> leave(pending, end));
    }

    /// For ever: one turn after another.
    Mono<Void> run() {
        return Mono.defer(this::turn).repeat().then();
    }

    private Mono<Void> turn() {
        return arrived.await(() -> !ready.isEmpty()).then(Mono.defer(this::yieldTurn))
                .then(Mono.defer(ledger::sync).retryWhen(again()))
                .then(Mono.defer(ledger::settle))
                .then(Mono.defer(this::commit)).onErrorResume(this::failed);
    }

    /// Looks the operation up and decides once for trial, so that what the decision
    /// reads is loaded while others commit.
    private Mono<Void> prepare(Pending pending) {
        return ledger.operations().find(pending.command().operation())
                .flatMap(known -> ledger.settle().then(Mono.fromRunnable(() -> answer(pending, known))).thenReturn(known))
                .hasElement()
                .flatMap(known -> known ? Mono.<Void>empty() : warm(pending)).then(Mono.fromRunnable(() -> queue(pending)));
    }

    private Mono<Void> warm(Pending pending) {
        return Mono.defer(() -> {
            try {
                new Batch(ledger.tail().head(), ledger.streams()).rehearse(pending.command());
                return Mono.empty();
            } catch (Missing missing) {
                return load(pending, missing).then(Mono.defer(() -> warm(pending)));
            }
        });
    }

    private Mono<Void> load(Pending pending, Missing missing) {
        missing.keys().stream().filter(pending.pinned()::add).forEach(key -> ledger.streams().pin(List.of(key)));
        return ledger.streams().load(missing.keys());
    }

    private void queue(Pending pending) {
        if (!pending.over()) {
            ready.add(pending);
            arrived.raise();
        }
    }

    /// After winning against a rival: one put's time, so that slow replicas get
    /// their turn.
    private Mono<Void> yieldTurn() {
        Duration pause = courtesy;
        courtesy = Duration.ZERO;
        return pause.isZero() ? Mono.empty() : Mono.delay(pause, thread).then();
    }

    private Mono<Void> commit() {
        String refusal = ledger.refusal();
        if (refusal != null) {
            return Mono.error(new JournalBroken(refusal));
        }
        Batch batch = new Batch(ledger.tail().head(), ledger.streams());
        for (Pending pending : List.copyOf(ready)) {
            try {
                if (!decide(batch, pending)) {
                    break;
                }
            } catch (Missing missing) {
                return load(pending, missing).then(Mono.defer(this::commit));
            }
        }
        if (!batch.writes()) {
            batch.members().forEach(pending -> settle(batch, pending));
            return Mono.empty();
        }
        return put(batch);
    }

    private boolean decide(Batch batch, Pending pending) {
        if (pending.over()) {
            ready.remove(pending);
            return true;
        }
        Operations.Known known = ledger.operations().recent(pending.command().operation());
        if (known != null) {
            answer(pending, known);
            return true;
        }
        return batch.add(pending);
    }

    private Mono<Void> put(Batch batch) {
        Link link = batch.link(replica + "-" + batches++, now());
        batch.members().forEach(pending -> pending.sent(true));
        long started = thread.now(TimeUnit.NANOSECONDS);
        return new Put(archive, thread, link).won().doOnNext(won -> decided(batch, link, won, started)).then();
    }

    private void decided(Batch batch, Link link, boolean won, long started) {
        batch.members().forEach(pending -> pending.sent(false));
        if (!won) {
            return;
        }
        if (ledger.position() == link.number()) {
            ledger.apply(link);
        }
        if (ledger.rivalSeen()) {
            Duration took = Duration.ofNanos(thread.now(TimeUnit.NANOSECONDS) - started);
            courtesy = took.compareTo(LONGEST_TURN) < 0 ? took : LONGEST_TURN;
        }
        batch.members().forEach(pending -> settle(batch, pending));
    }

    private void settle(Batch batch, Pending pending) {
        Throwable refused = batch.refusal(pending);
        if (refused != null) {
            end(pending, () -> pending.fail(refused));
            return;
        }
        Operations.Known known = ledger.operations().recent(pending.command().operation());
        if (known == null) {
            throw new IllegalStateException("a commit is gone from the tail before its callers were answered");
        }
        answer(pending, batch.wrote(pending) ? known.first() : known);
    }

    private void answer(Pending pending, Operations.Known known) {
        end(pending, () -> {
            try {
                pending.complete(known.answer(pending.command()));
            } catch (Problem e) {
                pending.fail(e);
            }
        });
    }

    private void end(Pending pending, Runnable answer) {
        ready.remove(pending);
        release(pending);
        answer.run();
    }

    private Mono<Committed> late(Pending pending) {
        Problem problem = pending.late();
        if (!pending.isSent()) {
            release(pending);
        }
        return Mono.error(problem);
    }

    /// A caller that failed or went away before its command was queued leaves
    /// nothing behind.
    private void leave(Pending pending, SignalType end) {
        if (end != SignalType.ON_COMPLETE && !thread.isDisposed()) {
            thread.schedule(() -> {
                if (!pending.isSent() && !ready.contains(pending)) {
                    release(pending);
                }
            });
        }
    }

    private void release(Pending pending) {
        if (pending.close()) {
            waiting--;
            ledger.tail().release(pending.stamp());
            ledger.streams().unpin(pending.pinned());
        }
    }

    /// Nothing was written: those who wait are told so.
    private Mono<Void> failed(Throwable reason) {
        LOG.warn("Nothing committed: {}", reason.toString());
        Throwable problem = unavailable(reason);
        for (Pending pending : new ArrayList<>(ready)) {
            pending.sent(false);
            end(pending, () -> pending.fail(problem));
        }
        return Mono.empty();
    }

    private Retry again() {
        return Retry.fixedDelay(3, Duration.ofMillis(50)).scheduler(thread).filter(StoreUnavailable.class::isInstance)
                .onRetryExhaustedThrow((spec, signal) -> signal.failure());
    }

    private Instant now() {
        Instant own = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Instant next = ledger.tail().head().time().plusMillis(1);
        return own.isAfter(next) ? own : next;
    }

    /// What a caller is told where nothing was done: the store's own failures as
    /// `STORE_UNAVAILABLE`, others as they are.
    static Throwable unavailable(Throwable reason) {
        return switch (reason) {
            case JournalBroken broken -> unavailable(String.valueOf(broken.getMessage()));
            case StoreUnavailable refused -> unavailable("the store refuses or is not reached");
            default -> reason;
        };
    }

    private static Problem unavailable(String reason) {
        return new Problem(ProblemType.STORE_UNAVAILABLE, "reason", reason);
    }
}
