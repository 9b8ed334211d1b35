package guidang.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

class SamplesTest {
    /// The server has no library that could make these.
    private static final Path POISON = Path.of("..", "server", "src", "test", "resources", "poison");

    @Test
    @EnabledIfSystemProperty(named = "samples.write", matches = "true")
    void writesTheSampleAnew() throws IOException {
        Files.write(Fixtures.sample("docx"), Fixtures.docxOf(Fixtures.sample()));
        Files.write(Fixtures.sample("pdf"), Fixtures.pdf(Fixtures.sample(), ""));
        Files.write(Fixtures.sample("ofd"), Ofds.of(Fixtures.sample()));
        Files.createDirectories(POISON);
        Files.write(POISON.resolve("password.docx"), Fixtures.encryptedDocx(Fixtures.docxOf("文件")));
        Files.write(POISON.resolve("password.pdf"), Fixtures.pdf("文件", "secret"));
        assertThat(POISON.resolve("password.pdf")).isNotEmptyFile();
    }
}
