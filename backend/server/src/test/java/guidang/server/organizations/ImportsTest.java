package guidang.server.organizations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import guidang.server.access.Caller;
import guidang.server.access.Grant;
import guidang.server.access.Role;
import guidang.server.access.TestScopes;
import guidang.server.journal.Command;
import guidang.server.journal.Committed;
import guidang.server.journal.Journal;
import guidang.server.journal.TestJournal;
import guidang.server.kernel.Code;
import guidang.server.objects.Blobs;
import guidang.server.objects.MemoryObjects;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mockito.AdditionalAnswers;
import org.mockito.Mockito;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Mono;

/// Imports over the real journal, in memory.
class ImportsTest {
    private static final Caller CHEN = new Caller("chen", "陈", Set.of(new Grant(Role.ADMINISTRATOR, new Code("ROOT"))));

    private final MemoryObjects archive = MemoryObjects.archive();
    private final Blobs blobs = new Blobs(archive);
    private final TestJournal open = new TestJournal(archive, "a");
    private final TestJournal rival = new TestJournal(archive, "b");

    @AfterEach
    void close() {
        open.close();
        rival.close();
    }

    /// The room as one replica wires it.
    private final class Replica {
        private final Tree tree = new Tree();
        private final Imports imports;

        Replica(Journal journal) {
            Organizations organizations = new Organizations(tree);
            imports = new Imports(tree, organizations, new Names(tree, blobs), TestScopes.of(organizations), blobs, journal,
                    InstantSource.system());
            await(new TreeStart(journal, tree, blobs, new OrganizationsSettings("ROOT", "根", DataSize.ofMegabytes(1)))
                    .grown().thenReturn(true));
        }

        Imports.Written take(byte[] list) {
            Imports.Planned planned = await(imports.plan(CHEN, list));
            assertThat(planned.plan().faults()).isEmpty();
            return await(imports.write(CHEN, planned, "机构调整"));
        }
    }

    @Test
    void anImportThatWasCutOffGoesOnWhenItIsHandedInAgain() {
        byte[] list = RandomList.of(77, 1).bytes();
        for (long seed = 0; list.length < 60_000; seed++) {
            list = RandomList.of(seed, 3000).bytes();
        }
        int size = ImportList.read(list).size();
        AtomicInteger commands = new AtomicInteger();
        Replica cut = new Replica(failingAfter(3, commands));
        byte[] handed = list;
        assertThat(catchThrowable(() -> cut.take(handed))).hasMessageContaining("cut off");
        Replica again = new Replica(rival.journal());
        // The other replica hears of the chunks when it next looks at the journal.
        await(rival.journal().await(open.journal().position(), Duration.ofSeconds(20)));
        int there = again.tree.size() - 1;
        assertThat(there).isEqualTo(2 * ImportJob.CHUNK);
        assertThat(again.take(list).created()).isEqualTo(size - there);
        assertThat(again.take(list).created()).isZero();
        assertThat(again.tree.size()).isEqualTo(size + 1);
    }

    @Test
    void twoReplicasThatImportTheSameListMakeEachOrganisationOnce() {
        byte[] list = RandomList.of(5, 900).bytes();
        Replica one = new Replica(open.journal());
        Replica two = new Replica(rival.journal());
        Imports.Planned first = await(one.imports.plan(CHEN, list));
        Imports.Planned second = await(two.imports.plan(CHEN, list));
        List<Imports.Written> written = await(
                Mono.zip(one.imports.write(CHEN, first, null), two.imports.write(CHEN, second, null), (a, b) -> List.of(a, b)));
        assertThat(written.stream().mapToInt(Imports.Written::created).sum()).isEqualTo(first.plan().size());
    }

    @Test
    void twoReplicasThatStartAtOnceMakeOneRoot() {
        Replica one = new Replica(open.journal());
        Replica two = new Replica(rival.journal());
        assertThat(one.tree.size()).isEqualTo(1);
        assertThat(two.tree.size()).isEqualTo(1);
        assertThat(rival.journal().position()).isEqualTo(1);
    }

    private Journal failingAfter(int commands, AtomicInteger seen) {
        Journal failing = Mockito.mock(Journal.class, AdditionalAnswers.delegatesTo(open.journal()));
        Mockito.doAnswer(call -> seen.incrementAndGet() > commands
                ? Mono.<Committed>error(new IllegalStateException("cut off"))
                : open.journal().submit(call.getArgument(0, Command.class))).when(failing).submit(Mockito.any());
        return failing;
    }

    private static <T> T await(Mono<T> answer) {
        return Objects.requireNonNull(answer.toFuture().join());
    }
}
