package guidang.server.jobs;

import guidang.server.jobs.JobBook.Recorded;
import guidang.server.objects.Recurring;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/// Gets jobs begun: at once where they are made, and whatever nobody is at when
/// it looks round, at start, then every 30 seconds, and when a job has ended.
final class JobRounds implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(JobRounds.class);
    private static final Duration PERIOD = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofMillis(200);
    private static final int PARTING = 5;

    private final JobBook book;
    private final Workshop workshop;
    private final JobExpiry expiry;
    /// Of one life: another start takes what was offered meanwhile.
    private volatile Sinks.Many<Offer> offers = Sinks.many().unicast().onBackpressureBuffer();
    private volatile @Nullable Disposable looking;
    private volatile @Nullable Disposable working;

    JobRounds(JobBook book, Workshop workshop, JobExpiry expiry) {
        this.book = book;
        this.workshop = workshop;
        this.expiry = expiry;
    }

    /// A job that waits for somebody to do it.
    private record Offer(String id, boolean awaited, Sinks.One<Recorded> end) {}

    /// Offers the job to this replica, which does it if it has room.
    void offer(String id) {
        offered(new Offer(id, false, Sinks.one()));
    }

    /// As [#offer]; twice the room. The answer is its last state once it ended
    /// here, empty where it was not done here. It is done whether anybody waits
    /// or not.
    Mono<Recorded> awaited(String id) {
        Sinks.One<Recorded> end = Sinks.one();
        offered(new Offer(id, true, end));
        return end.asMono();
    }

    private void offered(Offer offer) {
        offers.emitNext(offer, Sinks.EmitFailureHandler.busyLooping(PATIENCE));
    }

    @Override
    public void start() {
        working = offers.asFlux().flatMap(this::take, Integer.MAX_VALUE).subscribe();
        looking = Disposables.composite(
                new Recurring("jobs", Flux.interval(Duration.ZERO, PERIOD).onBackpressureDrop(), this::look)::close,
                Recurring.hourly("what expired of jobs", expiry::expire)::close);
    }

    private Mono<Void> take(Offer offer) {
        return workshop.take(offer.id(), offer.awaited()).map(end -> told(offer, end))
                .switchIfEmpty(Mono.fromSupplier(offer.end()::tryEmitEmpty).flatMap(_ -> Mono.empty()))
                .flatMap(_ -> look());
    }

    private static Sinks.EmitResult told(Offer offer, Recorded end) {
        return offer.end().tryEmitValue(end);
    }

    /// Offers all that nobody is at; never an error.
    Mono<Void> look() {
        return book.unfinished().filter(found -> workshop.isFree(found.document())).doOnNext(found -> offer(found.id()))
                .then().onErrorResume(e -> {
                    LOG.warn("Jobs wait for the next round", e);
                    return Mono.empty();
                });
    }

    /// What was under way is given back, for others to go on with at once.
    @Override
    public void stop() {
        dispose(looking);
        looking = null;
        try {
            workshop.release().toFuture().orTimeout(PARTING, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            LOG.warn("Jobs that were under way are gone on with later", e);
        }
        Disposable ending = working;
        offers = Sinks.many().unicast().onBackpressureBuffer();
        dispose(ending);
        working = null;
    }

    private static void dispose(@Nullable Disposable some) {
        if (some != null) {
            some.dispose();
        }
    }

    @Override
    public boolean isRunning() {
        return looking != null;
    }

    /// When all that jobs work with has started; before requests come, after the
    /// last one went.
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE / 2;
    }
}
