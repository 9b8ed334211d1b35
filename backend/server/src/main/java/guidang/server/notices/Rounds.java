package guidang.server.notices;

import java.time.Duration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/// When the outbox is looked through: again and again, and soon after something
/// was put in.
final class Rounds {
    private static final Duration PERIOD = Duration.ofSeconds(15);

    private final Sinks.Many<Long> woken = Sinks.many().multicast().directBestEffort();

    /// Never fails: what it does not wake comes with the next round.
    void wake() {
        Sinks.EmitResult ignored = woken.tryEmitNext(0L);
        assert ignored != null;
    }

    Flux<Long> all() {
        return Flux.interval(PERIOD).mergeWith(woken.asFlux()).onBackpressureLatest();
    }
}
