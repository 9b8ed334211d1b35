package guidang.reader.fuzz;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/// What the fuzzer calls: the target that the property `guidang.fuzz.target`
/// names, and after each input a look at the time that it took.
public final class Harness {
    /// Processor time that one input may take; the server gives a file 20 s, and
    /// the fuzzer's instruments make all slower.
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Target TARGET = Target.of(System.getProperty("guidang.fuzz.target", "text"));
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Harness() {
    }

    /// By this name Jazzer finds it.
    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
        run(TARGET, bytes);
    }

    static void run(Target target, byte[] bytes) throws IOException {
        long before = THREADS.getCurrentThreadCpuTime();
        target.run(bytes);
        Duration taken = Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - before);
        if (taken.compareTo(LIMIT) > 0) {
            throw new AssertionError(bytes.length + " bytes take " + taken.toMillis() + " ms");
        }
    }
}
