package guidang.server.journal;

import guidang.server.objects.ObjectStore;
import java.time.InstantSource;
import java.util.Objects;
import reactor.core.Disposable;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/// The real journal for other rooms' tests.
public final class TestJournal implements AutoCloseable {
    private final Scheduler thread = Schedulers.newSingle("test-journal", true);
    private final StoreJournal journal;
    private final Disposable running;

    public TestJournal(ObjectStore archive, String replica) {
        this(archive, replica, InstantSource.system());
    }

    /// @param clock
    ///            by which commits are made
    public TestJournal(ObjectStore archive, String replica, InstantSource clock) {
        journal = Objects.requireNonNull(StoreJournal.open(archive, new StoreJournal.Threads(thread, Schedulers.parallel()),
                clock, Fixtures.settings(), Fixtures.key(), replica).toFuture().join());
        running = journal.run().subscribe();
    }

    public Journal journal() {
        return journal;
    }

    @Override
    public void close() {
        running.dispose();
        thread.dispose();
    }
}
