package guidang.server.jobs;

import guidang.server.jobs.JobBook.Recorded;
import guidang.server.jobs.JobDocument.Fault;
import guidang.server.kernel.OperationId;
import guidang.server.kernel.ProblemType;
import guidang.server.kernel.RandomBytes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/// What this replica is at. It takes a job by making its next state, so that of
/// several replicas one has it; two at once, where one was thought dead, do the
/// same work twice and no harm.
final class Workshop {
    private static final Logger LOG = LoggerFactory.getLogger(Workshop.class);
    /// A job that was begun so often and never ended ends whoever is at it.
    private static final int ATTEMPTS = 5;
    private static final int LIFE = 8;

    private final JobBook book;
    private final JobKinds kinds;
    private final InstantSource clock;
    private final String replica;
    private final String holder;
    private final Instant born;
    private final Duration silence;
    private final int atOnce;
    /// What is done here, each with those who wait for its end.
    private final Map<String, Sinks.One<Recorded>> seats = new HashMap<>();
    private final Map<String, Working> running = new ConcurrentHashMap<>();

    Workshop(JobBook book, JobKinds kinds, InstantSource clock, JobsSettings settings) {
        this.book = book;
        this.kinds = kinds;
        this.clock = clock;
        this.replica = settings.name() + "/";
        this.holder = replica + OperationId.base32(RandomBytes.of(LIFE), LIFE);
        this.born = clock.instant();
        this.silence = settings.silence();
        this.atOnce = settings.atOnce();
    }

    /// Does the job to its end, if nobody is at it and there is room; never an
    /// error. Gives its last state, also where it is under way here already; empty
    /// where it was not done here.
    ///
    /// @param awaited
    ///            whether somebody waits: twice the room then
    Mono<Recorded> take(String id, boolean awaited) {
        return Mono.defer(() -> {
            Sinks.One<Recorded> end = Sinks.one();
            Sinks.One<Recorded> other = enter(id, awaited, end);
            return end.equals(other) ? seated(id, end) : other == null ? Mono.empty() : other.asMono();
        });
    }

    /// The seat that was given, or who sits there already; null where there is
    /// no room.
    private Sinks.@Nullable One<Recorded> enter(String id, boolean awaited, Sinks.One<Recorded> end) {
        synchronized (seats) {
            return seats.size() < (awaited ? 2 * atOnce : atOnce) || seats.containsKey(id)
                    ? Objects.requireNonNullElse(seats.putIfAbsent(id, end), end)
                    : null;
        }
    }

    private Mono<Recorded> seated(String id, Sinks.One<Recorded> end) {
        return book.head(id).flatMap(this::taken).flatMap(this::worked).onErrorResume(e -> {
            LOG.atLevel(e instanceof JobTaken ? Level.INFO : Level.WARN).setCause(e).log("Job {} is left to others", id);
            return Mono.empty();
        }).doOnTerminate(() -> leave(id)).doOnCancel(() -> leave(id)).doOnSuccess(last -> told(end, last));
    }

    private static void told(Sinks.One<Recorded> end, @Nullable Recorded last) {
        Sinks.EmitResult ignored = last == null ? end.tryEmitEmpty() : end.tryEmitValue(last);
        assert ignored != null;
    }

    private void leave(String id) {
        running.remove(id);
        synchronized (seats) {
            seats.remove(id);
        }
    }

    /// Whether nobody is at it.
    boolean isFree(JobDocument document) {
        return switch (document.state()) {
            case WAITING -> kinds.find(document.job().kind()).isPresent();
            case RUNNING -> kinds.find(document.job().kind()).isPresent()
                    && (isMine(document) || document.at().isBefore(clock.instant().minus(silence)));
            case DONE, FAILED, CANCELLED -> false;
        };
    }

    /// Left behind by an earlier life of this replica. One that lives beside it
    /// under the same name gives a sign of life soon.
    private boolean isMine(JobDocument document) {
        String by = Objects.requireNonNullElse(document.holder(), "");
        return by.startsWith(replica) && !by.equals(holder) && document.at().isBefore(born);
    }

    /// Takes it, or ends it where it is not to be begun any more.
    private Mono<Recorded> taken(Recorded head) {
        JobDocument document = head.document();
        if (!isFree(document)) {
            return Mono.empty();
        }
        Instant now = clock.instant();
        if (document.cancelling()) {
            return book.next(head, neverBegun(document));
        }
        return book.next(head, document.attempts() < ATTEMPTS
                ? document.taken(holder, now)
                : document.ended(JobState.FAILED, Fault.of(ProblemType.JOB_ABANDONED, Map.of("count", ATTEMPTS)), null, now));
    }

    /// Cancelled, as nobody is at it.
    JobDocument neverBegun(JobDocument document) {
        return document.ended(JobState.CANCELLED, null, null, clock.instant());
    }

    private Mono<Recorded> worked(Recorded taken) {
        if (taken.document().ended()) {
            return Mono.just(taken);
        }
        JobKind kind = kinds.find(taken.document().job().kind()).orElseThrow();
        Working working = new Working(book, kind, holder, clock, taken);
        running.put(taken.id(), working);
        LOG.info("Job {} of kind {} begins, for the {}. time", taken.id(), kind.name(), taken.document().attempts());
        return working.done()
                .doOnNext(end -> LOG.info("Job {} of kind {} is {}", end.id(), kind.name(), end.document().state().text()));
    }

    /// Says stop to a job that is being done here; the state says it to the others.
    void cancel(String id) {
        Working working = running.get(id);
        if (working != null) {
            working.cancelNow();
        }
    }

    /// Gives back all that this replica was at, when it goes down in order.
    Mono<Void> release() {
        return Flux.fromIterable(running.values()).flatMap(working -> working.release().onErrorResume(e -> Mono.empty())).then();
    }
}
