package guidang.reader.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A short run of the fuzzer: so many inputs, always the same ones.
class FuzzIT {
    @ParameterizedTest
    @CsvSource({"TEXT, 200", "PARTS, 50", "MARKUP, 30", "PDF, 5", "COMPOUND, 40", "MARKING, 1000", "FRAMES, 10000"})
    void findsNothing(Target target, int inputs) throws Exception {
        assertThat(Fuzzing.run(target, inputs)).isZero();
    }
}
