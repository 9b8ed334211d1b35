package guidang.server.rectification;

import guidang.server.access.Caller;
import guidang.server.access.OrganizationPaths;
import guidang.server.access.Role;
import guidang.server.access.Scopes;
import guidang.server.filing.Reason;
import guidang.server.filing.Reports;
import guidang.server.filing.Version;
import guidang.server.journal.Journal;
import guidang.server.journal.StreamKey;
import guidang.server.kernel.Code;
import guidang.server.kernel.OperationId;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.objects.Blobs;
import guidang.server.rectification.Item.Step;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Finds items and their words, from the journal and the blobs alone.
@Component
public class Items {
    private final Journal journal;
    private final Blobs blobs;
    private final Reports reports;
    private final Scopes scopes;
    private final OrganizationPaths paths;

    Items(Journal journal, Blobs blobs, Reports reports, Scopes scopes, OrganizationPaths paths) {
        this.journal = journal;
        this.blobs = blobs;
        this.reports = reports;
        this.scopes = scopes;
        this.paths = paths;
    }

    /// The item as it stands now, whoever asks. Empty where there is none.
    public Mono<Item> find(Code organization, OperationId item) {
        return journal.stream(StreamKey.rectification(organization, item)).flatMap(stream -> Mono.justOrEmpty(Item.of(stream)));
    }

    /// The item as it stands now. Error: `NOT_FOUND` where there is none, and alike
    /// where the caller may not read it.
    public Mono<Item> readable(Caller caller, Code organization, String item) {
        return Mono.just(item).filter(OperationId::isOne).flatMap(id -> find(organization, new OperationId(id)))
                .filter(found -> mayRead(caller, found))
                .switchIfEmpty(Mono.error(() -> new Problem(ProblemType.NOT_FOUND)));
    }

    /// The scope of the tree of now; besides, who acted on behalf of a branch reads
    /// the item while it is a clerk above it.
    private boolean mayRead(Caller caller, Item item) {
        return paths.path(item.opened().organization())
                .filter(path -> scopes.contents(caller).includes(path) || actedOnBehalf(caller, item, path)).isPresent();
    }

    private boolean actedOnBehalf(Caller caller, Item item, String path) {
        return scopes.may(caller, Role.CLERK, path)
                && item.steps().stream().anyMatch(step -> step.fact().actor().equals(caller.subject()));
    }

    /// Which items an organisation has in a campaign, whoever asks.
    public Mono<Register> register(Code campaign, Code organization) {
        return journal.stream(StreamKey.register(campaign, organization)).map(Register::of);
    }

    /// Whether nobody reads what the item is: the report that it came from is
    /// sealed or destroyed.
    public Mono<Boolean> closedBySpill(Item item) {
        ItemRecord.Source source = item.opened().source();
        return source == null ? Mono.just(false) : closed(source.report());
    }

    /// Wherever it was moved.
    Mono<Boolean> closed(OperationId report) {
        return reports.slot(report.value()).flatMap(slot -> Mono.justOrEmpty(slot.version(report))).flatMap(version -> {
            OperationId there = version.state() == Version.State.MOVED ? version.movedTo() : null;
            return there == null ? Mono.just(version.closed()) : closed(there);
        }).defaultIfEmpty(false);
    }

    /// What the item is, in words. Empty where nobody reads them, and where they
    /// went with what was destroyed.
    public Mono<ItemWords> words(Item item) {
        return closedBySpill(item).filter(closed -> !closed).flatMap(_ -> wordsOf(item.words()));
    }

    /// The words that an `opened` or `edited` brought, whether anybody may read
    /// them or not: only for those who ask [#closedBySpill] themselves. Empty where
    /// they are gone.
    public Mono<ItemWords> wordsOf(Step step) {
        return details(step).map(ItemCodec::words);
    }

    /// What a `progressed` says. Empty where that is gone.
    public Mono<ProgressWords> progress(Step step) {
        return details(step).map(ItemCodec::progress);
    }

    /// What any other record says. Empty where nothing was said, and where it
    /// is gone.
    public Mono<Reason> reason(Step step) {
        return details(step).map(ItemCodec::reason);
    }

    private Mono<byte[]> details(Step step) {
        return Mono.justOrEmpty(step.fact().details()).flatMap(ref -> blobs.get(step.record().operation(), ref));
    }
}
