package guidang.server.notices;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.server.kernel.Code;
import guidang.server.kernel.OperationId;
import guidang.server.objects.MemoryObjects;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class OutboxTest {
    private static final Instant START = Instant.parse("2026-03-31T01:02:03Z");
    private static final OperationId REQUEST = OperationId.of("lin", "route", "key");
    static final Reminder REMINDER = new Reminder(new Reminder.Party(new Code("B1"), "第一支部"),
            new Reminder.Party(new Code("C1"), "第一党委"), START, List.of(new Reminder.Owed(new Code("ZT"), "专题",
                    new Code("SELF-EXAM"), "班子对照检查材料", "2026", LocalDate.parse("2026-03-31"), false)),
            "请尽快");

    static final ItemReminder ITEMS = new ItemReminder(REMINDER.organization(), REMINDER.from(), START, ItemsTold.Kind.REMINDER,
            1, List.of(new ItemReminder.OwedItem(REMINDER.organization(), new OperationId("c".repeat(32)), 3, new Code("ZT"),
                    "专题", LocalDate.parse("2026-03-30"), true)),
            "请抓紧");

    private final MemoryObjects work = MemoryObjects.work();
    private final List<Outgoing> tried = new CopyOnWriteArrayList<>();
    private final List<Instant> times = new ArrayList<>();
    private volatile Instant now = START;
    private volatile Mono<Channel.Sent> answer = Mono.just(Channel.Sent.DONE);

    private final class Recorder implements Channel {
        @Override
        public String name() {
            return "test";
        }

        @Override
        public Flux<String> reached(Code organization) {
            return Flux.just("one", "two");
        }

        @Override
        public Mono<Sent> send(Outgoing message) {
            return Mono.defer(() -> {
                tried.add(message);
                return answer;
            });
        }
    }

    private Outbox outbox() {
        return new Outbox(work, List.of(new Recorder()), () -> now, () -> {
        });
    }

    private void put() {
        outbox().put(REQUEST, REMINDER).block();
    }

    private long sweep() {
        return Objects.requireNonNull(outbox().sweep().block());
    }

    private List<String> waiting() {
        return Objects.requireNonNull(work.list("state/outbox/", "").collectList().block());
    }

    @Test
    void documentsAndItemsOfOneRequestAreTwoMessages() {
        put();
        outbox().put(REQUEST, ITEMS).block();
        outbox().put(REQUEST, ITEMS).block();
        assertThat(waiting()).hasSize(4);
        assertThat(sweep()).isEqualTo(4);
        assertThat(tried).filteredOn(message -> message.rectifications() != null).extracting(Outgoing::reminder)
                .containsOnlyNulls().hasSize(2);
    }

    @Test
    void whatIsSentIsGone() {
        put();
        assertThat(waiting()).hasSize(2);
        assertThat(sweep()).isEqualTo(2);
        assertThat(tried).extracting(Outgoing::to).containsExactlyInAnyOrder("one", "two");
        assertThat(tried).extracting(Outgoing::reminder).containsOnly(REMINDER);
        assertThat(waiting()).isEmpty();
        assertThat(sweep()).isZero();
    }

    @Test
    void theSameRequestIsPutInOnce() {
        put();
        put();
        assertThat(waiting()).hasSize(2);
    }

    @Test
    void whatFailsIsTriedWithGrowingDelaysForADayUnderOneId() {
        put();
        answer = Mono.error(new IllegalStateException("refused"));
        while (!waiting().isEmpty() && now.isBefore(START.plus(Duration.ofDays(3)))) {
            int before = tried.size();
            assertThat(sweep()).isGreaterThanOrEqualTo(0);
            if (tried.size() > before) {
                times.add(now);
            }
            now = now.plusSeconds(15);
        }
        assertThat(waiting()).isEmpty();
        assertThat(tried).extracting(Outgoing::id).hasSize(2 * times.size());
        assertThat(tried.stream().map(Outgoing::id).distinct()).hasSize(2);
        assertThat(times.getFirst()).isEqualTo(START);
        assertThat(times.getLast()).isBefore(START.plus(Outbox.GIVEN_UP)).isAfter(START.plus(Duration.ofHours(18)));
        List<Duration> delays = new ArrayList<>();
        for (int n = 1; n < times.size(); n++) {
            delays.add(Duration.between(times.get(n - 1), times.get(n)));
        }
        assertThat(delays).isSorted().hasSizeGreaterThan(8);
        assertThat(delays.getFirst()).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(75));
    }

    @Test
    void afterALongStandstillItIsNotTriedInOneGo() {
        put();
        answer = Mono.just(Channel.Sent.LATER);
        now = START.plus(Duration.ofHours(10));
        assertThat(sweep()).isEqualTo(2);
        assertThat(sweep()).isZero();
        assertThat(tried).hasSize(2);
    }

    @Test
    void whomItWasForIsThereNoMore() {
        put();
        answer = Mono.just(Channel.Sent.NEVER);
        assertThat(sweep()).isEqualTo(2);
        assertThat(waiting()).isEmpty();
    }

    @Test
    void ofSeveralReplicasOneSends() {
        put();
        answer = Mono.just(Channel.Sent.LATER);
        assertThat(Flux.range(0, 8).flatMap(_ -> Mono.defer(outbox()::sweep).subscribeOn(Schedulers.boundedElastic()), 8)
                .collectList().block()).hasSize(8);
        assertThat(tried).hasSize(2);
        assertThat(waiting()).hasSize(2);
    }

    @Test
    void whatDiesWhileSendingIsTriedAgain() {
        put();
        answer = Mono.never();
        assertThat(outbox().sweep().timeout(Duration.ofMillis(200), Mono.empty()).block()).isNull();
        assertThat(tried).hasSize(2);
        answer = Mono.just(Channel.Sent.DONE);
        now = START.plusSeconds(61);
        assertThat(sweep()).isEqualTo(2);
        assertThat(tried).hasSize(4);
        assertThat(waiting()).isEmpty();
    }
}
