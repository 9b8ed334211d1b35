package guidang.server.rectification;

import guidang.server.access.Caller;
import guidang.server.access.Grant;
import guidang.server.access.OrganizationPaths;
import guidang.server.access.Role;
import guidang.server.access.Scopes;
import guidang.server.access.TestScopes;
import guidang.server.campaigns.CampaignRecord;
import guidang.server.campaigns.CampaignState;
import guidang.server.campaigns.RequiredDocument;
import guidang.server.filing.Places;
import guidang.server.filing.TestReports;
import guidang.server.journal.Command;
import guidang.server.journal.Committed;
import guidang.server.journal.Journal;
import guidang.server.journal.JournalRecord;
import guidang.server.journal.StreamKey;
import guidang.server.journal.TestJournal;
import guidang.server.journal.View;
import guidang.server.kernel.Code;
import guidang.server.kernel.OperationId;
import guidang.server.kernel.Period;
import guidang.server.objects.Blobs;
import guidang.server.objects.MemoryObjects;
import guidang.server.objects.ObjectStore;
import guidang.server.rectification.ItemActs.Ask;
import guidang.server.rectification.NewItems.NewItem;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import reactor.core.publisher.Mono;

/// Two replicas over one store, a tree of three and one campaign.
final class ItemWorld implements AutoCloseable {
    static final Code ROOT = new Code("ROOT");
    static final Code COMMITTEE = new Code("C1");
    static final Code BRANCH = new Code("B1");
    static final Code CAMPAIGN = new Code("ZT2026");
    static final Instant NOW = Instant.parse("2026-03-01T01:00:00Z");
    private static final String PATH = "ROOT/C1/B1/";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ObjectStore archive = MemoryObjects.archive();
    final List<Replica> replicas = List.of(new Replica("a"), new Replica("b"));

    /// One server's room.
    final class Replica {
        private final TestJournal running;
        final Journal journal;
        final Items items;
        final ItemActs acts;
        final ItemFlow flow;

        Replica(String name) {
            running = new TestJournal(archive, name);
            journal = running.journal();
            OrganizationPaths paths = code -> Optional
                    .of(PATH.substring(0, PATH.indexOf(code + "/") + code.value().length() + 1));
            Scopes scopes = TestScopes.of(paths);
            Blobs blobs = new Blobs(archive);
            items = new Items(journal, blobs, TestReports.of(journal, scopes, paths), scopes, paths);
            acts = new ItemActs(items, new ItemBlobs(blobs), journal, new Tree());
            flow = new ItemFlow(acts, items, new SourceGuard(items, TestReports.of(journal, scopes, paths), blobs));
        }

        Item item(OperationId id) {
            return Objects.requireNonNull(items.find(BRANCH, id).block(PATIENCE));
        }

        List<JournalRecord> stream(OperationId id) {
            return Objects.requireNonNull(journal.stream(StreamKey.rectification(BRANCH, id)).block(PATIENCE));
        }
    }

    static Caller caller(String subject, Role role, Code at) {
        return new Caller(subject, subject, Set.of(new Grant(role, at)));
    }

    static ItemWords words(String problem) {
        return new ItemWords(1, problem, null, null, null, null, null, "支部委员会", null, null, null, null, null);
    }

    static Ask ask(Caller caller, String key, ItemAct act, OperationId item) {
        return new Ask(caller, key, "POST /api/rectifications/" + BRANCH + "/" + item + "/" + act.verb(), BRANCH, item.value(),
                NOW);
    }

    /// Enters one item by hand; both replicas know of it.
    OperationId open(Caller clerk, String key) {
        Replica replica = replicas.getFirst();
        OperationId operation = OperationId.of(clerk.subject(), Entering.ROUTE, key);
        NewItems wish = new NewItems(BRANCH, CAMPAIGN, null, List.of(new NewItem(null, ItemType.BY_DEADLINE, null, words(key))));
        Committed done = Objects.requireNonNull(new ItemBlobs(new Blobs(archive)).words(operation, words(key))
                .flatMap(words -> replica.journal.submit(new Command(operation, key,
                        new EnteringDecision(new Tree(), clerk, operation, wish, null, List.of(words), List.of(), NOW))))
                .block(PATIENCE));
        settle(done.position());
        return EnteringDecision.id(operation, 0);
    }

    /// Until both replicas have come that far.
    void settle(long position) {
        replicas.forEach(replica -> now(replica.journal.await(position, PATIENCE)));
    }

    static <T> T now(Mono<T> what) {
        return Objects.requireNonNull(what.block(PATIENCE));
    }

    @Override
    public void close() {
        replicas.forEach(replica -> replica.running.close());
    }

    private static final class Tree implements Places {
        @Override
        public List<Code> lineage(View view, Code organization) {
            return organization.equals(BRANCH) ? List.of(ROOT, COMMITTEE, BRANCH) : List.of();
        }

        @Override
        public Optional<CampaignState> campaign(View view, Code campaign) {
            Blobs.Ref none = new Blobs.Ref("0".repeat(64), 0);
            var asked = new RequiredDocument(new Code("PLAN"), new Period("2026"), LocalDate.of(2026, 12, 31), true);
            var created = new CampaignRecord.Created(none, ROOT, List.of(), List.of(asked));
            return Optional.of(new CampaignState(campaign, created, OperationId.of("test", "campaign", "1"),
                    CampaignState.Phase.CLOSED, 0, List.of(), 1, null, null));
        }
    }
}
