package guidang.server.index;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PathsTest {
    @Test
    void aPathKnowsAllAboveIt() {
        assertThat(Paths.upTo("ROOT/B1/B1-1/")).containsExactly("ROOT/", "ROOT/B1/", "ROOT/B1/B1-1/");
        assertThat(Paths.upTo("")).isEmpty();
        assertThat(Paths.code("ROOT/B1/B1-1/")).isEqualTo("B1-1");
        assertThat(Paths.code("ROOT/")).isEqualTo("ROOT");
    }
}
