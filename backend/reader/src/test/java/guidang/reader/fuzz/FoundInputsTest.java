package guidang.reader.fuzz;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the fuzzer once found, each a file named by what it did.
class FoundInputsTest {
    static List<Path> inputs() throws IOException {
        try (Stream<Path> files = Files.walk(Fuzzing.REGRESSIONS)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void isAnsweredNow(Path input) {
        Target target = Target.of(String.valueOf(input.getName(input.getNameCount() - 2)));
        assertThatCode(() -> Harness.run(target, Files.readAllBytes(input))).doesNotThrowAnyException();
    }
}
