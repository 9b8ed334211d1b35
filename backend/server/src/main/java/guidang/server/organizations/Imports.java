package guidang.server.organizations;

import guidang.server.access.Caller;
import guidang.server.access.Role;
import guidang.server.access.Scopes;
import guidang.server.journal.Committed;
import guidang.server.journal.Journal;
import guidang.server.journal.JournalRecord;
import guidang.server.kernel.Code;
import guidang.server.kernel.Digests;
import guidang.server.objects.Blobs;
import guidang.server.organizations.OrganizationRecord.Act;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
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
    private final Names names;
    private final Scopes scopes;
    private final Blobs blobs;
    private final Journal journal;
    private final InstantSource clock;

    Imports(Tree tree, Organizations organizations, Names names, Scopes scopes, Blobs blobs, Journal journal,
            InstantSource clock) {
        this.tree = tree;
        this.organizations = organizations;
        this.names = names;
        this.scopes = scopes;
        this.blobs = blobs;
        this.journal = journal;
        this.clock = clock;
    }

    /// What the list comes to, with the job that would write it.
    record Planned(ImportJob job, ImportPlan plan) {}

    /// What was written, each kind of record with its number.
    ///
    /// @param position
    ///            of the last transaction
    record Written(Map<String, Integer> records, long position) {
        Written add(Committed chunk) {
            Map<String, Integer> sum = new HashMap<>(records);
            if (!chunk.repeated()) {
                chunk.records().stream().map(JournalRecord::type).forEach(type -> sum.merge(type, 1, Integer::sum));
            }
            return new Written(sum, Math.max(position, chunk.position()));
        }

        int created() {
            return records.getOrDefault("created", 0);
        }
    }

    /// Reads and checks; writes nothing.
    Mono<Planned> plan(Caller caller, byte[] bytes) {
        Mono<ImportList> read = Mono.fromSupplier(() -> ImportList.read(bytes)).subscribeOn(Schedulers.boundedElastic());
        return read.delayUntil(list -> names.load(list.rows().stream().flatMap(row -> tree.find(row.code()).stream())))
                .publishOn(Schedulers.boundedElastic())
                .map(list -> new Planned(new ImportJob(Digests.hex(bytes)), ImportPlan.of(list, new KnownTo(caller))))
                .publishOn(Schedulers.parallel());
    }

    /// The tree of now, as far as the caller administers it.
    private final class KnownTo implements Standing.Known {
        private final Caller caller;

        KnownTo(Caller caller) {
            this.caller = caller;
        }

        @Override
        public Optional<Standing> find(Code code) {
            return tree.find(code).map(this::standing);
        }

        private Standing standing(TreeNode node) {
            TreeState now = node.now();
            TreeNode parent = now.parent();
            return new Standing(Names.of(node, TreeNode.NOW), now.naming().shortName(), now.type(), now.level(),
                    parent == null ? null : parent.code(), now.status(), administers(node),
                    parent == null || administers(parent), node.position());
        }

        private boolean administers(TreeNode node) {
            return scopes.may(caller, Role.ADMINISTRATOR, node.path());
        }

        @Override
        public Collection<Code> children(Code code) {
            return organizations.children(code);
        }
    }

    /// Writes a list without faults, a transaction after the other. Errors: those
    /// of [Changes], where another's change came between; the transactions before it
    /// stay.
    ///
    /// @param reason
    ///            null where none was given
    Mono<Written> write(Caller caller, Planned planned, @Nullable String reason) {
        return write(caller, planned, reason, () -> false, _ -> {
        });
    }

    /// As [#write(Caller, Planned, String)].
    ///
    /// @param stop
    ///            whether no further transaction is to be begun
    /// @param done
    ///            is told, after each transaction, how many steps are done
    Mono<Written> write(Caller caller, Planned planned, @Nullable String reason, BooleanSupplier stop, IntConsumer done) {
        AtomicInteger steps = new AtomicInteger();
        return Flux.fromIterable(planned.job().chunks(planned.plan().steps()))
                .concatMap(chunk -> stop.getAsBoolean()
                        ? Mono.<Committed>empty()
                        : write(caller, chunk, reason).doOnNext(_ -> done.accept(steps.addAndGet(chunk.steps().size()))), 0)
                .reduce(new Written(Map.of(), journal.position()), Written::add);
    }

    private Mono<Committed> write(Caller caller, ImportJob.Chunk chunk, @Nullable String reason) {
        Act act = new Act(clock.instant().truncatedTo(ChronoUnit.MILLIS), caller.subject());
        return journal.operation(chunk.operation())
                .map(known -> new Committed(known.commit(), known.committedAt(), known.records(), true))
                .switchIfEmpty(Mono.defer(() -> blobs.put(chunk.operation(), chunk.details(reason).salted())
                        .flatMap(details -> journal.submit(chunk.command(caller, organizations, details, act)))));
    }
}
