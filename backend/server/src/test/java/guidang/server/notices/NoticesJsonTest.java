package guidang.server.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guidang.server.objects.StoredJson;
import guidang.server.kernel.Code;
import guidang.server.kernel.OperationId;
import guidang.server.kernel.Period;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.notices.ItemsTold.ItemKey;
import guidang.server.notices.ItemsTold.Kind;
import guidang.server.objects.MemoryObjects;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Golden files of format 1: kept and read forever.
class NoticesJsonTest {
    private static final Notice NOTICE = Notice.of(new OperationId("a".repeat(32)),
            new SlotKey(new Code("ZT"), new Code("B1"), new Code("SELF-EXAM"), new Period("2026")), new Code("C1"),
            Instant.parse("2026-03-31T01:02:03.456Z"), "请尽快");
    private static final Outgoing OUTGOING = new Outgoing(1, "b".repeat(32), "mail", "B1",
            Instant.parse("2026-03-31T01:02:03.456Z"), OutboxTest.REMINDER, null);
    private static final ItemKey ITEM = new ItemKey(new Code("B1"), new OperationId("c".repeat(32)), 3, new Code("ZT"),
            LocalDate.parse("2026-03-30"));
    private static final Notice OF_AN_ITEM = Notice.of(new OperationId("a".repeat(32)),
            new ItemsTold(Kind.REMINDER, 1, List.of(ITEM)), new Code("C1"), Instant.parse("2026-03-31T01:02:03.456Z"), "请抓紧");
    private static final Outgoing OF_ITEMS = Outgoing.of("b".repeat(32), "mail", "B1", OutboxTest.ITEMS);

    @Test
    void aReminderIsWrittenAsTheGoldenFilesSay() {
        assertThat(new String(StoredJson.bytes(NOTICE), StandardCharsets.UTF_8)).isEqualTo(golden("notice-1.json"));
        assertThat(StoredJson.read(golden("notice-1.json").getBytes(StandardCharsets.UTF_8), Notice.class)).isEqualTo(NOTICE);
        assertThat(new String(StoredJson.bytes(NOTICE.away()), StandardCharsets.UTF_8)).isEqualTo(golden("dismissed-1.json"));
        assertThat(StoredJson.read(golden("dismissed-1.json").getBytes(StandardCharsets.UTF_8), Notice.class))
                .isEqualTo(NOTICE.away());
    }

    @Test
    void aMessageIsWrittenAsTheGoldenFileSays() {
        assertThat(new String(StoredJson.bytes(OUTGOING), StandardCharsets.UTF_8)).isEqualTo(golden("outgoing-1.json"));
        assertThat(StoredJson.read(golden("outgoing-1.json").getBytes(StandardCharsets.UTF_8), Outgoing.class))
                .isEqualTo(OUTGOING);
    }

    @Test
    void whatIsSaidOfRectificationItemsIsWrittenAsTheGoldenFilesSay() {
        assertThat(new String(StoredJson.bytes(OF_AN_ITEM), StandardCharsets.UTF_8)).isEqualTo(golden("notice-1-item.json"));
        assertThat(StoredJson.read(golden("notice-1-item.json").getBytes(StandardCharsets.UTF_8), Notice.class))
                .isEqualTo(OF_AN_ITEM);
        assertThat(new String(StoredJson.bytes(OF_ITEMS), StandardCharsets.UTF_8)).isEqualTo(golden("outgoing-1-items.json"));
        assertThat(StoredJson.read(golden("outgoing-1-items.json").getBytes(StandardCharsets.UTF_8), Outgoing.class))
                .isEqualTo(OF_ITEMS);
        assertThat(new String(Events.of(OF_ITEMS, "/guidang"), StandardCharsets.UTF_8)).isEqualTo(golden("event-1-items.json"));
    }

    /// CloudEvents 1.0, structured mode.
    @Test
    void anEventIsWrittenAsTheGoldenFileSays() {
        assertThat(new String(Events.of(OUTGOING, "/guidang"), StandardCharsets.UTF_8)).isEqualTo(golden("event-1.json"));
    }

    @Test
    void anAddressIsWrittenAsTheGoldenFileSays() {
        MemoryObjects work = MemoryObjects.work();
        Addresses addresses = new Addresses(work);
        addresses.set(new Code("B1"), "zhibu1@example.org").block();
        assertThat(stored(work, "state/addresses/B1.json")).isEqualTo(golden("address-1.json"));
        assertThat(addresses.find(new Code("B1")).block()).isEqualTo("zhibu1@example.org");
        addresses.remove(new Code("B1")).block();
        assertThat(addresses.find(new Code("B1")).block()).isNull();
    }

    @Test
    void aRequestIsKnownForItsDayAndForWhatItAsked() {
        MemoryObjects work = MemoryObjects.work();
        RemindingLog log = new RemindingLog(work);
        OperationId request = new OperationId("a".repeat(32));
        LocalDate day = LocalDate.parse("2026-03-31");
        Instant first = Instant.parse("2026-03-31T01:02:03.456Z");
        byte[] asked = "asked".getBytes(StandardCharsets.UTF_8);
        assertThat(log.enter(request, day, asked, first).block()).isEqualTo(first);
        assertThat(stored(work, "state/remindings/2026-03-31/" + request + ".json")).isEqualTo(golden("reminding-1.json"));
        assertThat(log.enter(request, day, asked, first.plusSeconds(60)).block()).isEqualTo(first);
        assertThatThrownBy(() -> log.enter(request, day, new byte[0], first).block())
                .isInstanceOfSatisfying(Problem.class,
                        problem -> assertThat(problem.type()).isEqualTo(ProblemType.IDEMPOTENCY_KEY_REUSED));
        assertThat(log.expire(day).block()).isZero();
        assertThat(log.expire(day.plusDays(1)).block()).isEqualTo(1);
    }

    private static String stored(MemoryObjects work, String key) {
        return new String(Objects.requireNonNull(work.get(key, 1000).block()), StandardCharsets.UTF_8);
    }

    static String golden(String name) {
        try (InputStream in = Objects.requireNonNull(NoticesJsonTest.class.getResourceAsStream("/golden/notices/" + name),
                name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
