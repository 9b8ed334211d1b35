package guidang.server.inspection;

import guidang.reader.protocol.Answer;
import guidang.reader.protocol.Request.Task;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/// So many reader processes, each with one file in hand, and a bounded queue
/// before them. A file that kills its reader costs nothing else.
final class ReaderPool implements AutoCloseable {
    private final List<ReaderSeat> all;
    private final Queue<ReaderSeat> seats = new ConcurrentLinkedQueue<>();
    private final ThreadPoolExecutor threads;
    private final Scheduler scheduler;
    private final int textLimit;

    ReaderPool(InspectionSettings settings, ReaderCommand command, Spool spool) {
        threads = new ThreadPoolExecutor(settings.children(), settings.children(), 0, TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(settings.queue()), Thread.ofPlatform().name("reader-", 0).daemon().factory());
        scheduler = Schedulers.fromExecutorService(threads);
        textLimit = settings.textLimit();
        all = IntStream.range(0, settings.children())
                .mapToObj(n -> new ReaderSeat(command, spool.folder("reader-" + n), settings.timeLimit())).toList();
        all.forEach(seat -> threads.execute(() -> use(seat)));
    }

    private void use(ReaderSeat seat) {
        try {
            seat.prepare();
        } finally {
            seats.add(seat);
        }
    }

    /// Asks of the file, in its turn. Errors with `READER_BUSY` where too many
    /// wait.
    ///
    /// @param file
    ///            in the spool; it must stay until the answer is there, or the
    ///            reading is cancelled
    Mono<Answer> ask(Task task, Path file, String name) {
        return Mono.fromCallable(() -> answer(task, file, name)).subscribeOn(scheduler)
                .onErrorMap(RejectedExecutionException.class, e -> new Problem(ProblemType.READER_BUSY))
                .publishOn(Schedulers.parallel());
    }

    private Answer answer(Task task, Path file, String name) {
        // There are as many seats as threads.
        ReaderSeat seat = seats.remove();
        try {
            return seat.answer(task, file, name, textLimit);
        } finally {
            seats.add(seat);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        all.forEach(ReaderSeat::close);
    }
}
