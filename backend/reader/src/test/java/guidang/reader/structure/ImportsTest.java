package guidang.reader.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ImportsTest {
    @Test
    void needsTheJdkOnlyAndNoRegularExpression() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src", "main", "java", "guidang", "reader", "structure"))) {
            for (Path file : files.toList()) {
                List<String> imports = Files.readAllLines(file).stream().filter(line -> line.startsWith("import ")).toList();
                assertThat(imports).as("%s", file)
                        .allMatch(line -> line.startsWith("import java.") || line.startsWith("import guidang.reader.structure.")
                                || line.startsWith("import guidang.reader.protocol.Structure")
                                || line.startsWith("import org.jspecify."));
                assertThat(Files.readString(file)).as("%s", file).doesNotContain("java.util.regex", ".matches(\"", "replaceAll",
                        ".split(\"");
            }
        }
    }
}
