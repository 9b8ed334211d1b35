package guidang.server.journal;

import guidang.server.objects.ObjectStore;
import java.time.InstantSource;
import java.util.Objects;
import reactor.core.Disposable;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/// The real journal over any store, for the tests of other rooms.
public final class RunningJournal implements AutoCloseable {
    private final Scheduler thread = Schedulers.newSingle("test-journal");
    private final StoreJournal journal;
    private final Disposable running;

    public RunningJournal(ObjectStore archive, String replica) {
        journal = Objects.requireNonNull(StoreJournal.open(archive, new StoreJournal.Threads(thread, Schedulers.parallel()),
                InstantSource.system(), Fixtures.settings(), Fixtures.key(), replica).toFuture().join());
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
