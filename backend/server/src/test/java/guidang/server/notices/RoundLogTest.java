package guidang.server.notices;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.server.notices.RoundLog.Attempt;
import guidang.server.objects.MemoryObjects;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class RoundLogTest {
    private static final LocalDate DAY = LocalDate.parse("2026-03-31");
    private static final Instant AT = Instant.parse("2026-03-31T01:02:03.456Z");

    private final MemoryObjects work = MemoryObjects.work();
    private final RoundLog log = new RoundLog(work);

    @Test
    void ofManyReplicasOneBegins() {
        List<Attempt> begun = Objects.requireNonNull(Flux.range(0, 20)
                .flatMap(n -> Mono.defer(() -> new RoundLog(work).begin(DAY, AT.plusMillis(n)))
                        .subscribeOn(Schedulers.boundedElastic()), 20)
                .collectList().block());
        assertThat(begun).hasSize(1);
    }

    @Test
    void oneThatWasNotEndedIsMadeAgainAsItBegan() {
        assertThat(log.begin(DAY, AT).block()).isEqualTo(new Attempt(1, AT, null, null));
        assertThat(log.begin(DAY, AT.plus(RoundLog.PATIENCE)).block()).isNull();
        Instant late = AT.plus(RoundLog.PATIENCE).plusSeconds(1);
        assertThat(log.begin(DAY, late).block()).isEqualTo(new Attempt(1, AT, null, null));
        assertThat(log.begin(DAY, late.plusSeconds(1)).block()).isNull();
        log.end(DAY, late).block();
        assertThat(log.isDone(DAY).block()).isTrue();
        assertThat(log.begin(DAY, late.plus(Duration.ofHours(5))).block()).isNull();
    }

    @Test
    void theNextOneKnowsTheLastThatWasEnded() {
        var _ = log.begin(DAY, AT).block();
        log.end(DAY, AT).block();
        var _ = log.begin(DAY.plusDays(1), AT.plus(Duration.ofDays(1))).block();
        Instant next = AT.plus(Duration.ofDays(2));
        assertThat(log.begin(DAY.plusDays(2), next).block()).isEqualTo(new Attempt(1, next, AT, DAY));
        assertThat(log.expire(DAY.plusDays(2)).block()).isEqualTo(3);
    }

    @Test
    void aRoundIsWrittenAsTheGoldenFilesSay() {
        var _ = log.begin(DAY.minusDays(1), AT.minus(Duration.ofDays(1))).block();
        log.end(DAY.minusDays(1), AT).block();
        var _ = log.begin(DAY, AT).block();
        log.end(DAY, AT.plusSeconds(5)).block();
        assertThat(stored("state/rounds/2026-03-31/1.json")).isEqualTo(NoticesJsonTest.golden("round-1.json"));
        assertThat(stored("state/rounds/2026-03-31/done.json")).isEqualTo(NoticesJsonTest.golden("round-done-1.json"));
    }

    private String stored(String key) {
        return new String(Objects.requireNonNull(work.get(key, 1000).block()), StandardCharsets.UTF_8);
    }
}
