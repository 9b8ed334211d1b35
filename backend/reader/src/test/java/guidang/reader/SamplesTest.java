package guidang.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

class SamplesTest {
    @Test
    @EnabledIfSystemProperty(named = "samples.write", matches = "true")
    void writesTheSampleAnew() throws IOException {
        Files.write(Fixtures.sample("docx"), Fixtures.docxOf(Fixtures.sample()));
        Files.write(Fixtures.sample("pdf"), Fixtures.pdf(Fixtures.sample(), ""));
        assertThat(Fixtures.sample("pdf")).isNotEmptyFile();
    }
}
