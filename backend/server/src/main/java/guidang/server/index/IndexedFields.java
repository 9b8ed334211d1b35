package guidang.server.index;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Every field of every index, as the mappings have it: what the reviewed
/// privacy list is compared with.
public final class IndexedFields {
    private IndexedFields() {
    }

    /// A field of an index, as the privacy list names it.
    ///
    /// @param index
    ///            `reports`, `obligations`, `passages`, `rectifications` or `meta`
    /// @param name
    ///            with a dot before a way of analysing: `text.uni`
    /// @param type
    ///            Elasticsearch's
    public record Field(String index, String name, String type) {}

    public static List<Field> all() {
        return Stream.of("reports", "obligations", "passages", "rectifications", "meta")
                .flatMap(index -> fields(index, "", Mappings.read(index).path("mappings").path("properties"))).toList();
    }

    private static Stream<Field> fields(String index, String prefix, JsonNode properties) {
        return properties.propertyStream().flatMap(property -> {
            String name = prefix + property.getKey();
            JsonNode mapped = property.getValue();
            return Stream.of(Stream.of(new Field(index, name, mapped.path("type").asString("object"))),
                    fields(index, name + ".", mapped.path("fields")), fields(index, name + ".", mapped.path("properties")))
                    .flatMap(all -> all);
        });
    }
}
