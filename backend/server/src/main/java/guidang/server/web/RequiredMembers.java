package guidang.server.web;

import com.fasterxml.jackson.databind.type.TypeFactory;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// A record's component that can't be null is a required member of its schema:
/// the code says it once.
@Component
final class RequiredMembers implements ModelConverter {
    @Override
    public @Nullable Schema<?> resolve(AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        Schema<?> schema = chain.next().resolve(type, context, chain);
        Class<?> java = TypeFactory.defaultInstance().constructType(type.getType()).getRawClass();
        if (schema != null && java.isRecord()) {
            require(target(schema, context), java);
        }
        return schema;
    }

    private static Schema<?> target(Schema<?> schema, ModelConverterContext context) {
        String reference = schema.get$ref();
        Schema<?> defined = reference == null
                ? null
                : context.getDefinedModels().get(reference.substring(reference.lastIndexOf('/') + 1));
        return defined == null ? schema : defined;
    }

    private static void require(Schema<?> schema, Class<?> java) {
        if (schema.getProperties() == null) {
            return;
        }
        Stream<String> present = Arrays.stream(java.getRecordComponents()).filter(RequiredMembers::present)
                .map(RecordComponent::getName)
                .filter(schema.getProperties()::containsKey);
        Stream<String> said = schema.getRequired() == null ? Stream.empty() : schema.getRequired().stream();
        List<String> required = Stream.concat(present, said).distinct().sorted().toList();
        schema.setRequired(required.isEmpty() ? null : required);
    }

    private static boolean present(RecordComponent component) {
        return !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
}
