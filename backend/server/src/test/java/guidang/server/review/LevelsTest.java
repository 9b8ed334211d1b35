package guidang.server.review;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.server.access.Caller;
import guidang.server.access.Grant;
import guidang.server.access.Role;
import guidang.server.kernel.Code;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LevelsTest {
    private static final List<Code> LINEAGE = codes("ROOT", "C1", "B1");

    private static List<Code> codes(String... codes) {
        return Stream.of(codes).map(Code::new).toList();
    }

    private static Caller officer(String at) {
        return new Caller("wang", "王", Set.of(new Grant(Role.OFFICER, new Code(at))));
    }

    @Test
    void theParentAcceptsAndWhoeverIsAboveItMay() {
        Levels levels = Levels.of(LINEAGE, List.of(1));
        assertThat(levels.accepting()).isEqualTo(codes("C1"));
        assertThat(levels.isLast(0)).isTrue();
        assertThat(levels.reviews(officer("C1"), 0)).isTrue();
        assertThat(levels.reviews(officer("ROOT"), 0)).isTrue();
        assertThat(levels.reviews(officer("B1"), 0)).isFalse();
        assertThat(levels.reviews(officer("C2"), 0)).isFalse();
    }

    @Test
    void severalLevelsAcceptInTurn() {
        Levels levels = Levels.of(LINEAGE, List.of(1, 2));
        assertThat(levels.accepting()).isEqualTo(codes("C1", "ROOT"));
        assertThat(levels.isLast(0)).isFalse();
        assertThat(levels.reviews(officer("C1"), 1)).isFalse();
        assertThat(levels.reviews(officer("ROOT"), 1)).isTrue();
    }

    @Test
    void whereTheTreeEndsBelowTheRootAcceptsOnce() {
        assertThat(Levels.of(LINEAGE, List.of(2, 3)).accepting()).isEqualTo(codes("ROOT"));
        assertThat(Levels.of(codes("ROOT"), List.of(1)).accepting()).isEqualTo(codes("ROOT"));
        assertThat(Levels.of(List.of(), List.of(1)).accepting()).isEmpty();
    }
}
