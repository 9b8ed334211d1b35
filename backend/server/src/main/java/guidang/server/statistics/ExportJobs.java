package guidang.server.statistics;

import guidang.server.access.Caller;
import guidang.server.access.Role;
import guidang.server.access.Scopes;
import guidang.server.jobs.Job;
import guidang.server.jobs.JobKind;
import guidang.server.jobs.JobOrder;
import guidang.server.jobs.JobResult;
import guidang.server.jobs.JobRun;
import guidang.server.jobs.Jobs;
import guidang.server.kernel.Code;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.objects.Layout;
import guidang.server.objects.ObjectStore;
import guidang.server.objects.Payload;
import guidang.server.objects.StoredJson;
import guidang.server.tables.Table;
import guidang.server.tables.TableFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Tables that are written while nobody waits. A file holds what its caller may
/// see, so nobody else sees its job.
@Service
class ExportJobs implements JobKind {
    private static final String NAME = "export";
    private static final String ASKED = "asked";
    private static final String WANTED = "wanted";
    private static final String FORMAT = "format";
    private static final String LANGUAGE = "language";
    private static final String TABLE = "table";
    private static final String CAMPAIGN = "campaign";

    private final ExportTables tables;
    private final Jobs jobs;
    private final Scopes scopes;
    private final ObjectStore work;

    ExportJobs(ExportTables tables, Jobs jobs, Scopes scopes, @Qualifier("work") ObjectStore work) {
        this.tables = tables;
        this.jobs = jobs;
        this.scopes = scopes;
        this.work = work;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Role role() {
        return Role.OFFICER;
    }

    @Override
    public Map<String, String> facts(Job job) {
        Map<String, String> facts = new TreeMap<>(job.input());
        facts.keySet().retainAll(List.of(TABLE, CAMPAIGN, FORMAT));
        return facts;
    }

    /// Makes the job, once it is sure that the table can be made. Errors: those of
    /// [ExportTables#table].
    Mono<Job> start(Caller caller, Asked asked, ExportSheets.Wanted wanted, String format, Locale locale) {
        Map<String, String> input = new TreeMap<>(Map.of(ASKED, StoredJson.text(asked), WANTED, StoredJson.text(wanted), FORMAT,
                TableFormat.of(format).ending(), LANGUAGE, locale.toLanguageTag(), TABLE, wanted.table()));
        if (asked.campaign() != null && !asked.campaign().isBlank()) {
            input.put(CAMPAIGN, Code.of(asked.campaign()).value());
        }
        return tables.table(caller, asked, wanted, locale)
                .flatMap(_ -> jobs.start(JobOrder.of(caller, NAME, place(caller, asked.parent()), input).forCallerAlone()));
    }

    private Code place(Caller caller, @Nullable String parent) {
        return parent != null && !parent.isBlank()
                ? Code.of(parent)
                : scopes.tops(caller, EnumSet.allOf(Role.class)).stream().findFirst()
                        .orElseThrow(() -> new Problem(ProblemType.FORBIDDEN));
    }

    @Override
    public Mono<JobResult> run(JobRun run) {
        Map<String, String> input = run.job().input();
        Asked asked = StoredJson.read(input.getOrDefault(ASKED, ""), Asked.class);
        ExportSheets.Wanted wanted = StoredJson.read(input.getOrDefault(WANTED, ""), ExportSheets.Wanted.class);
        Locale locale = Locale.forLanguageTag(input.getOrDefault(LANGUAGE, ""));
        Caller caller = run.job().caller();
        return tables.rows(caller, asked, wanted)
                .flatMap(rows -> tables.table(caller, asked, wanted, locale)
                        .flatMap(table -> written(run, table, rows < 0 ? null : rows)));
    }

    private Mono<JobResult> written(JobRun run, Table table, @Nullable Long total) {
        TableFormat file = TableFormat.of(run.job().input().getOrDefault(FORMAT, ""));
        AtomicLong done = new AtomicLong();
        Flux<List<@Nullable Object>> rows = table.rows().takeWhile(_ -> !run.cancelled())
                .doOnNext(_ -> run.progress(done.incrementAndGet(), total, 0));
        Table counted = new Table(table.name(), table.title(), table.stamp(), table.head(), rows);
        return Mono.usingWhen(scratch(), path -> DataBufferUtils.write(bytes(file, counted), path)
                .then(Mono.defer(() -> run.cancelled() ? Mono.empty() : kept(run.job(), path))).map(key -> new JobResult(key,
                        table.name() + "." + file.ending(), file.type().toString(), Map.of("rows", done.get()))),
                ExportJobs::removed);
    }

    private static Flux<DataBuffer> bytes(TableFormat file, Table table) {
        return file.write(table).map(DefaultDataBufferFactory.sharedInstance::wrap);
    }

    /// The whole file at once, or nothing: one that is there already was made by an
    /// earlier run.
    private Mono<String> kept(Job job, Path path) {
        String key = Layout.export(job.id());
        return blocking(() -> Files.size(path)).flatMap(size -> work.putIfAbsent(key, new Payload.LocalFile(path, size)))
                .thenReturn(key);
    }

    private static Mono<Path> scratch() {
        return blocking(() -> Files.createTempFile("guidang-export-", ".part"));
    }

    private static Mono<Boolean> removed(Path path) {
        return blocking(() -> Files.deleteIfExists(path));
    }

    private static <T> Mono<T> blocking(Disk<T> work) {
        return Mono.fromCallable(work::call).subscribeOn(Schedulers.boundedElastic());
    }

    /// What a disk is waited for.
    private interface Disk<T> {
        T call() throws IOException;
    }
}
