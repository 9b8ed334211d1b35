package guidang.server.index;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WhereTest {
    @Test
    void aPathKnowsAllAboveIt() {
        assertThat(Where.upTo("ROOT/B1/B1-1/")).containsExactly("ROOT/", "ROOT/B1/", "ROOT/B1/B1-1/");
        assertThat(Where.upTo("")).isEmpty();
    }
}
