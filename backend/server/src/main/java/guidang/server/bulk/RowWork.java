package guidang.server.bulk;

import reactor.core.publisher.Mono;

/// What a run does to one row. Completes with the row as it is afterwards.
/// Errors: those that end the run.
@FunctionalInterface
interface RowWork {
    Mono<ImportRow> of(ImportRow row);
}
