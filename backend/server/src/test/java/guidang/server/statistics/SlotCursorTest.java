package guidang.server.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlotCursorTest {
    @Test
    void whatIsWrittenIsReadAgain() {
        SlotCursor cursor = SlotCursor.of(Instant.parse("2026-04-10T01:02:03.004Z"),
                List.of(1774972800000L, "ROOT/A/", "C", "D"));
        SlotCursor read = SlotCursor.read(cursor.written());
        assertThat(read).isEqualTo(cursor);
        assertThat(read.at()).isEqualTo(Instant.parse("2026-04-10T01:02:03.004Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "junk", "§", "[]", "[1]", "[\"a\",\"b\"]", "[1,{\"a\":1}]", "[1,null]", "[1,2,3,4,5,6,7]", "{}"})
    void anythingElseIsRefused(String json) {
        String typed = json.startsWith("[") || json.startsWith("{")
                ? Base64.getUrlEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8))
                : json;
        assertThatThrownBy(() -> SlotCursor.read(typed)).isInstanceOfSatisfying(Problem.class,
                refused -> assertThat(refused.type()).isEqualTo(ProblemType.INVALID_FIELD));
    }
}
