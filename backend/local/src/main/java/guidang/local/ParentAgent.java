package guidang.local;

import java.io.IOException;

/// A Java agent for programmes that do not watch their standard input
/// themselves: ends them in order when the process that started them is gone.
/// The launcher gives it to the server, which knows nothing of launchers.
public final class ParentAgent {
    private ParentAgent() {
    }

    /// Called by the JVM before `main`.
    public static void premain(String nothing) {
        Thread.ofPlatform().daemon().name("parent-watch").start(ParentAgent::watch);
    }

    private static void watch() {
        try {
            ParentWatch.untilParentEnds();
        } catch (IOException closed) {
            System.err.println("standard input failed, so the parent is taken for gone: " + closed);
        }
        System.exit(0);
    }
}
