package guidang.server.inspection;

import guidang.reader.protocol.Answer;
import guidang.reader.protocol.Answer.Reason;
import guidang.reader.protocol.Answer.Refused;
import guidang.reader.protocol.Request;
import guidang.reader.protocol.Request.Task;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A place that always has a reader process: one that ends is followed by
/// another. Blocking; used by one thread at a time.
final class ReaderSeat implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReaderSeat.class);
    private static final Duration FIRST_WAIT = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final ReaderCommand command;
    private final Path folder;
    private final Duration timeLimit;
    private volatile @Nullable ReaderChild child;
    private volatile boolean closed;
    private Duration wait = Duration.ZERO;
    private long notBefore = System.nanoTime();

    /// @param folder
    ///            working directory and temporary folder of the process
    ReaderSeat(ReaderCommand command, Path folder, Duration timeLimit) {
        this.command = command;
        this.folder = folder;
        this.timeLimit = timeLimit;
    }

    /// @throws Problem
    ///             `READER_BUSY` where no process can be started just now
    Answer answer(Task task, Path file, String name, int textLimit) {
        Request request = new Request(task, folder.relativize(file).toString(), name, textLimit);
        try {
            return ask(request);
        } catch (ReaderChild.Ended e) {
            LOG.warn("A reader ended on a file, {}", e.byLimit() ? "by a limit" : "for no known reason");
            return e.byLimit() ? new Refused(Reason.TOO_COMPLEX, "") : again(request);
        } finally {
            prepare();
        }
    }

    /// A process may end for reasons of its own: the file gets one more.
    private Answer again(Request request) {
        try {
            return ask(request);
        } catch (ReaderChild.Ended e) {
            return new Refused(Reason.TOO_COMPLEX, "");
        }
    }

    private Answer ask(Request request) throws ReaderChild.Ended {
        try {
            Answer answer = started().ask(request, timeLimit);
            wait = Duration.ZERO;
            return answer;
        } catch (IOException | ReaderChild.NotStarted e) {
            throw busy(e);
        }
    }

    /// Starts the process that the next file will need, without waiting for it.
    void prepare() {
        try {
            if (!closed && System.nanoTime() - notBefore >= 0) {
                started();
            }
        } catch (IOException e) {
            backOff(e);
        }
    }

    private ReaderChild started() throws IOException {
        ReaderChild current = child;
        if (current != null && current.isAlive()) {
            return current;
        } else if (closed || System.nanoTime() - notBefore < 0) {
            throw new Problem(ProblemType.READER_BUSY);
        }
        clean();
        ReaderChild next = ReaderChild.start(command, folder);
        child = next;
        return next;
    }

    private Problem busy(Exception e) {
        backOff(e);
        return new Problem(ProblemType.READER_BUSY);
    }

    private void backOff(Exception e) {
        wait = wait.isZero() ? FIRST_WAIT : wait.multipliedBy(2);
        wait = wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
        notBefore = System.nanoTime() + wait.toNanos();
        LOG.error("No reader can be started; next attempt after {}", wait, e);
    }

    /// A process that was killed leaves its temporary files.
    private void clean() throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        ReaderChild current = child;
        if (current != null) {
            current.close();
        }
    }
}
