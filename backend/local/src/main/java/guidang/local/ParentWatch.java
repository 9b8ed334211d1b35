package guidang.local;

import java.io.IOException;

/// How a child process ends with its parent, however the parent ends: the
/// parent holds the writing end of the child's standard input, and the operating
/// system closes it.
public final class ParentWatch {
    private ParentWatch() {
    }

    /// Returns when standard input is at its end.
    public static void untilParentEnds() throws IOException {
        while (System.in.read() != -1) {
            Thread.onSpinWait(); // what the parent writes means nothing
        }
    }
}
