package guidang.server.inspection;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The bytes of this room's documents. A later format may add members: they
/// are skipped.
final class StagingJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_NULL))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private StagingJson() {
    }

    static byte[] bytes(Object document) {
        return JSON.writeValueAsBytes(document);
    }

    static Facts facts(byte[] bytes) {
        return JSON.readValue(bytes, Facts.class);
    }

    static Creation creation(byte[] bytes) {
        return JSON.readValue(bytes, Creation.class);
    }

    static Reading reading(byte[] bytes) {
        return JSON.readValue(bytes, Reading.class);
    }

    static ReadDocument document(byte[] reading) {
        return JSON.readValue(reading, ReadDocument.class);
    }
}
