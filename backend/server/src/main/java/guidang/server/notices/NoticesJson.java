package guidang.server.notices;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import guidang.server.kernel.Code;
import guidang.server.kernel.OperationId;
import guidang.server.kernel.Period;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/// The bytes of this room's documents (docs/FORMAT.md; golden files hold it
/// still). Unknown members are skipped.
final class NoticesJson {
    /// Bytes of the largest document.
    static final int LIMIT = 1 << 20;
    private static final JsonMapper JSON = JsonMapper.builder().disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
            .addMixIn(Code.class, AsText.class).addMixIn(Period.class, AsText.class).addMixIn(OperationId.class, AsText.class)
            .build();

    private NoticesJson() {
    }

    static byte[] bytes(Object document) {
        return JSON.writeValueAsBytes(document);
    }

    static <T> T read(byte[] bytes, Class<T> type) {
        return JSON.readValue(bytes, type);
    }

    private abstract static class AsText {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        AsText(@SuppressWarnings("unused") String value) {
        }

        @JsonValue
        abstract String value();
    }
}
