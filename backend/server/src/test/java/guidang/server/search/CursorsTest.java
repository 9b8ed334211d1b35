package guidang.server.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guidang.server.kernel.Digests;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.query.Continuation;
import java.util.List;
import org.junit.jupiter.api.Test;

class CursorsTest {
    private final Cursors cursors = new Cursors(Digests.sha256(new byte[]{1}));

    @Test
    void readsWhatItWrote() {
        Continuation next = new Continuation(List.of(3.25, 1774000000000L, "abc"), "point==");
        assertThat(cursors.read(cursors.write(next, "question"), "question")).isEqualTo(next);
        Continuation first = new Continuation(List.of(1774000000000L, "abc"), null);
        assertThat(cursors.read(cursors.write(first, "question"), "question")).isEqualTo(first);
    }

    @Test
    void refusesWhatItDidNotWriteForThisQuestion() {
        String cursor = cursors.write(new Continuation(List.of(1L, "abc"), null), "question");
        String changed = (cursor.charAt(0) == 'A' ? 'B' : 'A') + cursor.substring(1);
        for (String other : List.of("", "x", "!!!", changed, cursor.substring(0, cursor.length() - 4), cursor + "AAAA")) {
            assertThatThrownBy(() -> cursors.read(other, "question")).as(other).isInstanceOfSatisfying(Problem.class,
                    problem -> assertThat(problem.type()).isEqualTo(ProblemType.MALFORMED_QUERY));
        }
        assertThatThrownBy(() -> cursors.read(cursor, "another question")).isInstanceOf(Problem.class);
    }

    @Test
    void oneKeyHoldsForAllReplicas() {
        Cursors one = new Cursors(Digests.sha256(new byte[]{2}));
        Cursors other = new Cursors(Digests.sha256(new byte[]{2}));
        Continuation next = new Continuation(List.of(1L, "abc"), null);
        assertThat(other.read(one.write(next, "q"), "q")).isEqualTo(next);
    }
}
