package guidang.server.bulk;

import guidang.server.access.Caller;
import guidang.server.access.OrganizationPaths;
import guidang.server.access.Role;
import guidang.server.access.Scopes;
import guidang.server.bulk.ImportRow.Outcome;
import guidang.server.inspection.Spool;
import guidang.server.inspection.Spooled;
import guidang.server.inspection.Uploads;
import guidang.server.jobs.Job;
import guidang.server.jobs.JobIds;
import guidang.server.jobs.Jobs;
import guidang.server.kernel.Code;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Imports, as officers of the organisation or of one above it see and drive
/// them; for everybody else they do not exist.
@Service
class ReportImports {
    private final ImportStore store;
    private final Spool spool;
    private final Jobs jobs;
    private final Scopes scopes;
    private final OrganizationPaths paths;
    private final InstantSource clock;
    private final BulkSettings settings;

    ReportImports(ImportStore store, Spool spool, Jobs jobs, Scopes scopes, OrganizationPaths paths, InstantSource clock,
            BulkSettings settings) {
        this.store = store;
        this.spool = spool;
        this.jobs = jobs;
        this.scopes = scopes;
        this.paths = paths;
        this.clock = clock;
        this.settings = settings;
    }

    /// An import as it stands.
    ///
    /// @param job
    ///            that works or worked on it last
    record Standing(String id, ImportHead head, Counts counts, @Nullable String job) {}

    /// Some rows of an import, and where the next ones begin.
    record Page(List<ImportRow> rows, long total, @Nullable Integer next) {}

    /// Some imports, and where the next ones begin.
    record Listed(List<Standing> imports, @Nullable String next) {}

    /// Takes a zip and begins its dry run. Nothing of it stays after an error.
    /// Errors: `FORBIDDEN`, `ORGANIZATION_UNKNOWN`, `FILE_TOO_LARGE`,
    /// `UPLOAD_ABORTED`, those of [Contents#open] and
    /// [Manifest#read], `FILE_CLASSIFIED` of a name, those of [Jobs#start].
    Mono<Standing> receive(Caller caller, Code organization, String name, Flux<DataBuffer> body) {
        return Mono.fromSupplier(() -> {
            String _ = scopes.require(caller, Role.OFFICER, organization);
            return Uploads.admit(name);
        }).flatMap(admitted -> spool.receive(body, settings.limit().toBytes(),
                zip -> created(caller, organization, admitted, zip)));
    }

