package guidang.server.bulk;

import guidang.server.bulk.ImportRow.Outcome;
import guidang.server.jobs.JobRun;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// One run through the pages of an import, in bounded memory: a page is read,
/// its rows are worked on, some at a time, and it is written again.
final class ImportRun {
    private final ImportStore store;
    private final String id;
    private final int rows;
    private final JobRun job;
    private final int atOnce;
    private final List<Counts> counts;
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger faulty = new AtomicInteger();

    ImportRun(ImportStore store, String id, int rows, JobRun job, int atOnce, List<Counts> before) {
        this.store = store;
        this.id = id;
        this.rows = rows;
        this.job = job;
        this.atOnce = atOnce;
        this.counts = Collections.synchronizedList(new ArrayList<>(before));
    }

    /// Does it to all rows that are wanted, until the job is cancelled; what is
    /// there afterwards is written, page by page. Errors: those of the work and of
    /// the store.
    Mono<Counts> through(Predicate<ImportRow> wanted, RowWork work) {
        return Flux.range(0, ImportStore.pages(rows)).takeUntil(_ -> job.cancelled())
                .concatMap(page -> page(page, wanted, work), 0).then(Mono.fromSupplier(() -> Counts.sum(counts)));
    }

    private Mono<Void> page(int page, Predicate<ImportRow> wanted, RowWork work) {
        return store.rows(id, page)
                .flatMap(before -> Flux.fromIterable(before).flatMapSequential(row -> row(row, wanted, work), atOnce, 1)
                        .collectList().filter(after -> !after.equals(before)))
                .flatMap(after -> written(page, after));
    }

    private Mono<ImportRow> row(ImportRow row, Predicate<ImportRow> wanted, RowWork work) {
        Mono<ImportRow> worked = Mono.defer(() -> wanted.test(row) && !job.cancelled() ? work.of(row) : Mono.just(row));
        return worked.doOnNext(this::count);
    }

    private void count(ImportRow row) {
        boolean bad = row.outcome() == Outcome.REFUSED || row.outcome() == Outcome.FAILED;
        job.progress(done.incrementAndGet(), (long) rows, bad ? faulty.incrementAndGet() : faulty.get());
    }

    private Mono<Void> written(int page, List<ImportRow> after) {
        return store.putRows(id, page, after).then(Mono.defer(() -> {
            counts.set(page, Counts.of(after));
            return store.putCounts(id, List.copyOf(counts));
        }));
    }
}
