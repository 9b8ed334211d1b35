package guidang.server.organizations;

import guidang.server.access.Caller;
import guidang.server.access.Role;
import guidang.server.access.Scopes;
import guidang.server.journal.Committed;
import guidang.server.journal.Journal;
import guidang.server.kernel.Code;
import guidang.server.kernel.Digests;
import guidang.server.kernel.OperationId;
import guidang.server.objects.Blobs;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Takes lists of organisations into the tree. A list with any fault writes
/// nothing; one that was cut off goes on when it is handed in again.
@Service
class Imports {
    private final Tree tree;
    private final Organizations organizations;
    private final Scopes scopes;
    private final Blobs blobs;
    private final Journal journal;

    Imports(Tree tree, Organizations organizations, Scopes scopes, Blobs blobs, Journal journal) {
        this.tree = tree;
        this.organizations = organizations;
        this.scopes = scopes;
        this.blobs = blobs;
        this.journal = journal;
    }

    /// What the list comes to, with the job that would write it.
    record Planned(ImportJob job, ImportPlan plan) {}

    /// What was written.
    ///
    /// @param created
    ///            organisations that were not there before
    /// @param position
    ///            of the last transaction
    record Written(int created, long position) {}

    /// Reads and checks; writes nothing.
    Mono<Planned> plan(Caller caller, byte[] list) {
        return Mono.fromSupplier(() -> planned(caller, list)).subscribeOn(Schedulers.boundedElastic())
                .publishOn(Schedulers.parallel());
    }

    private Planned planned(Caller caller, byte[] bytes) {
        ImportJob job = new ImportJob(Digests.hex(bytes));
        ImportList list = ImportList.read(bytes);
        Set<OperationId> own = job.operations(list.size());
        return new Planned(job, ImportPlan.of(list, code -> tree.find(code).filter(n -> !own.contains(n.operation())).isPresent(),
                code -> administered(caller, code)));
    }

    private boolean administered(Caller caller, Code parent) {
        return organizations.path(parent).filter(path -> scopes.may(caller, Role.ADMINISTRATOR, path)).isPresent();
    }

    /// Writes a list without faults, a transaction after the other. Errors:
    /// `ORGANIZATION_EXISTS`, `ORGANIZATION_UNKNOWN` where another's import came
    /// between; the transactions before it stay.
    Mono<Written> write(Caller caller, Planned planned) {
        List<ImportJob.Chunk> chunks = planned.job().chunks(planned.plan().ordered());
        return Flux.fromIterable(chunks).concatMap(chunk -> write(caller, chunk)).reduce(new Written(0, journal.position()),
                Imports::add);
    }

    private Mono<Committed> write(Caller caller, ImportJob.Chunk chunk) {
        return journal.operation(chunk.operation())
                .map(known -> new Committed(known.commit(), known.committedAt(), known.records(), true))
                .switchIfEmpty(Mono.defer(() -> blobs.put(chunk.operation(), chunk.details())
                        .flatMap(details -> journal.submit(chunk.command(caller, organizations, details)))));
    }

    private static Written add(Written sum, Committed chunk) {
        return new Written(sum.created() + (chunk.repeated() ? 0 : chunk.records().size()),
                Math.max(sum.position(), chunk.position()));
    }
}
