package guidang.server.jobs;

import guidang.server.jobs.JobBook.Listed;
import guidang.server.jobs.JobBook.Recorded;
import guidang.server.jobs.JobDocument.End;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Removes what came of jobs, later the jobs, and files whose job never came to
/// be. Every replica does; that is harmless.
final class JobExpiry {
    private static final Duration DAY = Duration.ofDays(1);

    private final JobBook book;
    private final InstantSource clock;
    private final Duration keep;
    private final Duration keepResult;
    /// Jobs that have nothing left but their state.
    private final Set<String> bare = ConcurrentHashMap.newKeySet();

    JobExpiry(JobBook book, InstantSource clock, JobsSettings settings) {
        this.book = book;
        this.clock = clock;
        this.keep = settings.keep();
        this.keepResult = settings.keepResult();
    }

    /// When the file that came of it goes; null where there is none.
    @Nullable
    Instant resultEnds(JobDocument document) {
        End end = document.end();
        return end == null || end.result() == null || end.result().key() == null ? null : end.at().plus(keepResult);
    }

    boolean resultIsGone(JobDocument document) {
        Instant ends = resultEnds(document);
        return ends != null && !clock.instant().isBefore(ends);
    }

    /// Removes what is too old, and tells how many jobs that concerned.
    Mono<Long> expire() {
        return Flux.concat(book.all().collectList().flatMapIterable(all -> all).concatMap(this::expire, 1),
                strays()).count();
    }

    private Mono<String> expire(Listed listed) {
        return book.listed(listed).flatMap(this::expired).switchIfEmpty(Mono.defer(() -> unreadable(listed)))
                .filter(id -> !id.isEmpty());
    }

    /// Empty text where it stays as it is.
    private Mono<String> expired(Recorded found) {
        End end = found.document().end();
        Instant now = clock.instant();
        if (end == null || end.at().plus(keepResult).isAfter(now)) {
            return Mono.just("");
        }
        if (!end.at().plus(keep).isAfter(now)) {
            bare.remove(found.id());
            return book.remove(found).thenReturn(found.id());
        }
        return bare.add(found.id()) ? book.removeFiles(found).thenReturn(found.id()) : Mono.just("");
    }

    /// What nobody can read goes when it would have gone at the latest.
    private Mono<String> unreadable(Listed listed) {
        return isBefore(listed.id(), keep) ? book.remove(listed.id()).thenReturn(listed.id()) : Mono.empty();
    }

    /// Files are put before their job is made; some requests die between.
    private Flux<String> strays() {
        return book.withFiles().filter(id -> isBefore(id, DAY)).collectList().flatMapIterable(ids -> ids)
                .concatMap(id -> book.head(id).hasElement().filter(there -> !there)
                        .flatMap(_ -> book.removeFiles(id).thenReturn(id)), 1);
    }

    private boolean isBefore(String id, Duration age) {
        return id.compareTo(JobIds.time(clock.instant().minus(age))) < 0;
    }
}