    private Mono<Standing> created(Caller caller, Code organization, String name, Spooled zip) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        String id = JobIds.create(now);
        return Mono.fromCallable(() -> rows(zip)).subscribeOn(Schedulers.boundedElastic()).flatMap(rows -> {
            ImportHead head = ImportHead.received(name, organization, caller.subject(), zip.size(), rows.size(), now);
            return store.create(id, head, zip.path(), rows).then(begun(caller, id, head, Step.CHECK))
                    .map(job -> new Standing(id, head, Counts.of(rows), job.id()));
        }).onErrorResume(refused -> store.remove(id).onErrorComplete().then(Mono.error(refused)));
    }

    private List<ImportRow> rows(Spooled zip) throws java.io.IOException {
        try (Contents contents = Contents.open(zip.path(), settings)) {
            List<ImportRow> rows = Manifest.read(contents, settings.rows()).rows();
            rows.stream().flatMap(row -> Stream.concat(Stream.of(row.file()), row.attachments().stream())).filter(contents::has)
                    .map(MemberPath::fileName).forEach(Uploads::admit);
            return rows;
        }
    }

    private Mono<Job> begun(Caller caller, String id, ImportHead head, Step step) {
        return jobs.start(caller, ReportsImport.NAME, head.organization(), ReportsImport.input(id, head.name(), step));
    }

    /// Lets it be filed, or what is left of it be tried again. Errors: `NOT_FOUND`,
    /// `IMPORT_STATE`, those of [Jobs#start].
    Mono<Standing> begin(Caller caller, String id, Step step) {
        return rested(caller, id).doOnNext(step::requireIn).flatMap(head -> begun(caller, id, head, step)
                .flatMap(job -> standing(id, head).map(now -> new Standing(id, now.head(), now.counts(), job.id()))));
    }

    /// As it stands, once a job that was stopped in its tracks is known to work
    /// no more.
    private Mono<ImportHead> rested(Caller caller, String id) {
        return seen(caller, id).flatMap(head -> {
            String job = head.job();
            return !head.working() || job == null
                    ? Mono.just(head)
                    : jobs.isUnfinished(job).flatMap(busy -> busy ? Mono.just(head) : store.advance(id, now -> now.without(job)));
        });
    }

    /// Error: `NOT_FOUND`.
    Mono<Standing> get(Caller caller, String id) {
        return seen(caller, id).flatMap(head -> standing(id, head));
    }

    private Mono<Standing> standing(String id, ImportHead head) {
        return store.counts(id).map(counts -> new Standing(id, head, Counts.sum(counts), head.job()));
    }

    private Mono<ImportHead> seen(Caller caller, String id) {
        return store.head(id).map(ImportStore.Numbered::head).filter(head -> isSeen(caller, head))
                .switchIfEmpty(Mono.error(() -> new Problem(ProblemType.NOT_FOUND)));
    }

    private boolean isSeen(Caller caller, ImportHead head) {
        return paths.path(head.organization()).filter(path -> scopes.may(caller, Role.OFFICER, path)).isPresent();
    }

    /// The newest first.
    Mono<Listed> list(Caller caller, @Nullable String after, int size) {
        return store.ids().flatMapMany(Flux::fromIterable).filter(id -> after == null || id.compareTo(after) < 0)
                .concatMap(id -> store.head(id).onErrorComplete(Problem.class).map(ImportStore.Numbered::head)
                        .filter(head -> isSeen(caller, head)).flatMap(head -> standing(id, head)), 1)
                .take(size + 1L).collectList().map(found -> found.size() <= size
                        ? new Listed(found, null)
                        : new Listed(found.subList(0, size), found.get(size - 1).id()));
    }

    /// Its rows of these outcomes, in their order, after the row of that number.
    Mono<Page> rows(Caller caller, String id, Set<Outcome> outcomes, int after, int size) {
        return seen(caller, id).then(store.counts(id)).flatMap(counts -> {
            List<Integer> pages = IntStream.range(0, counts.size())
                    .filter(page -> outcomes.stream().anyMatch(outcome -> counts.get(page).of(outcome) > 0)).boxed().toList();
            long total = counts.stream().mapToLong(page -> outcomes.stream().mapToLong(page::of).sum()).sum();
            return Flux.fromIterable(pages).concatMap(page -> store.rows(id, page), 0)
                    .concatMapIterable(rows -> rows.stream()
                            .filter(row -> row.row() > after && outcomes.contains(row.outcome())).toList())
                    .take(size + 1L).collectList().map(found -> page(new ArrayList<>(found), total, size));
        });
    }

    /// All rows of these outcomes, in their order. Error: `NOT_FOUND`.
    Mono<Flux<ImportRow>> all(Caller caller, String id, Set<Outcome> outcomes) {
        return seen(caller, id).map(head -> Flux.range(0, ImportStore.pages(head.rows()))
                .concatMap(page -> store.rows(id, page), 0).concatMapIterable(rows -> rows)
                .filter(row -> outcomes.contains(row.outcome())));
    }

    private static Page page(List<ImportRow> found, long total, int size) {
        return found.size() <= size
                ? new Page(found, total, null)
                : new Page(found.subList(0, size), total, found.get(size - 1).row());
    }

    /// Throws it away; what it filed stays. Errors: `NOT_FOUND`, `IMPORT_STATE`
    /// while somebody works on it.
    Mono<Void> remove(Caller caller, String id) {
        return rested(caller, id).flatMap(head -> head.working() ? Mono.error(head.busy()) : store.remove(id));
    }
}
