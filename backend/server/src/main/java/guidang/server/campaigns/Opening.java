package guidang.server.campaigns;

import guidang.server.journal.Command;
import guidang.server.journal.Committed;
import guidang.server.journal.Journal;
import guidang.server.kernel.Code;
import guidang.server.kernel.OperationId;
import guidang.server.objects.Blobs;
import guidang.server.organizations.Organizations;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Freezes a campaign's roster from the tree of its opening commit: blobs, then
/// their records, then `opened`. Each step has an operation id of its own, and
/// whoever computes a step gets the same bytes: cut off at any point, on any
/// replica, repeating goes on where it stopped (PROTOCOL 19).
@Service
class Opening {
    private static final String OPENED = "opened";

    private final Asked asked;
    private final Blobs blobs;
    private final Journal journal;
    private final CampaignDecisions decisions;

    Opening(Organizations tree, Asked asked, Blobs blobs, Journal journal) {
        this.asked = asked;
        this.blobs = blobs;
        this.journal = journal;
        this.decisions = new CampaignDecisions(tree);
    }

    private record Part(int index, List<RosterRow> rows) {}

    /// Whom it asks, by the tree of its opening commit. Blocks while it counts.
    long asked(CampaignState campaign) {
        return rows(campaign).count();
    }

    /// What it came to; empty while it is not open.
    Mono<Committed> opened(Code campaign) {
        return journal.operation(operation(campaign, OPENED));
    }

    /// Freezes all that is not frozen yet, and opens; empty where it was told to
    /// stop before.
    ///
    /// @param campaign
    ///            one that is opening
    /// @param stop
    ///            whether no further part is to be frozen
    /// @param done
    ///            is told, after each part, how many rows are frozen
    Mono<Committed> freeze(CampaignState campaign, BooleanSupplier stop, LongConsumer done) {
        AtomicInteger rostered = new AtomicInteger();
        return parts(campaign).takeWhile(_ -> !stop.getAsBoolean())
                .concatMap(part -> record(campaign.code(), part)
                        .doOnNext(rows -> done.accept(rostered.addAndGet(rows))), 0)
                .then(Mono.defer(() -> stop.getAsBoolean()
                        ? Mono.empty()
                        : step(campaign.code(), OPENED, new CampaignRecord.Opened(rostered.get()))));
    }

    private Flux<Part> parts(CampaignState campaign) {
        return Flux.fromStream(() -> rows(campaign)).buffer(Rosters.PART).index((i, rows) -> new Part(i.intValue(), rows))
                .subscribeOn(Schedulers.boundedElastic());
    }

    private Stream<RosterRow> rows(CampaignState campaign) {
        return asked.of(campaign.created().whom(), campaign.openingCommit())
                .map(place -> new RosterRow(place.code(), place.path()));
    }

    private Mono<Integer> record(Code campaign, Part part) {
        OperationId operation = operation(campaign, Integer.toString(part.index()));
        return blobs.put(operation, CampaignCodec.roster(part.rows()))
                .flatMap(blob -> step(campaign, Integer.toString(part.index()),
                        new CampaignRecord.RosterPart(blob, part.rows().getFirst().organization(), part.rows().size())))
                .thenReturn(part.rows().size());
    }

    private Mono<Committed> step(Code campaign, String name, CampaignRecord record) {
        return journal
                .submit(new Command(operation(campaign, name), campaign + ":" + name, decisions.whileOpening(campaign, record)));
    }

    private static OperationId operation(Code campaign, String step) {
        return OperationId.of("job", "roster:" + campaign, step);
    }
}
