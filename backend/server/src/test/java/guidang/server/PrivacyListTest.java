package guidang.server;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.server.index.IndexedFields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every field of the index and everything a caller can send stands in
/// docs/PRIVACY.md with its kind; what is of kind `person` is never searched,
/// faceted, sorted, filtered or suggested.
class PrivacyListTest extends ApiTest {
    private static final Path LIST = Path.of("..", "..", "docs", "PRIVACY.md");
    private static final Set<String> KINDS = Set.of("code", "place", "time", "number", "state", "digest", "words", "technical",
            "person");

    @Test
    void everythingACallerCanSendIsListed() throws IOException {
        assertListed("request", sent());
    }

    @Test
    void everyFieldOfTheIndexIsListed() throws IOException {
        assertListed("index",
                IndexedFields.all().stream().map(f -> f.index() + ":" + f.name()).collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void nothingIsAskedOrIndexedByAPerson() throws IOException {
        Map<String, String> index = list("index");
        assertThat(index).doesNotContainValue("person");
        assertThat(list("request").entrySet().stream().filter(e -> e.getValue().equals("person")).map(Map.Entry::getKey))
                .isEmpty();
        assertThat(Stream.concat(index.values().stream(), list("request").values().stream())).isSubsetOf(KINDS);
    }

    private static void assertListed(String table, Set<String> present) throws IOException {
        Set<String> listed = list(table).keySet();
        assertThat(present).as("not in the reviewed list, table " + table + " of docs/PRIVACY.md").isSubsetOf(listed);
        assertThat(listed).as("listed, but there no more").isSubsetOf(present);
    }

    /// Rows `| table | name | kind | why |`.
    private static Map<String, String> list(String table) throws IOException {
        Map<String, String> kinds = new TreeMap<>();
        for (String line : Files.readAllLines(LIST)) {
            List<String> cells = Arrays.stream(line.split("\\|", -1)).map(cell -> cell.replace("`", "").strip()).toList();
            if (cells.size() >= 4 && cells.get(1).equals(table)) {
                kinds.put(cells.get(2), cells.get(3));
            }
        }
        return kinds;
    }

    /// Parameters as `GET /api/x?name`, members of bodies as `Schema.name`.
    private Set<String> sent() {
        JsonNode document = new JsonMapper()
                .readTree(Objects.requireNonNull(
                        get(null, "/api/openapi.json").expectBody(String.class).returnResult().getResponseBody()));
        Set<String> sent = new TreeSet<>();
        document.path("paths").propertyStream().forEach(path -> path.getValue().propertyStream().forEach(operation -> {
            String name = operation.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey();
            operation.getValue().path("parameters").forEach(p -> sent.add(name + "?" + p.path("name").asString()));
            operation.getValue().path("requestBody").path("content")
                    .forEach(content -> members(document, content.path("schema"), name, sent));
        }));
        return sent;
    }

    private static void members(JsonNode document, JsonNode schema, String owner, Set<String> sent) {
        String reference = schema.path("$ref").asString("");
        if (!reference.isEmpty()) {
            String name = reference.substring(reference.lastIndexOf('/') + 1);
            members(document, document.path("components").path("schemas").path(name), name, sent);
        } else if (schema.has("items")) {
            members(document, schema.path("items"), owner, sent);
        } else if (schema.has("properties")) {
            schema.path("properties").propertyStream().forEach(property -> {
                sent.add(owner + "." + property.getKey());
                nested(document, property.getValue(), sent);
            });
        } else {
            sent.add(owner + " body");
        }
    }

    /// Members that are objects of their own are listed under their own names.
    private static void nested(JsonNode document, JsonNode property, Set<String> sent) {
        JsonNode inner = property.has("items") ? property.path("items") : property;
        if (inner.has("$ref")) {
            members(document, inner, "", sent);
        }
    }
}
