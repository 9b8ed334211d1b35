package guidang.server.jobs;

import guidang.server.jobs.JobBook.Recorded;
import guidang.server.jobs.JobDocument.Fault;
import guidang.server.kernel.OperationId;
import guidang.server.kernel.ProblemType;
import guidang.server.kernel.RandomBytes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

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
    private final Set<String> seats = ConcurrentHashMap.newKeySet();
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
    /// error. Gives its last state; empty where it was not done here.
    ///
    /// @param awaited
    ///            whether somebody waits: twice the room then
    Mono<Recorded> take(String id, boolean awaited) {
        return Mono.defer(() -> enter(id, awaited) ? seated(id) : Mono.empty());
    }

    private boolean enter(String id, boolean awaited) {
        synchronized (seats) {
            return seats.size() < (awaited ? 2 * atOnce : atOnce) && seats.add(id);
        }
    }

    private Mono<Recorded> seated(String id) {
        return book.head(id).flatMap(this::taken).flatMap(this::worked).onErrorResume(JobTaken.class, taken -> {
            LOG.info("{}: let go", taken.getMessage());
            return Mono.empty();
        }).onErrorResume(e -> {
            LOG.warn("Job {} is left to whoever looks next", id, e);
            return Mono.empty();
        }).doFinally(_ -> {
            running.remove(id);
            leave(id);
        });
    }

    private void leave(String id) {
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
