package guidang.server.rectification;

import guidang.server.access.Caller;
import guidang.server.access.OrganizationPaths;
import guidang.server.filing.Fields;
import guidang.server.filing.Places;
import guidang.server.filing.Reason;
import guidang.server.journal.Command;
import guidang.server.journal.Committed;
import guidang.server.journal.Decision;
import guidang.server.journal.Journal;
import guidang.server.kernel.Code;
import guidang.server.kernel.Digests;
import guidang.server.kernel.OperationId;
import guidang.server.objects.Blobs;
import guidang.server.objects.StoredJson;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Items as sheets bring them: by a clerk of the organisation or above it (代报),
/// or by an officer above it. What a clerk's sheet says is closed becomes a
/// close-out request; an officer's above closes it, dated as the sheet has it.
/// Repeating under the same operation is harmless.
@Component
public final class ItemImport {
    /// Of one item.
    public static final int PROGRESS_LIMIT = 50;
    private static final int AT_ONCE = 16;

    private final Items items;
    private final ItemBlobs blobs;
    private final Journal journal;
    private final Places places;
    private final OrganizationPaths paths;
    private final SourceGuard guard;

    ItemImport(Items items, ItemBlobs blobs, Journal journal, Places places, OrganizationPaths paths, SourceGuard guard) {
        this.items = items;
        this.blobs = blobs;
        this.journal = journal;
        this.places = places;
        this.paths = paths;
        this.guard = guard;
    }

    /// A row that becomes an item.
    ///
    /// @param progress
    ///            in the order in which it was made, at most [#PROGRESS_LIMIT]
    /// @param closing
    ///            absent where the row tells of no close-out
    public record Row(ItemType type, @Nullable LocalDate due, ItemWords words, List<Progress> progress,
            @Nullable Closing closing) {
        public Row {
            progress = List.copyOf(progress);
        }
    }

    /// What was done.
    ///
    /// @param words
    ///            1–4,000 characters
    public record Progress(String words, @Nullable LocalDate on) {}

    /// A close-out.
    ///
    /// @param closed
    ///            whether it is closed; else it is asked for
    /// @param completed
    ///            the day on which it was done
    /// @param closedOn
    ///            the day on which it was closed
    /// @param words
    ///            that go with the request
    public record Closing(boolean closed, @Nullable LocalDate completed, @Nullable LocalDate closedOn, @Nullable String words) {}

    /// What of an item is to become other than it is; each absent where that stays.
    ///
    /// @param replaces
    ///            position of the record whose words were compared; there where
    ///            `words` are
    public record Change(@Nullable Integer replaces, @Nullable ItemWords words, @Nullable Classed classed,
            List<Progress> progress, @Nullable Closing closing) {
        public Change {
            progress = List.copyOf(progress);
        }
    }

    /// Another type and due day; by an officer above alone.
    public record Classed(ItemType type, @Nullable LocalDate due, Reason reason) {}

    /// What was written.
    ///
    /// @param items
    ///            in the order of the rows
    public record Imported(List<OperationId> items, long position) {}

    /// Whether what the caller's sheet says is closed becomes closed, on the tree
    /// of now; else it is asked for.
    public boolean mayClose(Caller caller, Code organization) {
        return Hands.now(paths, caller, organization).officer().isPresent();
    }

    /// Passes where the caller might enter items there now. Errors as [#enter].
    public Mono<Void> rehearse(Caller caller, Code organization, Code campaign) {
        OperationId operation = OperationId.of(caller.subject(), "rehearsal", organization + "/" + campaign);
        return journal.rehearse(new EnteringDecision(places, caller, operation,
                new NewItems(organization, campaign, null, List.of()), null, List.of(), List.of(), Instant.EPOCH)).then();
    }

    /// Enters the rows, all in one transaction or none. Errors:
    /// `ORGANIZATION_UNKNOWN`, `ORGANIZATION_CLOSED`, `FORBIDDEN`,
    /// `CAMPAIGN_UNKNOWN`, `CAMPAIGN_NOT_OPEN`, `INVALID_FIELD`, and those of
    /// [Journal#submit].
    ///
    /// @param rows
    ///            1–100
    public Mono<Imported> enter(Caller caller, OperationId operation, Code organization, Code campaign, List<Row> rows,
            Instant receivedAt) {
        return Mono.fromSupplier(() -> new NewItems(organization, campaign, null, checked(rows)))
                .flatMap(wish -> Mono.zip(words(operation, wish), facts(operation, rows)).flatMap(put -> journal.submit(
                        new Command(operation, Digests.hex(StoredJson.bytes(List.of(organization, campaign, rows))),
                                new EnteringDecision(places, caller, operation, wish, null, put.getT1(), put.getT2(),
                                        receivedAt)))))
                .map(done -> new Imported(EnteringDecision.entered(done.records()), done.position()));
    }

