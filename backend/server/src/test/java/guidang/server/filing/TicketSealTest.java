package guidang.server.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketSealTest {
    private static final TicketSeal.Claim CLAIM = new TicketSeal.Claim(SlotStream.operation("a").value(), 3,
            Instant.parse("2026-03-01T01:00:00Z"));
    private final TicketSeal seal = new TicketSeal(new SecretKeySpec(new byte[]{1, 2, 3}, "HmacSHA256"));

    @Test
    void anotherReplicaWithTheSameKeyReadsIt() {
        TicketSeal other = new TicketSeal(new SecretKeySpec(new byte[]{1, 2, 3}, "HmacSHA256"));
        assertThat(other.open(seal.seal(CLAIM))).contains(CLAIM);
    }

    @Test
    void aTicketOfAnotherKeyIsNone() {
        TicketSeal other = new TicketSeal(new SecretKeySpec(new byte[]{1, 2, 4}, "HmacSHA256"));
        assertThat(other.open(seal.seal(CLAIM))).isEmpty();
    }

    @Test
    void noChangedCharacterPasses() {
        String ticket = seal.seal(CLAIM);
        Random random = new Random(7);
        for (int at = 0; at < ticket.length() - 1; at++) {
            char other = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".charAt(random.nextInt(64));
            String forged = ticket.substring(0, at) + other + ticket.substring(at + 1);
            assertThat(seal.open(forged))
                    .isEqualTo(forged.equals(ticket) ? java.util.Optional.of(CLAIM) : java.util.Optional.empty());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "not base64 !", "../../etc/passwd"})
    void whatIsNoTicketIsNone(String text) {
        assertThat(seal.open(text)).isEmpty();
    }
}
