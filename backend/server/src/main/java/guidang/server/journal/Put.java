package guidang.server.journal;

import guidang.server.objects.Layout;
import guidang.server.objects.ObjectStore;
import guidang.server.objects.Payload;
import guidang.server.objects.StoreUnavailable;
import guidang.server.objects.WriteOutcomeUnknown;
import java.time.Duration;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.util.retry.Retry;

/// Puts one commit until it is known who made that number (PROTOCOL 5).
final class Put {
    private static final Logger LOG = LoggerFactory.getLogger(Put.class);
    private static final int SURE_FAILURES = 3;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final ObjectStore archive;
    private final Scheduler thread;
    private final Link link;
    private boolean unknown;
    private int failures;

    Put(ObjectStore archive, Scheduler thread, Link link) {
        this.archive = archive;
        this.thread = thread;
        this.link = link;
    }

    /// True where the number holds this commit, false where it holds another.
    /// Errors with [StoreUnavailable] only where surely nothing was written; while
    /// the outcome is unknown it goes on for ever.
    Mono<Boolean> won() {
        return Mono.defer(this::attempt).publishOn(thread).retryWhen(Retry.from(this::again));
    }

    private Mono<Boolean> attempt() {
        return archive.putIfAbsent(Layout.commit(link.number()), Payload.of(link.bytes()))
                .flatMap(found -> found == ObjectStore.Put.CREATED ? Mono.just(true) : mine());
    }

    /// An absent commit is no answer here: a late write may still land.
    private Mono<Boolean> mine() {
        return archive.get(Layout.commit(link.number()), Link.MAX_BYTES).map(bytes -> Arrays.equals(bytes, link.bytes()))
                .onErrorMap(e -> new WriteOutcomeUnknown("occupied, and not readable", e))
                .switchIfEmpty(Mono.error(() -> new WriteOutcomeUnknown("occupied, and not found",
                        new IllegalStateException("absent"))));
    }

    private Flux<Long> again(Flux<Retry.RetrySignal> signals) {
        return signals.concatMap(signal -> pause(signal.failure()));
    }

    private Mono<Long> pause(Throwable failure) {
        failures++;
        unknown |= !(failure instanceof StoreUnavailable);
        if (!unknown && failures >= SURE_FAILURES) {
            return Mono.error(failure);
        }
        LOG.warn("Commit {}: {}, putting again", link.number(), failure.toString());
        Duration longer = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, 10));
        return Mono.delay(longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE, thread);
    }
}