    /// Brings an item up to a row, in one transaction. Errors: `NOT_FOUND`,
    /// `FORBIDDEN`, `ITEM_STATE`, `ITEM_CHANGED`, `REPORT_SEALED`, `INVALID_FIELD`,
    /// and those of [Journal#submit].
    ///
    /// @param change
    ///            not empty
    public Mono<Imported> bring(Caller caller, OperationId operation, Code organization, OperationId item, Change change,
            Instant receivedAt) {
        ItemActs.Ask ask = new ItemActs.Ask(caller, operation.value(), "import", organization, item.value(), receivedAt);
        return (change.words() == null ? items.readable(caller, organization, item.value()) : guard.open(ask))
                .flatMap(_ -> Mono.zip(said(operation, words(change)), said(operation, reason(change)),
                        facts(operation, change.progress(), change.closing())))
                .flatMap(put -> submit(caller, operation, organization, item, change, receivedAt,
                        new BringingDecision.Put(put.getT1().orElse(null), put.getT2().orElse(null), put.getT3())))
                .delayUntil(done -> guard.repeated(ask, done)).map(done -> new Imported(List.of(item), done.position()));
    }

    private Mono<Committed> submit(Caller caller, OperationId operation, Code organization, OperationId item, Change change,
            Instant receivedAt, BringingDecision.Put put) {
        Decision decision = new BringingDecision(places, caller, operation, organization, item, change, put, receivedAt);
        return journal.submit(new Command(operation, Digests.hex(StoredJson.bytes(List.of(item, change))), decision));
    }

    private static List<NewItems.NewItem> checked(List<Row> rows) {
        if (rows.isEmpty() || rows.size() > NewItems.LIMIT) {
            throw Fields.invalid("rows", "1-" + NewItems.LIMIT);
        }
        return rows.stream().map(ItemImport::checked).toList();
    }

    private static NewItems.NewItem checked(Row row) {
        if (row.progress().size() > PROGRESS_LIMIT) {
            throw Fields.invalid("progress", "0-" + PROGRESS_LIMIT);
        }
        return new NewItems.NewItem(null, row.type(), row.due(), ItemForms.checked(row.words()));
    }

    private static @Nullable Object words(Change change) {
        ItemWords words = change.words();
        return words == null ? null : ItemForms.checked(words);
    }

    private static @Nullable Object reason(Change change) {
        return change.classed() == null ? null : change.classed().reason();
    }

    private Mono<List<Blobs.Ref>> words(OperationId operation, NewItems wish) {
        return Flux.fromIterable(wish.items()).flatMapSequential(item -> blobs.words(operation, item.words()), AT_ONCE)
                .collectList();
    }

    private Mono<List<SheetFacts>> facts(OperationId operation, List<Row> rows) {
        return Flux.fromIterable(rows).flatMapSequential(row -> facts(operation, row.progress(), row.closing()), AT_ONCE)
                .collectList();
    }

    private Mono<SheetFacts> facts(OperationId operation, List<Progress> progress, @Nullable Closing closing) {
        Mono<List<SheetFacts.Progress>> done = Flux.fromIterable(progress).concatMap(one -> progress(operation, one))
                .collectList();
        return closing == null
                ? done.map(all -> new SheetFacts(all, null))
                : done.zipWith(said(operation, remark(closing)), (all, words) -> new SheetFacts(all, new SheetFacts.Closing(
                        closing.completed(), closing.closed(), closing.closedOn(), words.orElse(null))));
    }

    private Mono<SheetFacts.Progress> progress(OperationId operation, Progress done) {
        String words = Fields.lines("progress", done.words(), Problems.WORDS);
        return blobs.words(operation, new ProgressWords(1, words, List.of()))
                .map(details -> new SheetFacts.Progress(done.on(), details));
    }

    private static @Nullable Object remark(Closing closing) {
        String words = ItemForms.optional("words", closing.words());
        return words == null ? null : ItemForms.said(words);
    }

    private Mono<Optional<Blobs.Ref>> said(OperationId operation, @Nullable Object words) {
        return words == null ? Mono.just(Optional.empty()) : blobs.words(operation, words).map(Optional::of);
    }
}
