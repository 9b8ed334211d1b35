package guidang.bench;

import guidang.local.Arguments;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/// `java -jar guidang-bench.jar SUBCOMMAND`: measures, and writes a section of
/// docs/BENCHMARKS.md. To be run in the root of the checkout.
public final class Bench {
    private static final Map<String, Subcommand> SUBCOMMANDS = new TreeMap<>(
            Map.ofEntries(Map.entry("filing", FilingBench::run), Map.entry("search", SearchBench::run),
                    Map.entry("rebuild", RebuildBench::run), Map.entry("register", RegisterBench::run),
                    Map.entry("register-statistics", RegisterFiguresBench::run), Map.entry("uploads", UploadsBench::run),
                    Map.entry("evidence", EvidenceBench::run),
                    Map.entry("start", StartBench::run), Map.entry("structure", StructureBench::run),
                    Map.entry("inspection", InspectionBench::run), Map.entry("near-duplicates", NearDuplicatesBench::run),
                    Map.entry("organizations", OrganizationsBench::run), Map.entry("statistics", StatisticsBench::run)));

    private Bench() {
    }

    /// Exit code 1 where a figure is not what it must be, 2 for a wrong command.
    public static void main(String[] line) throws Exception {
        Arguments arguments = Arguments.of(line);
        Subcommand subcommand = SUBCOMMANDS.get(arguments.command());
        if (subcommand == null) {
            System.err.println("one of " + SUBCOMMANDS.keySet());
            System.exit(2);
            return;
        }
        System.exit(subcommand.run(Path.of("").toAbsolutePath(), arguments) ? 0 : 1);
    }

    /// One measurement.
    interface Subcommand {
        /// Measures and writes its section.
        ///
        /// @param root
        ///            of the checkout
        /// @return whether every figure is what it must be
        boolean run(Path root, Arguments arguments) throws Exception;
    }
}
