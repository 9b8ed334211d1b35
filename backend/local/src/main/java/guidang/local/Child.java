package guidang.local;

import java.io.IOException;
import java.util.Arrays;

/// Runs a main class that does not watch its standard input itself, and ends it
/// in order when the process that started it is gone: the server knows nothing
/// of launchers.
public final class Child {
    private Child() {
    }

    /// Returns when that main class does.
    ///
    /// @param line
    ///            the main class and its arguments
    public static void main(String[] line) throws ReflectiveOperationException {
        Thread.ofPlatform().daemon().name("parent-watch").start(Child::watch);
        String[] arguments = Arrays.copyOfRange(line, 1, line.length);
        Class.forName(line[0]).getMethod("main", String[].class).invoke(null, (Object) arguments);
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
