package guidang.server.objects;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class RecurringTest {
    private final Sinks.Many<Integer> due = Sinks.many().unicast().onBackpressureBuffer();

    @Test
    void aRoundThatFailsOrThrowsIsFollowedByTheNext() {
        List<String> rounds = new ArrayList<>();
        List<Supplier<Mono<?>>> ends = List.of(Mono::empty, () -> Mono.error(new IllegalStateException("failed")), () -> {
            throw new IllegalStateException("thrown");
        }, () -> Mono.just(3L));
        try (Recurring recurring = new Recurring("a test's rounds", due.asFlux(), () -> {
            rounds.add("round");
            return Objects.requireNonNull(ends.get(rounds.size() - 1)).get();
        })) {
            assertThat(recurring).isNotNull();
            for (int i = 1; i <= ends.size(); i++) {
                due.tryEmitNext(i).orThrow();
                assertThat(rounds).hasSize(i);
            }
        }
        assertThat(due.currentSubscriberCount()).isZero();
    }

    @Test
    void oneRoundIsAfterAnother() {
        Sinks.Empty<Void> first = Sinks.empty();
        List<String> rounds = new ArrayList<>();
        try (Recurring recurring = new Recurring("a test's rounds", due.asFlux(), () -> {
            rounds.add("round");
            return first.asMono();
        })) {
            assertThat(recurring).isNotNull();
            due.tryEmitNext(1).orThrow();
            due.tryEmitNext(2).orThrow();
            assertThat(rounds).hasSize(1);
            first.tryEmitEmpty().orThrow();
            assertThat(rounds).hasSize(2);
        }
    }
}
