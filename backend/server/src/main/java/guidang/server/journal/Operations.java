package guidang.server.journal;

import guidang.server.kernel.OperationId;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.objects.Layout;
import guidang.server.objects.ObjectStore;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/// What is known of operations: in the tail, or materialised. On the journal's
/// thread only.
final class Operations {
    private final ObjectStore archive;
    private final Scheduler thread;
    private final Tail tail;

    Operations(ObjectStore archive, Scheduler thread, Tail tail) {
        this.archive = archive;
        this.thread = thread;
        this.tail = tail;
    }

    /// A known operation.
    ///
    /// @param request
    ///            the digest of its request
    record Known(String request, Committed committed) {
        /// The result for the command that wrote it.
        Known first() {
            return new Known(request, new Committed(committed.commit(), committed.committedAt(), committed.records(), false));
        }

        /// The result for a repetition of the request.
        ///
        /// @throws Problem
        ///             `IDEMPOTENCY_KEY_REUSED` where it is another request
        Committed answer(Command command) {
            if (!request.equals(command.requestDigest())) {
                throw new Problem(ProblemType.IDEMPOTENCY_KEY_REUSED);
            }
            return committed;
        }
    }

    /// The operation at this replica's view; empty where it is unknown there. The
    /// caller holds a stamp, or does not mind that the answer ages.
    Mono<Known> find(OperationId operation) {
        Known recent = recent(operation);
        return recent != null ? Mono.just(recent) : materialised(operation);
    }

    /// The operation where the tail has it.
    @Nullable
    Known recent(OperationId operation) {
        Link link = tail.of(operation);
        if (link == null) {
            return null;
        }
        String request = link.operations().stream().filter(o -> o.id().equals(operation.value())).findFirst().orElseThrow()
                .request();
        Committed committed = link.outcome(operation, true);
        return committed == null ? null : new Known(request, committed);
    }

    private Mono<Known> materialised(OperationId operation) {
        return archive.get(Layout.operation(operation), Link.MAX_BYTES).publishOn(thread)
                .map(bytes -> JournalJson.read(bytes, OperationDocument.class))
                .map(document -> new Known(document.request(), document.toCommitted()))
                .filter(known -> known.committed().commit() < tail.head().position())
                .switchIfEmpty(Mono.defer(() -> Mono.justOrEmpty(recent(operation))));
    }
}
