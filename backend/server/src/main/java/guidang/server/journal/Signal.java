package guidang.server.journal;

import java.util.function.BooleanSupplier;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/// Wakes those who wait for a condition. Raised and awaited on the journal's
/// thread only.
final class Signal {
    private Sinks.Empty<Void> next = Sinks.empty();

    void raise() {
        Sinks.Empty<Void> now = next;
        next = Sinks.empty();
        var _ = now.tryEmitEmpty();
    }

    /// Completes once the condition holds: at once, or when looked at after
    /// a raise.
    Mono<Void> await(BooleanSupplier condition) {
        return Mono.defer(() -> condition.getAsBoolean() ? Mono.<Boolean>just(true) : next.asMono().thenReturn(false)).repeat()
                .takeUntil(met -> met).then();
    }
}
