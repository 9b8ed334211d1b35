package guidang.server.rectification;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.server.access.Caller;
import guidang.server.access.Grant;
import guidang.server.access.Role;
import guidang.server.journal.TestJournal;
import guidang.server.kernel.Code;
import guidang.server.objects.Blobs;
import guidang.server.objects.MemoryObjects;
import guidang.server.objects.ObjectStore;
import guidang.server.organizations.Organizations;
import guidang.server.organizations.TestOrganizations;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ItemTurnTest {
    private static final List<String> AT_WORK = List.of("ROOT", "P", "A", "D");
    private static final List<String> GONE = List.of("B", "Q", "C", "S");

    private static Caller caller(Role role, String... codes) {
        return new Caller("someone", "",
                Stream.of(codes).map(code -> new Grant(role, new Code(code))).collect(Collectors.toSet()));
    }

    private static boolean decides(Organizations tree, ItemTurn turn, Code of) {
        String path = tree.path(of).orElseThrow();
        return turn.below().stream().anyMatch(path::startsWith) && !turn.except().contains(of);
    }

    /// P over A, B, D and S; B merged into A; S closed; Q merged into P, after C
    /// below it was closed.
    @Test
    void officersDecideOfAllThatTheyMayDecideAboutOneByOne() {
        ObjectStore archive = MemoryObjects.archive();
        try (TestJournal journal = new TestJournal(archive, "a")) {
            TestOrganizations tree = new TestOrganizations(journal.journal(), new Blobs(archive));
            tree.branches("ROOT", List.of("P", "Q"));
            tree.branches("P", List.of("A", "B", "S", "D"));
            tree.branches("Q", List.of("C"));
            tree.merge("B", "A");
            tree.close("S");
            tree.close("C");
            tree.merge("Q", "P");
            Organizations now = tree.organizations();
            List<Code> all = Stream.concat(AT_WORK.stream(), GONE.stream()).map(Code::new).toList();
            for (String one : AT_WORK) {
                for (String other : AT_WORK) {
                    Caller officer = caller(Role.OFFICER, one, other);
                    ItemTurn turn = ItemTurn.of(now, officer);
                    assertThat(all).as("%s and %s", one, other).allMatch(
                            of -> decides(now, turn, of) == Hands.now(now, officer, of).officer().isPresent());
                }
            }
            assertThat(ItemTurn.of(now, caller(Role.CLERK, "P")).own().stream().map(Code::value)).containsExactlyInAnyOrder("P",
                    "Q", "C", "S");
            assertThat(ItemTurn.of(now, caller(Role.AUDITOR, "ROOT")))
                    .isEqualTo(new ItemTurn(List.of(), List.of(), List.of()));
            assertThat(ItemTurn.of(now, new Caller("nobody", "", Set.of())).below()).isEmpty();
        }
    }
}
