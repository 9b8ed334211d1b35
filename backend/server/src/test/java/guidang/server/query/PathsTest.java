package guidang.server.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PathsTest {
    @Test
    void aPathEndsInACode() {
        assertThat(Paths.code("ROOT/B1/B1-1/")).isEqualTo("B1-1");
        assertThat(Paths.code("ROOT/")).isEqualTo("ROOT");
    }
}
