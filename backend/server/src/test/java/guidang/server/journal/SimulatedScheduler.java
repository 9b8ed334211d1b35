package guidang.server.journal;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.scheduler.Scheduler;

/// A replica's threads, in simulated time. After [#dispose] nothing runs any
/// more: the process was killed.
final class SimulatedScheduler implements Scheduler {
    private final Simulation simulation;
    private boolean dead;

    SimulatedScheduler(Simulation simulation) {
        this.simulation = simulation;
    }

    @Override
    public Disposable schedule(Runnable task) {
        return schedule(task, 0, TimeUnit.NANOSECONDS);
    }

    @Override
    public Disposable schedule(Runnable task, long delay, TimeUnit unit) {
        Disposable handle = Disposables.single();
        simulation.after(Duration.ofNanos(unit.toNanos(delay)), () -> {
            if (!dead && !handle.isDisposed()) {
                task.run();
            }
        });
        return handle;
    }

    @Override
    public long now(TimeUnit unit) {
        return unit.convert(simulation.nanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void dispose() {
        dead = true;
    }

    @Override
    public boolean isDisposed() {
        return dead;
    }

    @Override
    public Worker createWorker() {
        Disposable.Composite tasks = Disposables.composite();
        return new Worker() {
            @Override
            public Disposable schedule(Runnable task) {
                return schedule(task, 0, TimeUnit.NANOSECONDS);
            }

            @Override
            public Disposable schedule(Runnable task, long delay, TimeUnit unit) {
                return SimulatedScheduler.this.schedule(() -> {
                    if (!tasks.isDisposed()) {
                        task.run();
                    }
                }, delay, unit);
            }

            @Override
            public void dispose() {
                tasks.dispose();
            }

            @Override
            public boolean isDisposed() {
                return tasks.isDisposed();
            }
        };
    }
}
