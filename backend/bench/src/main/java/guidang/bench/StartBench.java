package guidang.bench;

import guidang.local.Arguments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// How long `./guidang start` takes on a built tree until the sign-in page
/// is there.
final class StartBench {
    private static final int RUNS = 3;

    private StartBench() {
    }

    static boolean run(Path root, Arguments arguments) throws Exception {
        arguments.allow();
        Times times = new Times();
        for (int n = 0; n < RUNS; n++) {
            Path data = Files.createTempDirectory("guidang-bench");
            int port = Stack.freePort();
            long start = System.nanoTime();
            guidang(root, "start", "--data", data.toString(), "--port", Integer.toString(port), "--detach");
            times.add(System.nanoTime() - start);
            guidang(root, "stop", "--data", data.toString());
        }
        double worst = times.percentile(1) / 1000;
        new Page(root).section("start", "Start", List.of(
                String.format(Locale.ROOT,
                        "`./guidang start --detach` of a built tree on empty data, until it says that the pages answer: worst"
                                + " of %d runs %.1f s (must be ≤ 15 s).",
                        RUNS, worst)));
        return worst <= 15;
    }

    private static void guidang(Path root, String... arguments) throws IOException, InterruptedException {
        List<String> command = new java.util.ArrayList<>(List.of(root.resolve("guidang").toString()));
        command.addAll(List.of(arguments));
        int code = new ProcessBuilder(command).directory(root.toFile()).inheritIO().start().waitFor();
        if (code != 0) {
            throw new IOException(command + " ended with " + code);
        }
    }
}
