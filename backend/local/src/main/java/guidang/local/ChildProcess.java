package guidang.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A child JVM of the same JDK. Its output goes to a log file and is searched
/// for the line that says it is ready; its standard input stays open as long as
/// this process lives.
final class ChildProcess {
    private static final int TAIL = 30;
    private static final String END = "\0end";

    private final String name;
    private final Process process;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    private ChildProcess(String name, Process process) {
        this.name = name;
        this.process = process;
    }

    /// @param arguments
    ///            what follows `java` on the command line
    /// @param log
    ///            written anew, all the child prints
    static ChildProcess java(String name, List<String> arguments, Path log) throws IOException {
        return java(name, arguments, Map.of(), log);
    }

    /// @param environment
    ///            added to this process's own
    static ChildProcess java(String name, List<String> arguments, Map<String, String> environment, Path log)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Installation.java());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Writer written = Files.newBufferedWriter(log);
        ChildProcess child = new ChildProcess(name, builder.start());
        // Reading a pipe holds the carrier of a virtual thread; there are as few as processors.
        Thread.ofPlatform().daemon().name(name + "-output").start(() -> child.copyOutput(written));
        return child;
    }

    long pid() {
        return process.pid();
    }

    private void copyOutput(Writer log) {
        try (log; BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (@Nullable
            String line = output.readLine(); line != null; line = output.readLine()) {
                log.write(line + System.lineSeparator());
                log.flush();
                lines.add(line);
                if (lines.size() > 10_000) {
                    lines.clear(); // nobody waits any more
                }
            }
        } catch (IOException ended) {
            lines.add(name + " closed its output: " + ended);
        }
        lines.add(END);
    }

    /// What follows `prefix` on the first line that begins with it.
    ///
    /// @throws IOException
    ///             when the child ends or the time is over; the message holds the
    ///             tail of what it printed
    String awaitLine(String prefix, Duration limit) throws IOException, InterruptedException {
        Deque<String> tail = new ArrayDeque<>();
        long deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            @Nullable
            String line = lines.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (line == null || line.equals(END)) {
                String what = line == null ? " was not ready within " + limit.toSeconds() + " s" : " ended while starting";
                throw new IOException(name + what + ":\n" + String.join("\n", tail));
            }
            if (line.startsWith(prefix)) {
                return line.substring(prefix.length()).strip();
            }
            tail.add(line);
            if (tail.size() > TAIL) {
                tail.remove();
            }
        }
    }

    /// The last lines that nobody waited for.
    String tail() {
        List<String> all = lines.stream().filter(line -> !line.equals(END)).toList();
        return String.join("\n", all.subList(Math.max(0, all.size() - TAIL), all.size()));
    }

    String name() {
        return name;
    }

    Process process() {
        return process;
    }

    /// SIGKILL, and waits for the end.
    void kill() {
        process.destroyForcibly();
        await(Duration.ofSeconds(10));
    }

    /// Closes its standard input, at which it ends in order; after `patience`,
    /// SIGKILL. Not SIGTERM: a JVM that ends by a signal writes no
    /// ahead-of-time cache.
    void stop(Duration patience) {
        end();
        if (!await(patience)) {
            kill();
        }
    }

    /// Asks it to end and does not wait.
    void end() {
        try {
            process.getOutputStream().close();
        } catch (IOException gone) {
            process.destroy();
        }
    }

    private boolean await(Duration patience) {
        try {
            return process.waitFor(patience);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
