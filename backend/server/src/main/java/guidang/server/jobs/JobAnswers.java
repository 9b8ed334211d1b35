package guidang.server.jobs;

import guidang.server.access.Caller;
import java.net.URI;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import reactor.core.publisher.Mono;

/// What a caller is told whose request became a job.
public final class JobAnswers {
    private final JobBook book;
    private final JobViews views;

    JobAnswers(JobBook book, JobViews views) {
        this.book = book;
        this.views = views;
    }

    /// 202, where to look, and the job as it is now.
    public Mono<ResponseEntity<JobView>> accepted(Caller caller, Job job, Locale locale) {
        return book.head(job.id()).flatMap(found -> views.of(caller, found, locale))
                .map(view -> ResponseEntity.accepted().location(URI.create("/api/jobs/" + view.id())).body(view));
    }
}
