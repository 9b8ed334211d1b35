package guidang.reader.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Runs Jazzer on a target, in a process with the memory of the reader child.
///
/// `Fuzzing SECONDS [TARGET…]`: goes on for so long, on one target after the
/// other. What it learned stays in `target/fuzz` and is gone on with; what it
/// found lies there in `findings`, and belongs into `src/test/resources/fuzz`
/// once it is mended.
public final class Fuzzing {
    static final Path REGRESSIONS = Path.of("src", "test", "resources", "fuzz");
    private static final Path FOLDER = Path.of("target", "fuzz");
    private static final List<String> INSTRUMENTED = List.of("guidang.**", "org.apache.pdfbox.**", "org.apache.fontbox.**",
            "org.apache.poi.**", "org.jsoup.**");
    /// Findings after which a long run ends; one that is known already is
    /// not counted.
    private static final int MOST_FINDINGS = 50;
    /// Seconds on the clock after which an input counts as endless; [Harness] looks
    /// at the processor's.
    private static final int ENDLESS = 300;

    private Fuzzing() {
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int seconds = Integer.parseInt(arguments[0]);
        List<Target> targets = arguments.length > 1
                ? Stream.of(arguments).skip(1).map(Target::of).toList()
                : List.of(Target.values());
        int worst = 0;
        for (Target target : targets) {
            int each = seconds / targets.size();
            worst = Math.max(worst, run(target, List.of("-max_total_time=" + each, "--keep_going=" + MOST_FINDINGS)));
        }
        System.exit(worst);
    }

    /// Fuzzes a target until its options say that it is enough.
    ///
    /// @return 0 where nothing was found
    static int run(Target target, List<String> options) throws IOException, InterruptedException {
        return run(target, List.of(), options);
    }

    /// So many inputs, always the same ones. It is over before code that was
    /// compiled well would have paid.
    static int run(Target target, int inputs) throws IOException, InterruptedException {
        return run(target, List.of("-XX:TieredStopAtLevel=1"), List.of("-runs=" + inputs, "-seed=1"));
    }

    private static int run(Target target, List<String> machine, List<String> options) throws IOException, InterruptedException {
        Path folder = FOLDER.resolve(target.word());
        Path seeds = folder.resolve("seeds");
        Seeds.write(target, seeds);
        List<Path> corpora = new ArrayList<>(List.of(folder.resolve("corpus"), seeds, REGRESSIONS.resolve(target.word())));
        Path findings = Files.createDirectories(folder.resolve("findings"));
        Files.createDirectories(corpora.getFirst());
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
                        "-XX:+UseSerialGC", "-XX:+EnableDynamicAgentLoading", "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow", "-Dguidang.fuzz.target=" + target.word(), "-cp",
                        System.getProperty("java.class.path"),
                        "com.code_intelligence.jazzer.Jazzer", "--target_class=" + Harness.class.getName(),
                        "--instrumentation_includes=" + String.join(":", INSTRUMENTED), "--reproducer_path=" + findings,
                        "-artifact_prefix=" + findings + "/", "-timeout=" + ENDLESS, "-print_final_stats=1"));
        command.addAll(1, machine);
        command.addAll(options);
        corpora.stream().filter(Files::isDirectory).map(Path::toString).forEach(command::add);
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
