package guidang.server.jobs;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import guidang.server.objects.Layout;
import guidang.server.objects.ObjectStore;
import guidang.server.objects.ObjectStore.Put;
import guidang.server.objects.Payload;
import guidang.server.objects.WriteOutcomeUnknown;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/// The states of jobs as they lie in `work` at `state/jobs/{id}/{n}.json`.
/// State n+1 is made from state n by create-if-absent: of several who go on from
/// the same state one does. The first and the last two are kept.
final class JobBook {
    private static final Logger LOG = LoggerFactory.getLogger(JobBook.class);
    private static final String KIND = "jobs";
    private static final String FOLDER = Layout.states(KIND);
    private static final int KEPT = 2;
    private static final int REMEMBERED = 5_000;
    private static final int NUMBER = 12;
    private static final int AHEAD = 16;
    private static final Retry REPEAT = Retry.backoff(3, Duration.ofMillis(100)).filter(WriteOutcomeUnknown.class::isInstance)
            .onRetryExhaustedThrow((spec, last) -> last.failure());

    private final ObjectStore work;
    /// An ended job changes only where somebody lets it go on, which all who act on
    /// it read again.
    private final Cache<Listed, JobDocument> ended = Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    JobBook(ObjectStore work) {
        this.work = work;
    }

    /// A job, as its folder says: without having read it.
    ///
    /// @param last
    ///            the number of its last state
    record Listed(String id, long last) {}

    /// A job in its last state that can be read.
    ///
    /// @param n
    ///            the number of its last state
    record Recorded(String id, long n, JobDocument document) {
        Job job() {
            return document.job().job(id);
        }
    }

    /// Puts the first state in; empty where the job is there already.
    Mono<Recorded> create(String id, JobDocument document) {
        return made(new Recorded(id, 0, document));
    }

    /// The last state; empty where there is no such job, or nothing of it can
    /// be read.
    Mono<Recorded> head(String id) {
        return work.list(folder(id), "").mapNotNull(JobBook::listed).collectList().filter(all -> !all.isEmpty())
                .flatMap(this::head);
    }

    private Mono<Recorded> head(List<Listed> states) {
        long last = states.getLast().last();
        return Flux.fromIterable(states.reversed()).concatMap(state -> read(state.id(), state.last()), 1).next()
                .map(document -> new Recorded(states.getLast().id(), last, document));
    }

    /// All jobs in the order of their times. A list of names: nothing is read.
    Flux<Listed> all() {
        return work.list(FOLDER, "").mapNotNull(JobBook::listed).bufferUntilChanged(Listed::id)
                .map(states -> states.getLast());
    }

    /// As [#head], of one that was listed; of one that ended, out of memory.
    Mono<Recorded> listed(Listed listed) {
        JobDocument known = ended.getIfPresent(listed);
        return known != null
                ? Mono.just(new Recorded(listed.id(), listed.last(), known))
                : read(listed.id(), listed.last()).map(document -> remembered(listed, document))
                        .switchIfEmpty(Mono.defer(() -> head(listed.id())));
    }

    /// Those that wait or run, in the order of their times.
    Flux<Recorded> unfinished() {
        return all().flatMapSequential(this::listed, AHEAD).filter(found -> !found.document().ended());
    }

    private Recorded remembered(Listed listed, JobDocument document) {
        if (document.ended()) {
            ended.put(listed, document);
        }
        return new Recorded(listed.id(), listed.last(), document);
    }

    /// The next state. Where somebody else made it, the change is made to that one,
    /// unless it is not the caller's any more. Errors: [JobTaken].
    ///
    /// @param holder
    ///            whose job it must still be
    Mono<Recorded> advance(Recorded from, String holder, UnaryOperator<JobDocument> change) {
        return next(from, change.apply(from.document()))
                .switchIfEmpty(Mono.defer(() -> last(from).flatMap(found -> held(found, holder) //
                        ? advance(found, holder, change)
                        : Mono.error(new JobTaken(from.id())))));
    }

    private static boolean held(Recorded found, String holder) {
        return !found.document().ended() && holder.equals(found.document().holder());
    }

