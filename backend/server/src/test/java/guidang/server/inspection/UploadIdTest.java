package guidang.server.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import guidang.server.kernel.Problem;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class UploadIdTest {
    @Test
    void tellsItsTime() {
        for (Instant time : new Instant[]{Instant.EPOCH, Instant.parse("2026-11-24T08:15:30.9Z"),
                Instant.parse("2999-12-31T23:59:59Z")}) {
            assertThat(UploadId.create(time).time()).isCloseTo(time, within(250, ChronoUnit.MILLIS));
        }
    }

    @Test
    void isAnothersEachTime() {
        Instant now = Instant.now();
        assertThat(UploadId.create(now)).isNotEqualTo(UploadId.create(now));
        assertThat(UploadId.of(UploadId.create(now).value()).time()).isEqualTo(UploadId.create(now).time());
    }

    @Test
    void takesNothingElse() {
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> UploadId.of("../../archive"));
    }
}
