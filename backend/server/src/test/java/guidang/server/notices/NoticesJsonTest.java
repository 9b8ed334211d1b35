package guidang.server.notices;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.server.kernel.Code;
import guidang.server.kernel.OperationId;
import guidang.server.kernel.Period;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Golden files of format 1: kept and read forever.
class NoticesJsonTest {
    private static final Notice NOTICE = Notice.of(new OperationId("a".repeat(32)),
            new SlotKey(new Code("ZT"), new Code("B1"), new Code("SELF-EXAM"), new Period("2026")), new Code("C1"),
            Instant.parse("2026-03-31T01:02:03.456Z"), "请尽快");
    private static final Outgoing OUTGOING = new Outgoing(1, "b".repeat(32), "mail", "B1",
            Instant.parse("2026-03-31T01:02:03.456Z"), OutboxTest.REMINDER);

    @Test
    void aReminderIsWrittenAsTheGoldenFilesSay() {
        assertThat(new String(NoticesJson.bytes(NOTICE), StandardCharsets.UTF_8)).isEqualTo(golden("notice-1.json"));
        assertThat(NoticesJson.read(golden("notice-1.json").getBytes(StandardCharsets.UTF_8), Notice.class)).isEqualTo(NOTICE);
        assertThat(new String(NoticesJson.bytes(NOTICE.away()), StandardCharsets.UTF_8)).isEqualTo(golden("dismissed-1.json"));
        assertThat(NoticesJson.read(golden("dismissed-1.json").getBytes(StandardCharsets.UTF_8), Notice.class))
                .isEqualTo(NOTICE.away());
    }

    @Test
    void aMessageIsWrittenAsTheGoldenFileSays() {
        assertThat(new String(NoticesJson.bytes(OUTGOING), StandardCharsets.UTF_8)).isEqualTo(golden("outgoing-1.json"));
        assertThat(NoticesJson.read(golden("outgoing-1.json").getBytes(StandardCharsets.UTF_8), Outgoing.class))
                .isEqualTo(OUTGOING);
    }

    /// CloudEvents 1.0, structured mode.
    @Test
    void anEventIsWrittenAsTheGoldenFileSays() {
        assertThat(new String(Events.of(OUTGOING, "/guidang"), StandardCharsets.UTF_8)).isEqualTo(golden("event-1.json"));
    }

    private static String golden(String name) {
        try (InputStream in = Objects.requireNonNull(NoticesJsonTest.class.getResourceAsStream("/golden/notices/" + name),
                name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
