package guidang.server.drafts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import guidang.server.kernel.Code;
import guidang.server.kernel.Period;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/// The bytes of a draft (docs/FORMAT.md; golden files hold it still). Unknown
/// members are skipped.
final class DraftJson {
    /// Bytes of the largest draft.
    static final int LIMIT = 1 << 18;
    private static final JsonMapper JSON = JsonMapper.builder().disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
            .addMixIn(Code.class, AsText.class).addMixIn(Period.class, AsText.class).build();

    private DraftJson() {
    }

    static byte[] bytes(Draft draft) {
        return JSON.writeValueAsBytes(draft);
    }

    static Draft read(byte[] bytes) {
        return JSON.readValue(bytes, Draft.class);
    }

    private abstract static class AsText {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        AsText(@SuppressWarnings("unused") String value) {
        }

        @JsonValue
        abstract String value();
    }
}
