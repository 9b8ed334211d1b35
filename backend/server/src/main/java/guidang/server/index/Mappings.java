package guidang.server.index;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The mappings of all indices, as they lie in `index/*.json`: explicit and
/// strict. docs/INDEX.md explains each field.
@Component
final class Mappings {
    /// What Elasticsearch does by itself, beside the projector's own refreshing.
    private static final String REFRESH = "30s";
    private static final String NEVER = "-1";
    private static final JsonMapper JSON = new JsonMapper();

    /// Read at the start, on a thread that may read.
    private final Map<String, ObjectNode> definitions = Stream.of("reports", "obligations", "passages", "rectifications", "meta")
            .collect(Collectors.toUnmodifiableMap(mapping -> mapping, Mappings::read));
    private final Elasticsearch elasticsearch;
    private final IndexSettings settings;

    Mappings(Elasticsearch elasticsearch, IndexSettings settings) {
        this.elasticsearch = elasticsearch;
        this.settings = settings;
    }

    /// Makes the index unless it is there.
    Mono<Void> create(String index, String mapping, List<String> aliases) {
        return create(index, definition(mapping), aliases);
    }

    /// Makes a generation that is written to, and searched if `live`. One that is
    /// to be filled first is refreshed only when that is done.
    Mono<Void> create(Generation generation, boolean live) {
        ObjectNode definition = definition(generation.lane().key());
        ObjectNode index = (ObjectNode) definition.path("settings").path("index");
        index.put("number_of_shards", settings.shards()).put("refresh_interval", live ? REFRESH : NEVER);
        String alias = Generation.alias(generation.prefix(), generation.lane());
        return create(generation.index(), definition, live ? List.of(generation.writer(), alias) : List.of(generation.writer()));
    }

    private Mono<Void> create(String index, ObjectNode definition, List<String> aliases) {
        ObjectNode named = definition.putObject("aliases");
        aliases.forEach(named::putObject);
        return elasticsearch
                .call(client -> client.indices().create(c -> c.index(index).withJson(new StringReader(definition.toString()))))
                .onErrorComplete(Elasticsearch::isPresence).then();
    }

    /// A filled generation is refreshed as any other.
    Mono<Void> filled(Generation generation) {
        return elasticsearch
                .call(client -> client.indices()
                        .putSettings(p -> p.index(generation.index()).settings(s -> s.refreshInterval(t -> t.time(REFRESH)))))
                .then(refresh(generation));
    }

    /// Makes what was written so far searchable.
    Mono<Void> refresh(Generation generation) {
        return elasticsearch.call(client -> client.indices().refresh(r -> r.index(generation.index()))).then();
    }

    private ObjectNode definition(String mapping) {
        ObjectNode kept = definitions.get(mapping);
        if (kept == null) {
            throw new IllegalArgumentException("no mapping " + mapping);
        }
        return kept.deepCopy();
    }

    static ObjectNode read(String mapping) {
        try (InputStream json = Mappings.class.getResourceAsStream("/index/" + mapping + ".json")) {
            JsonNode tree = JSON.readTree(json);
            return (ObjectNode) tree;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
