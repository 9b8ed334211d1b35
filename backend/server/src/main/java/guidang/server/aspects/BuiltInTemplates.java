package guidang.server.aspects;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Sets of aspects that were asked for before, to begin a template with:
/// `aspects.json`, read once.
@Component
public final class BuiltInTemplates {
    private final List<BuiltIn> all;

    BuiltInTemplates() {
        try (InputStream file = new ClassPathResource("aspects.json").getInputStream()) {
            all = List.of(new JsonMapper().readValue(file, BuiltIn[].class));
        } catch (IOException e) {
            throw new UncheckedIOException("aspects.json", e);
        }
    }

    /// A set with its names in both languages.
    public record BuiltIn(String key, String zh, String en, List<AspectTemplate.Aspect> aspects) {}

    /// From the oldest to the newest.
    public List<BuiltIn> all() {
        return all;
    }
}
