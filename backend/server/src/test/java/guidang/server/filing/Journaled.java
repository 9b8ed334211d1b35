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
public final class Journaled {
    private Journaled() {
    }

    /// How often each operation stands in the journal.
    public static Map<String, Integer> operations(Path commits) throws IOException {
        return operations(commits, "");
    }

    /// Of those commits that name a stream of the kind.
    public static Map<String, Integer> operations(Path commits, String kind) throws IOException {
        Map<String, Integer> counts = new HashMap<>();
        try (Stream<Path> files = Files.walk(commits)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                JsonNode commit = Http.JSON.readTree(Files.readAllBytes(file));
                if (commit.get("records").toString().contains("\"stream\\\":\\\"" + kind)) {
                    commit.get("operations").forEach(operation -> counts.merge(operation.get("id").asString(), 1, Integer::sum));
                }
            }
        }
        return counts;
    }
}