    /// The state that stands in the way of the next one.
    private Mono<Recorded> last(Recorded from) {
        return head(from.id()).filter(found -> found.n() > from.n())
                .switchIfEmpty(Mono.defer(() -> read(from.id(), from.n() + 1)
                        .map(document -> new Recorded(from.id(), from.n() + 1, document))))
                .switchIfEmpty(Mono.error(() -> new JobTaken(from.id())));
    }

    /// The next state, this one; empty where another one is there.
    Mono<Recorded> next(Recorded from, JobDocument document) {
        return made(new Recorded(from.id(), from.n() + 1, document))
                .delayUntil(next -> forget(next.id(), next.n() - KEPT));
    }

    private Mono<Recorded> made(Recorded state) {
        return put(state).flatMap(put -> put == Put.CREATED ? Mono.just(true) : isThere(state)).filter(made -> made)
                .map(_ -> state);
    }

    /// Whether an attempt of unknown outcome was one after all.
    private Mono<Boolean> isThere(Recorded next) {
        return work.get(key(next.id(), next.n()), JobsJson.LIMIT)
                .map(found -> Arrays.equals(found, JobsJson.bytes(next.document()))).defaultIfEmpty(false);
    }

    private Mono<Put> put(Recorded state) {
        return Mono.fromSupplier(() -> Payload.of(JobsJson.bytes(state.document())))
                .flatMap(bytes -> work.putIfAbsent(key(state.id(), state.n()), bytes)).retryWhen(REPEAT);
    }

    /// The first one stays: by it a job that is made once is known. What is left
    /// behind goes with the job in the end.
    private Mono<Void> forget(String id, long n) {
        return n <= 0 ? Mono.empty() : work.delete(key(id, n)).onErrorComplete();
    }

    /// Removes a job, with all that it was given and all that came of it.
    Mono<Void> remove(Recorded job) {
        return removeFiles(job).then(remove(job.id()));
    }

    /// As [#remove], of one whose state can't be read.
    Mono<Void> remove(String id) {
        return removeFiles(id).then(removeAll(folder(id)));
    }

    /// Removes what a job was given and what came of it.
    Mono<Void> removeFiles(Recorded job) {
        JobDocument.End end = job.document().end();
        String result = end == null || end.result() == null ? null : end.result().key();
        return removeFiles(job.id()).then(result == null ? Mono.empty() : work.delete(result));
    }

    Mono<Void> removeFiles(String id) {
        return removeAll(Layout.jobFiles(id)).then(work.delete(Layout.export(id)));
    }

    /// The ids under which files lie, whether there is a job or not.
    Flux<String> withFiles() {
        return Flux.just(Layout.jobFiles(), Layout.exports())
                .concatMap(folder -> work.list(folder, "").map(key -> key.split("/", -1)[1]))
                .filter(JobIds::isOne).distinctUntilChanged();
    }

    private Mono<Void> removeAll(String folder) {
        return work.list(folder, "").collectList().flatMapIterable(keys -> keys).concatMap(work::delete).then();
    }

    /// Empty where it is not there or can't be read.
    private Mono<JobDocument> read(String id, long n) {
        return work.get(key(id, n), JobsJson.LIMIT).onErrorResume(IllegalStateException.class, tooLarge -> Mono.empty())
                .flatMap(bytes -> Mono.justOrEmpty(JobsJson.read(bytes)).switchIfEmpty(skipped(id, n)));
    }

    private static Mono<JobDocument> skipped(String id, long n) {
        return Mono.fromRunnable(() -> LOG.warn("State {} of job {} can't be read and is skipped", n, id));
    }

    private static String folder(String id) {
        return FOLDER + id + "/";
    }

    private static String key(String id, long n) {
        return Layout.state(KIND, id, n);
    }

    /// Null where a key is none of a job's state.
    private static @Nullable Listed listed(String key) {
        String[] parts = key.substring(FOLDER.length()).split("/", -1);
        return parts.length == 2 && JobIds.isOne(parts[0]) && parts[1].matches("\\d{" + NUMBER + "}\\.json")
                ? new Listed(parts[0], Long.parseLong(parts[1].substring(0, NUMBER)))
                : null;
    }
}
