package guidang.server.suggestions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class EvidenceTest {
    @Test
    void oneStrongReasonIsEnoughAndTwoWeakOnesAre() {
        assertThat(new Evidence().strong(true, "a").confidence()).isEqualTo(Confidence.HIGH);
        assertThat(new Evidence().weak(true, "a").weak(true, "b").confidence()).isEqualTo(Confidence.HIGH);
        assertThat(new Evidence().weak(true, "a").confidence()).isEqualTo(Confidence.MEDIUM);
        assertThat(new Evidence().strong(true, "a").against(true, "b").confidence()).isEqualTo(Confidence.MEDIUM);
        assertThat(new Evidence().told(true, "a").confidence()).isEqualTo(Confidence.LOW);
        assertThat(new Evidence().weak(false, "a").reasons()).isEmpty();
    }

    @Test
    void oneMoreReasonNeverTurnsTheConfidenceTheOtherWay() {
        Random random = new Random(11);
        for (int i = 0; i < 2000; i++) {
            Evidence evidence = new Evidence();
            for (int n = random.nextInt(6); n > 0; n--) {
                evidence.strong(random.nextBoolean(), "s").weak(random.nextBoolean(), "w").against(random.nextBoolean(), "a");
            }
            Confidence before = evidence.confidence();
            if (random.nextBoolean()) {
                assertThat(evidence.weak(true, "more").confidence()).isGreaterThanOrEqualTo(before);
                assertThat(evidence.strong(true, "more").confidence()).isGreaterThanOrEqualTo(before);
            } else {
                assertThat(evidence.against(true, "more").confidence()).isLessThanOrEqualTo(before);
            }
        }
    }
}
