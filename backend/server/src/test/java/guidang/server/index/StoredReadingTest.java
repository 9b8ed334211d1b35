package guidang.server.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StoredReadingTest {
    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest
    @ValueSource(strings = {"", "组织生活会", "引号 \" 反斜杠 \\ 与 \" ,", "行一\n行二\t\u0001", "𠮷🈶 \\\"", "a\u2028b"})
    void theTextGoesOverAsItWas(String text) {
        JsonNode document = JSON.readTree(reading(Map.of("mediaType", "text/plain", "characters", 7, "text", text, "zzz",
                Map.of("text", "其他"), "aaa", "尾")).addTextTo("{\"hash\":\"h\"}".getBytes(StandardCharsets.UTF_8)));

        assertThat(document.path("text").asString()).isEqualTo(text);
        assertThat(document.path("hash").asString()).isEqualTo("h");
        assertThat(document.size()).isEqualTo(2);
    }

    @Test
    void theTextMayStandFirstOrLast() {
        for (String blob : new String[]{"{\"text\" : \"文\" , \"mediaType\":\"m\",\"pages\":3}",
                "{\"mediaType\":\"m\",\"pages\":3,\"text\":\"文\" }"}) {
            StoredReading reading = StoredReading.of(blob.getBytes(StandardCharsets.UTF_8));

            assertThat(reading.pages()).isEqualTo(3);
            assertThat(new String(reading.addTextTo("{\"a\":1}".getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8))
                    .isEqualTo("{\"a\":1,\"text\":\"文\"}");
        }
    }

    @Test
    void whatIsNoReadingIsRefused() {
        assertThatThrownBy(() -> StoredReading.of("{\"mediaType\":\"m\"".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(JacksonException.class);
        assertThatThrownBy(() -> StoredReading.of("{\"mediaType\":\"m\",\"text\":null}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(NullPointerException.class);
    }

    private static StoredReading reading(Map<String, ?> members) {
        return StoredReading.of(JSON.writeValueAsBytes(members));
    }
}
