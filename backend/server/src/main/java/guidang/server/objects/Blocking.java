package guidang.server.objects;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.scheduler.Schedulers;

/// Work that waits for a disk: done on boundedElastic, its result published
/// on parallel.
final class Blocking {
    private Blocking() {
    }

    /// What the work returns; empty for null. Once begun it runs to its end, even
    /// if the caller goes away: interrupting a write or fsync would close its
    /// channel half-way. An [IOException] becomes [StoreUnavailable].
    static <T> Mono<T> call(Callable<? extends @Nullable T> work) {
        return Mono.<T>create(sink -> Schedulers.boundedElastic().schedule(() -> run(work, sink)))
                .publishOn(Schedulers.parallel());
    }

    /// Work without a result.
    static Mono<Void> run(Action work) {
        return call(() -> {
            work.run();
            return null;
        });
    }

    private static <T> void run(Callable<? extends @Nullable T> work, MonoSink<T> sink) {
        try {
            sink.success(work.call());
        } catch (IOException e) {
            sink.error(new StoreUnavailable("the file system refused: " + e.getMessage(), e));
        } catch (Throwable e) {
            sink.error(e);
        }
    }

    interface Action {
        void run() throws IOException;
    }
}
