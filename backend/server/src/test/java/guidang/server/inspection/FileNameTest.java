package guidang.server.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {
    @Test
    void keepsWhatThePersonCallsIt() {
        assertThat(FileName.of(" 对照检查材料（定稿）.docx ").value()).isEqualTo("对照检查材料（定稿）.docx");
        assertThat(FileName.of("re\u0301sume\u0301.txt").value()).isEqualTo("résumé.txt");
        assertThat(FileName.of("a".repeat(255)).value()).hasSize(255);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", ".", "..", "a/b.txt", "..\\b.txt", "a\nb.txt", "a\0.txt", "a\u202Etxt.exe", "a\uFEFF.txt"})
    void refusesPathsAndWhatHides(String name) {
        refused(name);
    }

    @Test
    void refusesTheTooLong() {
        refused("a".repeat(256));
    }

    private static void refused(String name) {
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> FileName.of(name))
                .satisfies(problem -> assertThat(problem.type()).isEqualTo(ProblemType.INVALID_FIELD));
    }
}
