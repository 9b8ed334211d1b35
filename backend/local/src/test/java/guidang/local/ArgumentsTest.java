package guidang.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ArgumentsTest {
    @Test
    void readsWordsOptionsAndSwitches() {
        Arguments read = Arguments.of(new String[]{"token", "zhang", "--port", "8081", "--exit"}, "exit");
        read.allow("port", "exit");
        read.allowWords(2);
        assertThat(read.words()).containsExactly("token", "zhang");
        assertThat(read.command()).isEqualTo("token");
        assertThat(Arguments.of(new String[]{"--port", "8081"}).command()).isEmpty();
        assertThat(read.number("port", 8080)).isEqualTo(8081);
        assertThat(read.has("exit")).isTrue();
    }

    @Test
    void whatIsNotUnderstoodIsRefusedByItsName() {
        assertThatIllegalArgumentException().isThrownBy(() -> Arguments.of(new String[]{"demo", "-h"}).allowWords(1))
                .withMessage("'-h' is not understood here");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Arguments.of(new String[]{"demo", "--prot", "1"}).allow("port", "data"))
                .withMessage("unknown option --prot");
        assertThatIllegalArgumentException().isThrownBy(() -> Arguments.of(new String[]{"demo", "--port"}))
                .withMessage("--port takes a value");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Arguments.of(new String[]{"demo", "--port", "many"}).number("port", 8080))
                .withMessage("--port takes a number");
    }
}
