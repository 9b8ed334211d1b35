package guidang.server.filing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Reads the commits of a stopped server's archive with nothing but a
/// JSON reader.
final class Journaled {
    private Journaled() {
    }

    /// How often each operation stands in the journal.
    static Map<String, Integer> operations(Path commits) throws IOException {
        Map<String, Integer> counts = new HashMap<>();
        try (Stream<Path> files = Files.walk(commits)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                for (JsonNode operation : Http.JSON.readTree(Files.readAllBytes(file)).get("operations")) {
                    counts.merge(operation.get("id").asString(), 1, Integer::sum);
                }
            }
        }
        return counts;
    }
}
