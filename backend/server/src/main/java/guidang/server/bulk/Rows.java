package guidang.server.bulk;

import guidang.server.access.Caller;
import guidang.server.bulk.ImportRow.Outcome;
import guidang.server.filing.PastReports;
import guidang.server.kernel.OperationId;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/// What is done to the rows of one import in one run: looked at, or filed.
///
/// @param twice
///            slots that several rows ask for: nobody knows which one is meant
record Rows(String id, Caller officer, Instant receivedAt, Meanings meanings, Set<String> twice, Members members,
        PastReports past) {
    /// What passes by itself while others file.
    private static final Set<ProblemType> PASSING = Set.of(ProblemType.READER_BUSY, ProblemType.BUSY);
    /// What no other row would fare better with: the run ends, to be repeated.
    private static final Set<ProblemType> ENDING = Set.of(ProblemType.STORE_UNAVAILABLE, ProblemType.OUTCOME_UNKNOWN,
            ProblemType.FILE_CLASSIFIED);
    private static final Retry PATIENCE = Retry.backoff(6, Duration.ofMillis(200)).maxBackoff(Duration.ofSeconds(5))
            .filter(e -> e instanceof Problem problem && PASSING.contains(problem.type()))
            .onRetryExhaustedThrow((_, last) -> last.failure());

    /// A row whose file must not be here at all.
    static final class Spilled extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final int row;

        Spilled(int row) {
            super("a file of row " + row + " is classified", null, false, false);
            this.row = row;
        }

        int row() {
            return row;
        }
    }

    /// Whether a row might be filed now; writes nothing.
    Mono<ImportRow> check(ImportRow row) {
        return told(row, Outcome.REFUSED, meant(row).flatMap(meant -> Mono.defer(() -> members.check(files(meant)))
                .delayUntil(digests -> past.rehearse(officer, Preparation.filing(meant, numbers(digests)), digests.getFirst()))
                .thenReturn(meant.with(Outcome.READY, null))));
    }

    /// Files a row, once however often it is repeated (PROTOCOL 19).
    Mono<ImportRow> file(ImportRow row) {
        OperationId operation = operation(id, row.row());
        Mono<ImportRow> attempt = meant(row).flatMap(meant -> Mono.defer(() -> members.stage(files(meant)))
                .flatMap(uploads -> past.file(officer, operation, Preparation.filing(meant, uploads), receivedAt))
                .thenReturn(meant.with(Outcome.FILED, null)));
        return told(row, Outcome.FAILED, past.filed(operation)
                .flatMap(known -> known ? Mono.just(row.with(Outcome.FILED, null)) : attempt));
    }

    /// The operation that files the row: its report's id.
    static OperationId operation(String id, int row) {
        return OperationId.of("job", "reports-import:" + id, Integer.toString(row));
    }

    private Mono<ImportRow> meant(ImportRow row) {
        return Mono.fromSupplier(() -> meanings.of(row)).doOnNext(meant -> {
            if (twice.contains(meant.slot())) {
                throw new Problem(ProblemType.IMPORT_SLOT_TWICE);
            }
        });
    }

    private List<String> files(ImportRow row) {
        return Preparation.files(row, members.contents());
    }

    private static List<String> numbers(List<String> files) {
        return IntStream.range(0, files.size()).mapToObj(Integer::toString).toList();
    }

    private static Mono<ImportRow> told(ImportRow row, Outcome refused, Mono<ImportRow> work) {
        return work.retryWhen(PATIENCE).onErrorResume(Problem.class, problem -> ENDING.contains(problem.type())
                ? Mono.error(problem.type() == ProblemType.FILE_CLASSIFIED ? new Spilled(row.row()) : problem)
                : Mono.just(row.with(problem.type() == ProblemType.ALREADY_FILED ? Outcome.ALREADY : refused,
                        Refusal.of(problem))));
    }
}
