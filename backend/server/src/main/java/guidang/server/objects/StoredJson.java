package guidang.server.objects;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import guidang.server.kernel.Code;
import guidang.server.kernel.OperationId;
import guidang.server.kernel.Period;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/// How documents of the rooms are written as JSON (docs/FORMAT.md; golden files
/// hold it still): members in the order of declaration, absent ones left out,
/// identifiers as bare strings. Unknown members are skipped, so that an older
/// replica reads what a newer one wrote. Errors: those of [JsonMapper].
public final class StoredJson {
    private static final JsonMapper JSON = JsonMapper.builder().disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
            .addMixIn(Code.class, AsText.class).addMixIn(Period.class, AsText.class).addMixIn(OperationId.class, AsText.class)
            .build();

    private StoredJson() {
    }

    public static byte[] bytes(Object document) {
        return JSON.writeValueAsBytes(document);
    }

    public static String text(Object document) {
        return JSON.writeValueAsString(document);
    }

    public static <T> T read(byte[] bytes, Class<T> type) {
        return JSON.readValue(bytes, type);
    }

    public static <T> T read(String text, Class<T> type) {
        return JSON.readValue(text, type);
    }

    /// The kernel itself knows only the JDK.
    private abstract static class AsText {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        @SuppressWarnings("unused")
        AsText(String value) {
        }

        @JsonValue
        @SuppressWarnings("unused")
        abstract String value();
    }
}
