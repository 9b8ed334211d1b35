package guidang.server.campaigns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import guidang.server.calendars.CalendarList;
import guidang.server.access.Caller;
import guidang.server.access.Grant;
import guidang.server.access.Role;
import guidang.server.journal.Command;
import guidang.server.journal.Committed;
import guidang.server.journal.Journal;
import guidang.server.journal.TestJournal;
import guidang.server.kernel.Code;
import guidang.server.kernel.Period;
import guidang.server.objects.Blobs;
import guidang.server.objects.MemoryObjects;
import guidang.server.organizations.OrganizationType;
import guidang.server.organizations.TestOrganizations;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.AdditionalAnswers;
import org.mockito.Mockito;
import reactor.core.publisher.Mono;

/// An opening that is cut off between any two of its transactions goes on when
/// another replica starts, and ends the same: nobody of those left out, nobody
/// who came later.
class OpeningTest {
    private static final Caller CHEN = new Caller("chen", "陈", Set.of(new Grant(Role.ADMINISTRATOR, new Code("ROOT"))));
    private static final Code CAMPAIGN = new Code("C");
    private static final int BRANCHES = 12_000;

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
        private final CampaignList list = new CampaignList(new CalendarList());
        private final TestOrganizations tree;
        private final CampaignLife life;
        private final CampaignStart start;
        private final Campaigns campaigns;

        Replica(Journal journal) {
            tree = new TestOrganizations(journal, blobs);
            Asked asked = new Asked(tree.organizations());
            Opening opening = new Opening(tree.organizations(), asked, blobs, journal);
            life = new CampaignLife(journal, blobs, list, opening, asked, tree.organizations());
            start = new CampaignStart(journal, list, opening);
            campaigns = new Campaigns(list, new Rosters(blobs), blobs, new Due(ZoneId.of("Asia/Shanghai")), journal,
                    tree.organizations());
            start.caughtUp().toFuture().join();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void whateverWasCutOffIsFinished(int steps) {
        Replica writer = new Replica(open.journal());
        IntStream.range(0, BRANCHES / 200).forEach(i -> writer.tree.branches("ROOT",
                IntStream.range(0, 200).mapToObj(n -> "B-" + String.format("%05d", n * 60 + i)).toList()));
        await(writer.life.create(CHEN, "k", form()));
        AtomicInteger seen = new AtomicInteger();
        Replica cut = new Replica(failingAfter(steps, seen));
        assertThat(catchThrowable(() -> await(cut.life.open(CHEN, CAMPAIGN)))).hasMessageContaining("cut off");

        Replica next = new Replica(rival.journal());
        next.tree.branches("ROOT", List.of("LATER-" + steps));
        if (steps == 0) {
            assertThat(next.campaigns.find(CAMPAIGN).orElseThrow().phase()).isEqualTo(CampaignState.Phase.DRAFT);
            return;
        }
        next.start.resumed().toFuture().join();
        CampaignState state = next.campaigns.find(CAMPAIGN).orElseThrow();
        assertThat(state.open()).isTrue();
        assertThat(state.rostered()).isEqualTo(BRANCHES - 2);
        assertThat(state.parts()).extracting(part -> part.roster().rows()).containsExactly(10_000, 1_998);
        List<Code> rows = await(next.campaigns.roster(state).map(RosterRow::organization).collectList());
        assertThat(rows).hasSize(BRANCHES - 2).isSorted().doesNotHaveDuplicates();
        assertThat(await(next.campaigns.rostered(CAMPAIGN, new Code("B-11999"))).path()).isEqualTo("ROOT/B-11999/");
    }

    private static CampaignForm form() {
        return new CampaignForm(CAMPAIGN, "专题", null,
                new Whom(new Code("ROOT"), WhomTest.codes("ROOT"), WhomTest.codes("B-00000"), WhomTest.codes("B-00001"),
                        Whom.sorted(List.of(2)), Whom.sorted(List.of(OrganizationType.BRANCH))),
                List.of(1, 2),
                List.of(new RequiredDocument(new Code("PLAN"), Period.ONCE, LocalDate.of(2026, 3, 1), true)),
                new TreeMap<>(Map.of("PLAN", "方案")));
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
