package guidang.server.inspection;

import guidang.reader.protocol.Answer;
import guidang.reader.protocol.Frames;
import guidang.reader.protocol.Request;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One reader process. Blocking; one request at a time.
final class ReaderChild implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReaderChild.class);
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration END_LIMIT = Duration.ofSeconds(5);
    /// What `-XX:+ExitOnOutOfMemoryError` ends with.
    private static final int OUT_OF_MEMORY = 3;
    private static final int LINE_LIMIT = 200;
    /// The server's environment holds its secrets: a reader gets only these.
    private static final Set<String> ENVIRONMENT = Set.of("LANG", "LC_ALL", "LC_CTYPE", "TZ");

    private final Process process;
    private final InputStream in;
    private final OutputStream out;
    private boolean ready;

    private ReaderChild(Process process) {
        this.process = process;
        this.in = process.getInputStream();
        this.out = new BufferedOutputStream(process.getOutputStream());
    }

    /// Starts a process and does not wait for it.
    static ReaderChild start(ReaderCommand command, Path folder) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command.words()).directory(folder.toFile());
        builder.environment().keySet().retainAll(ENVIRONMENT);
        ReaderChild child = new ReaderChild(builder.start());
        // Reading a pipe holds the carrier of a virtual thread.
        Thread.ofPlatform().daemon().name("reader-log").start(child::log);
        return child;
    }

    /// @param timeLimit
    ///            from sending the request to having the answer
    /// @throws Ended
    ///             where the process ended instead of answering; this child is then
    ///             of no more use
    /// @throws NotStarted
    ///             where it never came up
    Answer ask(Request request, Duration timeLimit) throws Ended, NotStarted {
        if (!ready) {
            ready();
        }
        Limit limit = new Limit(timeLimit);
        try {
            Frames.write(out, request.frame());
            return Answer.parse(Frames.read(in, frameLimit(request)));
        } catch (IOException e) {
            boolean late = limit.reached();
            close();
            throw new Ended(late || exit() == OUT_OF_MEMORY);
        } finally {
            limit.lift();
        }
    }

    private void ready() throws NotStarted {
        Limit limit = new Limit(START_LIMIT);
        try {
            Frames.read(in, 0);
            ready = true;
        } catch (IOException e) {
            close();
            throw new NotStarted("the reader did not start: exit code " + exit(), e);
        } finally {
            limit.lift();
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        // One that has ended by itself keeps its exit code.
        if (!await(Duration.ofMillis(100))) {
            process.destroyForcibly();
            await(END_LIMIT);
        }
    }

    private boolean await(Duration time) {
        try {
            return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private int exit() {
        return process.isAlive() ? -1 : process.exitValue();
    }

    /// Three bytes of UTF-8 a unit, once more for the words that the structure
    /// repeats, and room for its places.
    private static int frameLimit(Request request) {
        return 6 * request.textLimit() + (8 << 20);
    }

    /// What the JVM itself has to say; the reader's libraries are silenced.
    private void log() {
        try (BufferedReader lines = process.errorReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                LOG.warn("Reader {}: {}", process.pid(), line.length() > LINE_LIMIT ? line.substring(0, LINE_LIMIT) : line);
            }
        } catch (IOException e) {
            LOG.debug("Reader {} is gone", process.pid());
        }
    }

    /// Kills the process when it has worked for so long. A machine with too much to
    /// do is not the file's fault: then the clock may go some rounds more.
    private final class Limit {
        private static final int ROUNDS = 5;
        private static final Duration LEAST = Duration.ofMillis(500);

        private final Duration time;
        private final Duration before = worked();
        private int rounds;
        private volatile CompletableFuture<Void> round = new CompletableFuture<>();
        private volatile boolean lifted;
        private volatile boolean reached;

        Limit(Duration time) {
            this.time = time;
            goOn(time);
        }

        @SuppressWarnings("FutureReturnValueIgnored") // ending a process is all there is to wait for
        private void goOn(Duration more) {
            CompletableFuture<Void> next = new CompletableFuture<>();
            round = next;
            next.orTimeout(more.toMillis(), TimeUnit.MILLISECONDS).whenComplete((lift, late) -> look(late != null));
            if (lifted) {
                next.complete(null);
            }
        }

        private void look(boolean late) {
            if (!late || lifted) {
                return;
            }
            rounds++;
            Duration left = time.minus(worked().minus(before));
            if (rounds < ROUNDS && left.compareTo(LEAST) > 0) {
                goOn(left);
            } else {
                reached = true;
                process.destroyForcibly();
            }
        }

        boolean reached() {
            return reached;
        }

        void lift() {
            lifted = true;
            round.complete(null);
        }
    }

    /// Processor time of the process so far; nothing where the system does
    /// not tell.
    private Duration worked() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /// The process ended while it read a file.
    static final class Ended extends Exception {
        private static final long serialVersionUID = 1;
        private final boolean byLimit;

        Ended(boolean byLimit) {
            this.byLimit = byLimit;
        }

        /// Whether a limit of time or memory ended it: then the file is the cause.
        boolean byLimit() {
            return byLimit;
        }
    }

    /// The process ended before it read anything.
    static final class NotStarted extends Exception {
        private static final long serialVersionUID = 1;

        NotStarted(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
