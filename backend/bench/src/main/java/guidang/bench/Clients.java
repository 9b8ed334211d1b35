package guidang.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/// So many clients, each with one request in flight, share the work from one
/// number to another.
final class Clients {
    private Clients() {
    }

    /// What one client does with one number.
    interface Work {
        void run(int n) throws Exception;
    }

    /// @return seconds until all was done
    /// @throws ExecutionException
    ///             with what failed first
    static double run(int clients, int from, int to, Work work) throws InterruptedException, ExecutionException {
        AtomicInteger next = new AtomicInteger(from);
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                all.add(threads.submit(() -> {
                    for (int n = next.getAndIncrement(); n < to; n = next.getAndIncrement()) {
                        work.run(n);
                    }
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }
}
