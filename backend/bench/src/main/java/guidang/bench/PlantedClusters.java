package guidang.bench;

import guidang.reader.passages.Candidates;
import guidang.reader.passages.Clusters;
import guidang.reader.passages.Common;
import guidang.reader.passages.Comparison;
import guidang.reader.passages.Script;
import guidang.reader.passages.Selection;
import guidang.reader.passages.Sketch;
import guidang.reader.structure.Paper;
import guidang.reader.structure.StructureReader;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// The whole comparison without a server, over planted copies: structure,
/// sketches, candidates, texts, clusters.
final class PlantedClusters {
    private static final int PAIRS = 20_000;

    private final Planted planted;
    private final List<Sketch> sketches;
    private final Common common;
    private final Clusters clusters;
    private int compared;

    PlantedClusters(Planted planted) {
        this.planted = planted;
        sketches = IntStream.range(0, planted.reports()).parallel().mapToObj(n -> script(n).sketch()).toList();
        int step = Math.max(1, planted.reports() / Common.SAMPLE);
        common = Common.of(IntStream.range(0, Math.min(Common.SAMPLE, planted.reports()))
                .mapToObj(n -> script(n * step).shingles()).toList());
        clusters = new Clusters(planted.reports());
        for (Candidates.Pair pair : Candidates.of(sketches, IntStream.range(0, planted.reports()).toArray(), PAIRS)) {
            if (!clusters.together(pair.first(), pair.second())) {
                compared++;
                if (!Comparison.of(script(pair.first()), script(pair.second()), common).isEmpty()) {
                    clusters.join(pair.first(), pair.second());
                }
            }
        }
    }

    Script script(int n) {
        return script(planted.report(n).text());
    }

    static Script script(String text) {
        return Script.of(Selection.of(StructureReader.read(Paper.of(text))).of(text));
    }

    Common common() {
        return common;
    }

    /// Pairs whose texts were compared.
    int compared() {
        return compared;
    }

    /// Of the copies in each manner, the share that is in one cluster with
    /// its source.
    Map<Copying, Double> recall() {
        Map<Copying, Double> recall = new EnumMap<>(Copying.class);
        for (Copying how : Copying.values()) {
            int[] copies = IntStream.range(0, planted.reports()).filter(n -> planted.isCopy(n) && planted.how(n) == how)
                    .toArray();
            long found = IntStream.of(copies).filter(n -> clusters.together(n, planted.source(n))).count();
            recall.put(how, (double) found / copies.length);
        }
        return recall;
    }

    int count() {
        return clusters.all().size();
    }

    /// Clusters that hold reports of more than one source.
    long wrong() {
        return clusters.all().stream().filter(cluster -> sources(cluster).size() > 1).count();
    }

    private Set<Integer> sources(List<Integer> cluster) {
        Set<Integer> sources = new HashSet<>();
        cluster.forEach(n -> sources.add(planted.isCopy(n) ? planted.source(n) : n));
        return sources;
    }
}
