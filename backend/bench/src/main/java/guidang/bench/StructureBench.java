package guidang.bench;

import guidang.local.Arguments;
import guidang.reader.structure.Paper;
import guidang.reader.structure.StructureReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// How much text a second the structure reader takes on one core: reports of
/// the usual size, and one as long as a hundred of them.
final class StructureBench {
    private static final double LEAST = 5;
    private static final int WARM_UP = 3_000;
    private static final int RUNS = 3_000;
    private static final int LONG = 100;

    private StructureBench() {
    }

    static boolean run(Path root, Arguments arguments) throws Exception {
        arguments.allow();
        String sample = Files.readString(root.resolve("docs/samples/duizhao-jiancha-8-aspects.txt"));
        rate(sample, WARM_UP);
        double usual = rate(sample, RUNS);
        double large = rate(sample.repeat(LONG), RUNS / LONG);
        new Page(root).section("structure", "Structure", List.of(String.format(Locale.ROOT,
                "Text read into structure on one core, UTF-8: the sample %.0f MB/s, a hundred of it in one %.0f MB/s (must be ≥ %.0f MB/s).",
                usual, large, LEAST)));
        return usual >= LEAST && large >= LEAST;
    }

    /// Megabytes a second.
    private static double rate(String text, int runs) {
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        long start = System.nanoTime();
        int items = 0;
        for (int n = 0; n < runs; n++) {
            items += StructureReader.read(Paper.of(text)).items().size();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (items == 0) {
            throw new IllegalStateException("nothing was read");
        }
        return runs * (double) bytes / 1e6 / seconds;
    }
}
