package guidang.server.jobs;

import guidang.server.access.Caller;
import guidang.server.jobs.JobBook.Listed;
import guidang.server.jobs.JobBook.Recorded;
import guidang.server.jobs.JobView.JobPage;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Jobs as far as the caller sees them, and the one thing that may be done
/// about them.
final class JobReading {
    private static final int PAGE = 50;
    private static final int AHEAD = 16;

    private final JobBook book;
    private final JobViews views;
    private final Workshop workshop;

    JobReading(JobBook book, JobViews views, Workshop workshop) {
        this.book = book;
        this.views = views;
        this.workshop = workshop;
    }

    /// The newest first.
    ///
    /// @param wanted
    ///            which of them
    /// @param after
    ///            where the page before ended
    Mono<JobPage> page(Caller caller, Predicate<JobState> wanted, @Nullable String after, Locale locale) {
        return book.all().filter(listed -> after == null || listed.id().compareTo(after) < 0).collectList()
                .flatMapMany(all -> Flux.fromIterable(all.reversed()))
                .flatMapSequential((Listed listed) -> book.listed(listed), AHEAD)
                .filter(found -> wanted.test(found.document().state()) && views.isSeen(caller, found.job())).take(PAGE + 1L)
                .concatMap(found -> views.of(caller, found, locale)).collectList().map(JobReading::page);
    }

    private static JobPage page(List<JobView> found) {
        boolean more = found.size() > PAGE;
        List<JobView> shown = more ? found.subList(0, PAGE) : found;
        return new JobPage(shown, more ? shown.getLast().id() : null);
    }

    /// The job. Errors: `NOT_FOUND` for one that is not there and for one that the
    /// caller must not see, alike.
    Mono<Recorded> seen(Caller caller, String id) {
        return Mono.just(id).filter(JobIds::isOne).flatMap(book::head).filter(found -> views.isSeen(caller, found.job()))
                .switchIfEmpty(Mono.error(() -> new Problem(ProblemType.NOT_FOUND)));
    }

    /// Says stop. Errors: as [#seen]; `JOB_ENDED`.
    Mono<Recorded> cancel(Caller caller, String id) {
        return seen(caller, id).flatMap(head -> cancelled(head, caller)).doOnNext(said -> workshop.cancel(said.id()));
    }

    private Mono<Recorded> cancelled(Recorded head, Caller caller) {
        JobDocument document = head.document();
        if (document.ended()) {
            return Mono.error(new Problem(ProblemType.JOB_ENDED, "state", document.state().text()));
        }
        UnaryOperator<JobDocument> said = document.state() == JobState.WAITING
                ? workshop::neverBegun
                : JobDocument::stopping;
        return document.cancelling()
                ? Mono.just(head)
                : book.next(head, said.apply(document)).switchIfEmpty(Mono.defer(() -> cancel(caller, head.id())));
    }
}
