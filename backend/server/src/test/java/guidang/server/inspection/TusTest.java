package guidang.server.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import guidang.server.kernel.Code;
import guidang.server.kernel.Problem;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;

class TusTest {
    @Test
    void readsMetadata() {
        assertThat(Tus.metadata("name 5L2Q6K+BLnBuZw==, purpose ZXZpZGVuY2U=,flag"))
                .isEqualTo(Map.of("name", "佐证.png", "purpose", "evidence", "flag", ""));
        assertThat(Tus.metadata("")).isEmpty();
        assertThat(Tus.metadata((String) null)).isEmpty();
    }

    @Test
    void readsWhatItWrites() {
        Creation creation = Creation.of(UploadId.create(Instant.now()), new Sender("zhang", new Code("B1")),
                FileName.of("佐证, 材料.pdf"), 7, Purpose.EVIDENCE);
        assertThat(Tus.metadata(Tus.metadata(creation)))
                .isEqualTo(Map.of("name", "佐证, 材料.pdf", "purpose", "evidence", "organization", "B1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"name !!!", "name YQ==,name YQ==", ",", "name /////w=="})
    void refusesOtherMetadata(String header) {
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> Tus.metadata(header));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1.5", "99999999999999", "x"})
    void refusesOtherNumbers(String value) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(Tus.LENGTH, value);
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> Tus.bytes(headers, Tus.LENGTH));
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> Tus.bytes(headers, Tus.OFFSET));
    }
}
