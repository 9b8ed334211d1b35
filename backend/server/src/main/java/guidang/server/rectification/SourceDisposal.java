package guidang.server.rectification;

import guidang.server.filing.AfterDestruction;
import guidang.server.filing.ReportRecord;
import guidang.server.filing.Reports;
import guidang.server.filing.Version;
import guidang.server.objects.Blobs;
import guidang.server.objects.ObjectStore.Removal;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Lets go of the words of items that came from a destroyed report, and of
/// those that replaced them; the records stay, and so does what was done. Where
/// a sheet brought other words together with more, that goes with them.
@Component
class SourceDisposal implements AfterDestruction {
    private final Items items;
    private final Reports reports;
    private final Blobs blobs;

    SourceDisposal(Items items, Reports reports, Blobs blobs) {
        this.items = items;
        this.reports = reports;
        this.blobs = blobs;
    }

    @Override
    public Mono<Removal> destroyed(ReportRecord.Filed version) {
        return Flux.concat(taken(version), before(version)).collectList().filter(all -> !all.isEmpty())
                .map(all -> all.contains(Removal.KEPT) ? Removal.KEPT : Removal.REMOVED);
    }

    private Flux<Removal> taken(ReportRecord.Filed version) {
        return items.register(version.campaign(), version.organization())
                .flatMapIterable(register -> register.from(version.report()))
                .concatMap(entry -> items.find(version.organization(), entry.item()))
                .flatMapIterable(Item::steps).filter(step -> brings(step.fact())).map(step -> step.record().operation())
                .distinct()
                .concatMap(operation -> blobs.destroy(operation, List.of()));
    }

    private static boolean brings(ItemRecord fact) {
        return fact instanceof ItemRecord.Opened || fact instanceof ItemRecord.Edited;
    }

    /// In the slot that it was moved out of.
    private Flux<Removal> before(ReportRecord.Filed version) {
        ReportRecord.Origin origin = version.origin();
        return origin == null
                ? Flux.empty()
                : reports.slot(origin.report().value()).flatMap(slot -> Mono.justOrEmpty(slot.version(origin.report())))
                        .map(Version::filed).flatMapMany(there -> Flux.concat(taken(there), before(there)));
    }
}
