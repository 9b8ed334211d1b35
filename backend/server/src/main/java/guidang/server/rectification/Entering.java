package guidang.server.rectification;

import guidang.server.access.Caller;
import guidang.server.filing.Places;
import guidang.server.filing.ReportRecord;
import guidang.server.filing.ReportTexts;
import guidang.server.filing.Fields;
import guidang.server.journal.Command;
import guidang.server.journal.Committed;
import guidang.server.journal.Journal;
import guidang.server.kernel.Digests;
import guidang.server.kernel.OperationId;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.objects.Blobs;
import guidang.server.objects.StoredJson;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Enters items into a register, in one transaction: from a filed report, whose
/// problem each becomes at most once, or by hand.
@Service
class Entering {
    static final String ROUTE = "POST /api/rectifications";
    private static final int AT_ONCE = 8;

    private final ReportTexts reports;
    private final ItemBlobs blobs;
    private final Blobs stored;
    private final Journal journal;
    private final Places places;
    private final SourceGuard guard;

    Entering(ReportTexts reports, ItemBlobs blobs, Blobs stored, Journal journal, Places places, SourceGuard guard) {
        this.reports = reports;
        this.blobs = blobs;
        this.stored = stored;
        this.journal = journal;
        this.places = places;
        this.guard = guard;
    }

    /// Repeating under the same key is the same entry. Errors: those of
    /// [EnteringDecision] and of [Journal#submit]; of the report `NOT_FOUND`,
    /// `REPORT_SEALED`, `REPORT_MOVED`; `INVALID_FIELD`.
    Mono<Committed> enter(Caller caller, String key, NewItems items, Instant receivedAt) {
        OperationId operation = OperationId.of(caller.subject(), ROUTE, key);
        return source(caller, items).flatMap(source -> words(operation, items)
                .flatMap(words -> journal.submit(command(caller, operation, items, source, words, receivedAt)))
                .onErrorResume(Entering::sealed, late -> stored.destroy(operation, List.of()).then(Mono.error(late))))
                .delayUntil(committed -> again(items, committed));
    }

    private Command command(Caller caller, OperationId operation, NewItems items, Optional<ReportRecord.Filed> source,
            List<Blobs.Ref> words, Instant receivedAt) {
        return new Command(operation, Digests.hex(StoredJson.bytes(items)),
                new EnteringDecision(places, caller, operation, items, source.orElse(null), words, List.of(), receivedAt));
    }

    private Mono<List<Blobs.Ref>> words(OperationId operation, NewItems items) {
        return Flux.fromIterable(items.items()).flatMapSequential(item -> blobs.words(operation, item.words()), AT_ONCE)
                .collectList();
    }

    private Mono<Optional<ReportRecord.Filed>> source(Caller caller, NewItems items) {
        OperationId report = items.report();
        return report == null
                ? Mono.just(Optional.empty())
                : reports.structured(caller, report.value()).map(read -> Optional.of(checked(items, read)));
    }

    private static ReportRecord.Filed checked(NewItems items, ReportTexts.Structured read) {
        ReportRecord.Filed filed = read.filed();
        if (!filed.organization().equals(items.organization())) {
            throw Fields.invalid("organization", "of the report");
        }
        if (!filed.campaign().equals(items.campaign())) {
            throw Fields.invalid("campaign", "of the report");
        }
        int problems = Problems.count(read.structure());
        if (items.items().stream().flatMap(item -> Stream.ofNullable(item.problem())).anyMatch(n -> n >= problems)) {
            throw Fields.invalid("problem", "index of a problem in the report");
        }
        return filed;
    }

    /// Whoever repeats an entry puts its words once more: those of a destroyed
    /// report must not come back so.
    private Mono<Void> again(NewItems items, Committed committed) {
        OperationId report = items.report();
        return report == null || !committed.repeated()
                ? Mono.empty()
                : guard.dispose(report, committed.records().getFirst().operation());
    }

    private static boolean sealed(Throwable error) {
        return error instanceof Problem problem && problem.type() == ProblemType.REPORT_SEALED;
    }
}
