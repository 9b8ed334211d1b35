package guidang.server.rectification;

import guidang.server.filing.Reports;
import guidang.server.journal.Committed;
import guidang.server.kernel.OperationId;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.objects.Blobs;
import guidang.server.rectification.ItemActs.Ask;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Keeps words out that came from a report that nobody reads any more.
@Component
class SourceGuard {
    private final Items items;
    private final Reports reports;
    private final Blobs blobs;

    SourceGuard(Items items, Reports reports, Blobs blobs) {
        this.items = items;
        this.reports = reports;
        this.blobs = blobs;
    }

    /// Passes where the item's words may be read. Errors:
    /// `NOT_FOUND`; `REPORT_SEALED`.
    Mono<Item> open(Ask ask) {
        return items.readable(ask.caller(), ask.organization(), ask.item())
                .delayUntil(item -> items.closedBySpill(item).filter(closed -> closed).flatMap(_ -> Mono.error(sealed(item))));
    }

    private static Problem sealed(Item item) {
        String report = item.opened().source() == null ? "" : item.opened().source().report().value();
        return new Problem(ProblemType.REPORT_SEALED, "report", report);
    }

    /// What came too late goes at once: words that were written while the report
    /// was destroyed, and those that a repeated request put once more.
    Mono<Void> repeated(Ask ask, Committed committed) {
        return items.find(ask.organization(), new OperationId(ask.item()))
                .flatMap(item -> Mono.justOrEmpty(item.opened().source()))
                .flatMap(source -> dispose(source.report(), committed.records().getFirst().operation()));
    }

    /// Removes what an operation brought, where the report that its words came from
    /// is destroyed.
    Mono<Void> dispose(OperationId report, OperationId operation) {
        return destroyed(report).filter(gone -> gone).flatMap(_ -> blobs.destroy(operation, List.of())).then();
    }

    private Mono<Boolean> destroyed(OperationId report) {
        return reports.slot(report.value()).flatMap(slot -> Mono.justOrEmpty(slot.version(report)))
                .flatMap(version -> switch (version.state()) {
                    case DESTROYED -> Mono.just(true);
                    case MOVED -> Mono.justOrEmpty(version.movedTo()).flatMap(this::destroyed);
                    default -> Mono.just(false);
                }).defaultIfEmpty(false);
    }
}
