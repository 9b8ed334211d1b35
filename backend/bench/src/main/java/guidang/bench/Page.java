package guidang.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// docs/BENCHMARKS.md: one section a subcommand, each replaced as a whole.
final class Page {
    private static final String HEAD = """
            # Figures

            Each section is written by the command that it names, on the machine that it names, against the built jars
            (`mvn -DskipTests package`). Run them when the machine is quiet.
            """;

    private final Path file;

    Page(Path root) {
        this.file = root.resolve("docs/BENCHMARKS.md");
    }

    /// Replaces or adds the section of a subcommand.
    ///
    /// @param lines
    ///            Markdown
    void section(String subcommand, String title, List<String> lines) throws IOException {
        String begin = "<!-- " + subcommand + " -->";
        String end = "<!-- /" + subcommand + " -->";
        String section = begin + "\n## " + title + "\n`java -jar backend/bench/target/guidang-bench-0.1.0.jar " + subcommand
                + "` · " + LocalDate.now(java.time.ZoneId.systemDefault()) + " · " + machine() + "\n\n"
                + String.join("\n", lines) + "\n" + end;
        System.out.println(section);
        String page = Files.exists(file) ? Files.readString(file) : HEAD;
        Pattern old = Pattern.compile(Pattern.quote(begin) + ".*?" + Pattern.quote(end), Pattern.DOTALL);
        Matcher found = old.matcher(page);
        Files.createDirectories(file.getParent());
        Files.writeString(file,
                found.find()
                        ? found.replaceFirst(Matcher.quoteReplacement(section))
                        : page.stripTrailing() + "\n\n" + section + "\n");
    }

    private static String machine() {
        return Runtime.getRuntime().availableProcessors() + " cores, JDK " + Runtime.version().feature();
    }
}
