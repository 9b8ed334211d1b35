package guidang.server.jobs;

import guidang.server.access.Caller;
import guidang.server.jobs.JobBook.Recorded;
import guidang.server.kernel.Code;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.objects.Layout;
import guidang.server.objects.ObjectStore;
import guidang.server.objects.Payload;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Pattern;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Begins long work, as the rooms do that have it.
public final class Jobs {
    private static final Pattern FILE = Pattern.compile("[a-z0-9-]{1,32}");
    private static final int INPUT = 32;
    private static final int VALUE = 4096;

    private final JobBook book;
    private final JobKinds kinds;
    private final JobRounds rounds;
    private final ObjectStore work;
    private final InstantSource clock;
    private final int perCaller;

    Jobs(JobBook book, JobKinds kinds, JobRounds rounds, ObjectStore work, InstantSource clock, JobsSettings settings) {
        this.book = book;
        this.kinds = kinds;
        this.rounds = rounds;
        this.work = work;
        this.clock = clock;
        this.perCaller = settings.perCaller();
    }

    /// As [#start(JobOrder)], of what [JobOrder#of] makes.
    public Mono<Job> start(Caller caller, String kind, Code organization, Map<String, String> input) {
        return start(JobOrder.of(caller, kind, organization, input));
    }

    /// Makes a job; durable when it completes. It is begun here if there is room,
    /// else on whichever replica has some. One that was ordered once and failed goes
    /// on. Errors: `JOBS_TOO_MANY`.
    public Mono<Job> start(JobOrder order) {
        return ordered(order, false).doOnNext(made -> rounds.offer(made.id())).map(Recorded::job);
    }

    /// Makes a job as [#start] does, and waits until it has ended. It is begun at
    /// once, whatever else runs here, within reason. Empty where it is not done by
    /// this replica now; it goes on where nobody waits any more. One that was
    /// ordered once and was cancelled goes on too. Errors: those of [#start]; where
    /// it failed, its [Problem].
    public Mono<Job> finish(JobOrder order) {
        return ordered(order, true).flatMap(made -> made.document().ended() ? Mono.just(made) : rounds.awaited(made.id()))
                .map(Jobs::succeeded);
    }

    private static Job succeeded(Recorded end) {
        JobDocument.End how = end.document().end();
        JobDocument.Fault fault = how == null ? null : how.problem();
        if (fault != null) {
            throw fault.problem();
        }
        return end.job();
    }

    /// Whether the job waits or runs; false where there is none any more.
    public Mono<Boolean> isUnfinished(String id) {
        return book.head(id).map(found -> !found.document().ended()).defaultIfEmpty(false);
    }

    /// A job of this kind that waits or runs for the organisation; empty where
    /// there is none.
    public Mono<Job> unfinished(String kind, Code organization) {
        return book.unfinished().filter(found -> found.document().job().kind().equals(kind)
                && found.document().job().organization().equals(organization)).next().map(Recorded::job);
    }

    /// @param awaited
    ///            whether somebody asks for it now
    private Mono<Recorded> ordered(JobOrder order, boolean awaited) {
        check(order);
        JobOrder.Once once = order.once();
        return once == null
                ? room(order.caller()).then(Mono.defer(() -> create(JobIds.create(clock.instant()), order)))
                : create(JobIds.of(once), order).switchIfEmpty(Mono.defer(() -> again(JobIds.of(once), awaited)));
    }

    private void check(JobOrder order) {
        boolean small = order.input().size() <= INPUT && order.input().values().stream().allMatch(v -> v.length() <= VALUE);
        if (kinds.find(order.kind()).isEmpty() || !small
                || !order.files().keySet().stream().allMatch(name -> FILE.matcher(name).matches())) {
            throw new IllegalArgumentException("no such job: " + order.kind());
        }
    }

    private Mono<Void> room(Caller caller) {
        return book.unfinished().filter(found -> found.document().job().subject().equals(caller.subject())).take(perCaller)
                .count()
                .filter(count -> count >= perCaller)
                .flatMap(count -> Mono.error(new Problem(ProblemType.JOBS_TOO_MANY, "count", count)));
    }

    private Mono<Recorded> create(String id, JobOrder order) {
        return Flux.fromIterable(order.files().entrySet()).concatMap(file -> put(id, file)).then(Mono.defer(() -> book.create(id,
                JobDocument.waiting(order, clock.instant().truncatedTo(ChronoUnit.MILLIS)))));
    }

    private Mono<ObjectStore.Put> put(String id, Map.Entry<String, Payload> file) {
        return work.putIfAbsent(Layout.jobFile(id, file.getKey()), file.getValue());
    }

    /// One that is there already: as it is, or to be gone on with.
    private Mono<Recorded> again(String id, boolean awaited) {
        return book.head(id).flatMap(head -> switch (head.document().state()) {
            case WAITING, RUNNING, DONE -> Mono.just(head);
            case CANCELLED -> awaited ? again(head) : Mono.just(head);
            case FAILED -> again(head);
        });
    }

    private Mono<Recorded> again(Recorded head) {
        return book.next(head, head.document().again(clock.instant().truncatedTo(ChronoUnit.MILLIS)))
                .switchIfEmpty(Mono.defer(() -> book.head(head.id())));
    }
}
