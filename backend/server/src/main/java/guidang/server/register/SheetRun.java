package guidang.server.register;

import guidang.server.access.Caller;
import guidang.server.filing.Reason;
import guidang.server.jobs.JobRun;
import guidang.server.kernel.OperationId;
import guidang.server.kernel.Problem;
import guidang.server.rectification.ItemImport;
import guidang.server.rectification.ItemWords;
import guidang.server.register.SheetHead.Refused;
import guidang.server.register.SheetRow.Closing;
import guidang.server.register.SheetStep.Kind;
import guidang.server.register.SheetStep.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// One run through a sheet. New items go in blocks that the sheet alone
/// determines, each one transaction under an operation made of the import and
/// the block; each changed item is a transaction of its own. So whoever writes a
/// block again, on whichever replica, writes it once.
final class SheetRun {
    /// Items of one transaction.
    private static final int BLOCK = 100;
    private static final int AT_ONCE = 4;

    private final String id;
    private final SheetHead head;
    private final SheetPlans.Planned planned;
    private final ItemImport writing;
    private final JobRun job;
    private final Map<Integer, SheetStep> steps = new HashMap<>();
    private final List<Refused> refused = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger added = new AtomicInteger();
    private final AtomicInteger changed = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();

    SheetRun(String id, SheetHead head, SheetPlans.Planned planned, ItemImport writing, JobRun job) {
        this.id = id;
        this.head = head;
        this.planned = planned;
        this.writing = writing;
        this.job = job;
        planned.plan().steps().forEach(step -> steps.put(step.row().number(), step));
    }

    /// Rows of a place that are written at once; those with a fault are among them.
    private record Block(Place place, int number, List<SheetRow> rows) {}

    /// Errors: those that may pass. What is refused for good is told in the end.
    Mono<SheetHead.End> through() {
        return Flux.fromIterable(blocks()).flatMap(this::written, AT_ONCE).then(Mono.fromSupplier(this::end));
    }

    /// Those of one register, one after the other: their items are numbered in the
    /// order of the rows.
    private Mono<Void> written(List<Block> register) {
        return Flux.fromIterable(register).takeWhile(_ -> !job.cancelled()).concatMap(this::written, 0).then();
    }

    /// Of what the sheet says, written in this run or before.
    private SheetHead.End end() {
        int before = Math.max(0, head.counts().added() - planned.plan().count(Kind.ADDED));
        int mended = Math.max(0, head.counts().changed() - planned.plan().count(Kind.CHANGED));
        return new SheetHead.End(before + added.get(), mended + changed.get(), List.copyOf(refused));
    }

    /// By register.
    private List<List<Block>> blocks() {
        Map<Place, List<SheetRow>> byPlace = new LinkedHashMap<>();
        planned.rows().forEach(placed -> byPlace.computeIfAbsent(placed.place(), _ -> new ArrayList<>()).add(placed.row()));
        List<List<Block>> all = new ArrayList<>();
        byPlace.forEach((place, rows) -> {
            List<Block> blocks = new ArrayList<>();
            for (int from = 0; from < rows.size(); from += BLOCK) {
                blocks.add(new Block(place, from / BLOCK, rows.subList(from, Math.min(from + BLOCK, rows.size()))));
            }
            all.add(blocks);
        });
        return all;
    }

    private Mono<Void> written(Block block) {
        List<SheetStep> mine = block.rows.stream().flatMap(row -> Stream.ofNullable(steps.get(row.number()))).toList();
        List<SheetStep> fresh = mine.stream().filter(step -> step.kind() == Kind.ADDED).toList();
        List<SheetStep> others = mine.stream().filter(step -> step.kind() == Kind.CHANGED).toList();
        return entered(block, fresh)
                .then(Flux.fromIterable(others).flatMap(this::brought, AT_ONCE).then())
                .then(Mono.fromRunnable(() -> told(block.rows.size())));
    }

    private void told(int rows) {
        job.progress(done.addAndGet(rows), (long) planned.rows().size(), refused.size());
    }

    private Mono<Void> entered(Block block, List<SheetStep> fresh) {
        OperationId operation = OperationId.of("job", "register-import:" + id, block.place + " " + block.number);
        return fresh.isEmpty()
                ? Mono.empty()
                : writing.enter(caller(), operation, block.place.organization(), block.place.campaign(),
                        fresh.stream().map(this::row).toList(), head.receivedAt())
                        .doOnNext(_ -> added.addAndGet(fresh.size())).then()
                        .onErrorResume(e -> isFinal(e), e -> refuse(fresh, (Problem) e));
    }

    private Mono<Void> brought(SheetStep step) {
        Place place = step.place();
        Present was = step.was();
        OperationId operation = OperationId.of("job", "register-import:" + id, place + " row " + step.row().number());
        return was == null
                ? Mono.empty()
                : writing.bring(caller(), operation, place.organization(), was.item(), change(step, was), head.receivedAt())
                        .doOnNext(_ -> changed.incrementAndGet()).then()
                        .onErrorResume(e -> isFinal(e), e -> refuse(List.of(step), (Problem) e));
    }

    private Caller caller() {
        return job.job().caller();
    }

    /// Others may pass: the job begins again then.
    private static boolean isFinal(Throwable e) {
        return e instanceof Problem problem && problem.type().status() < 500;
    }

    private Mono<Void> refuse(List<SheetStep> all, Problem problem) {
        return Mono.fromRunnable(() -> all.forEach(step -> refused
                .add(new Refused(step.row().number(), problem.type().slug(), problem.arguments()))));
    }

    private ItemImport.Row row(SheetStep step) {
        SheetRow row = step.row();
        return new ItemImport.Row(row.type(), row.day(SheetColumn.DUE), row.words(), progress(row.progress()),
                row.closing() == Closing.NO ? null : closing(row));
    }

    private ItemImport.Change change(SheetStep step, Present was) {
        SheetRow row = step.row();
        ItemWords words = step.words(planned.plan().head()).orElse(null);
        boolean classed = step.differs(SheetColumn.TYPE) || step.differs(SheetColumn.DUE);
        return new ItemImport.Change(words == null ? null : was.position(), words, classed ? classed(row) : null,
                progress(Comparing.newLines(row, was)), step.differs(SheetColumn.CLOSED) ? closing(row) : null);
    }

    /// The reason is the sheet, by its name.
    private ItemImport.Classed classed(SheetRow row) {
        return new ItemImport.Classed(row.type(), row.day(SheetColumn.DUE), new Reason(1, head.name(), null));
    }

    private static List<ItemImport.Progress> progress(List<ProgressLine> lines) {
        return lines.stream().map(line -> new ItemImport.Progress(line.words(), line.on())).toList();
    }

    private static ItemImport.Closing closing(SheetRow row) {
        return new ItemImport.Closing(row.closing() == Closing.YES, row.day(SheetColumn.COMPLETED),
                row.day(SheetColumn.CLOSED_ON), null);
    }
}
