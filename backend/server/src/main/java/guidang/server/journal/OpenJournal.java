package guidang.server.journal;

import guidang.server.kernel.OperationId;
import guidang.server.objects.ObjectStore;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/// The bean: opens the journal in an early phase of the start,
/// [Journal#PHASE], and keeps it going until the end.
final class OpenJournal implements Journal, SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(OpenJournal.class);

    private final ObjectStore archive;
    private final JournalSettings settings;
    private final LogKey key;
    private @Nullable Scheduler thread;
    private @Nullable Disposable running;
    private volatile @Nullable StoreJournal journal;

    OpenJournal(ObjectStore archive, JournalSettings settings, LogKey key) {
        this.archive = archive;
        this.settings = settings;
        this.key = key;
    }

    @Override
    public void start() {
        Scheduler own = Schedulers.newSingle("journal");
        thread = own;
        byte[] random = new byte[10];
        new SecureRandom().nextBytes(random);
        StoreJournal opened = Objects
                .requireNonNull(StoreJournal.open(archive, new StoreJournal.Threads(own, Schedulers.parallel()),
                        InstantSource.system(), settings, key, OperationId.base32(random, 16)).toFuture().join());
        journal = opened;
        running = opened.run().subscribe(ended -> {
        }, broken -> LOG.error("The journal's thread ended", broken));
    }

    @Override
    public void stop() {
        if (running != null) {
            running.dispose();
        }
        if (thread != null) {
            thread.dispose();
        }
        journal = null;
    }

    @Override
    public boolean isRunning() {
        return journal != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    /// The journal itself.
    ///
    /// @throws IllegalStateException
    ///             before it is open
    StoreJournal opened() {
        StoreJournal now = journal;
        if (now == null) {
            throw new IllegalStateException("the journal is not open");
        }
        return now;
    }

    @Override
    public Mono<Committed> submit(Command command) {
        return opened().submit(command);
    }

    @Override
    public Mono<Committed> operation(OperationId operation) {
        return opened().operation(operation);
    }

    @Override
    public Mono<List<JournalRecord>> stream(StreamKey stream) {
        return opened().stream(stream);
    }

    @Override
    public long position() {
        return opened().position();
    }

    @Override
    public Mono<Long> await(long position, Duration bound) {
        return opened().await(position, bound);
    }

    @Override
    public Flux<Commit> commits(long from) {
        return opened().commits(from);
    }

    @Override
    public Mono<Void> follow(long from, Follower follower) {
        return opened().follow(from, follower);
    }

    @Override
    public Mono<Receipt> receipt(JournalRecord record) {
        return opened().receipt(record);
    }
}
