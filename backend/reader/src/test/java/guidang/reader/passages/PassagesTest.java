package guidang.reader.passages;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.reader.protocol.Structure.Span;
import guidang.reader.structure.Paper;
import guidang.reader.structure.StructureReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class PassagesTest {
    private static final int SEEDS = 5;
    private static final int REPORTS = 200;
    private static final double RECALL = 0.95;

    private final RandomReports reports = new RandomReports(7);

    @Test
    void theOrderOfSentencesMakesNoDifference() {
        List<String> report = reports.report();
        assertThat(RandomReports.script(reports.reordered(report)).sketch().words())
                .isEqualTo(RandomReports.script(report).sketch().words());
    }

    @Test
    void namesNumbersPunctuationAndQuotedDocumentsMakeNoDifference() {
        String own = String.join("", reports.report());
        String one = "第一党支部按照《关于甲的通知》，在2025年检查12次。" + own;
        String other = "幸福里社区党支部按照《关于乙的若干规定（试行）》在2026年检查 3 次。" + own.replace("。", "！");
        assertThat(RandomReports.script(one, "第一党支部").shingles())
                .isEqualTo(RandomReports.script(other, "幸福里社区党支部").shingles());
    }

    @Test
    void longQuotationsAreLeftOutAndShortOnesAreNot() {
        String policy = "“把问题找准、把根源挖深、把措施定实、把责任压紧、把整改抓到底”";
        assertThat(RandomReports.script("我们对照" + policy + "要求逐项检查。").shingles())
                .isEqualTo(RandomReports.script("我们对照“坚持真理修正错误发扬优点克服缺点不断自我提高”要求逐项检查。").shingles());
        assertThat(RandomReports.script("没有做到“红脸出汗”的要求。").shingles())
                .isEqualTo(RandomReports.script("没有做到红脸出汗的要求。").shingles());
    }

    @Test
    void passagesStandSideBySideAndNameTheirPlaces() {
        List<String> copied = IntStream.range(0, 8).mapToObj(n -> reports.sentence()).toList();
        String words = String.join("", copied);
        String here = reports.sentence() + words + reports.sentence();
        String there = reports.sentence() + reports.sentence() + words;
        List<Passage> passages = Comparison.of(RandomReports.script(here), RandomReports.script(there), Common.NOTHING);
        assertThat(passages).hasSize(1);
        Passage.Side left = passages.getFirst().here();
        Passage.Side right = passages.getFirst().there();
        assertThat(here.substring(left.start(), left.end())).isEqualTo(words);
        assertThat(there.substring(right.start(), right.end())).isEqualTo(words);
        assertThat(left.same()).allSatisfy(span -> assertThat(there).contains(here.substring(span.start(), span.end())));
        assertThat(length(left.same())).isEqualTo(words.length() - copied.size());
    }

    private static int length(List<Span> spans) {
        return spans.stream().mapToInt(span -> span.end() - span.start()).sum();
    }

    @Test
    void whatManyReportsSayMakesNothingCoincide() {
        List<String> phrases = IntStream.range(0, 20).mapToObj(n -> reports.sentence()).toList();
        List<Script> all = IntStream.range(0, 20)
                .mapToObj(n -> RandomReports.script(
                        Stream.concat(phrases.stream(), IntStream.range(0, 20).mapToObj(own -> reports.sentence())).toList()))
                .toList();
        Common common = Common.of(all.stream().map(Script::shingles).toList());
        assertThat(Comparison.of(all.getFirst(), all.getLast(), Common.NOTHING)).isNotEmpty();
        assertThat(Comparison.of(all.getFirst(), all.getLast(), common)).isEmpty();
        assertThat(Comparison.of(all.getFirst(), all.getFirst(), common)).isNotEmpty();
    }

    @Test
    void plantedCopiesAreFoundAndNothingElse() {
        for (int seed = 0; seed < SEEDS; seed++) {
            RandomReports random = new RandomReports(seed);
            List<List<String>> originals = IntStream.range(0, REPORTS).mapToObj(n -> random.report()).toList();
            List<List<String>> all = new ArrayList<>(originals);
            originals.stream().limit(REPORTS / 4).map(random::reordered).forEach(all::add);
            originals.stream().skip(REPORTS / 2).limit(REPORTS / 4).map(random::rewritten).forEach(all::add);
            Clusters clusters = clusters(all.stream().map(RandomReports::script).toList());
            long found = IntStream.range(0, REPORTS / 2).filter(n -> clusters.together(REPORTS + n, source(n))).count();
            assertThat(found).as("seed %d", seed).isGreaterThanOrEqualTo((long) (RECALL * REPORTS / 2));
            assertThat(clusters.all()).as("seed %d", seed).allSatisfy(cluster -> assertThat(cluster).hasSize(2));
        }
    }

    private static int source(int copy) {
        return copy < REPORTS / 4 ? copy : copy + REPORTS / 4;
    }

    private static Clusters clusters(List<Script> scripts) {
        Common common = Common.of(scripts.stream().limit(Common.SAMPLE).map(Script::shingles).toList());
        Clusters clusters = new Clusters(scripts.size());
        Candidates
                .of(scripts.stream().map(Script::sketch).toList(), IntStream.range(0, scripts.size()).toArray(), 10_000).stream()
                .filter(pair -> !Comparison.of(scripts.get(pair.first()), scripts.get(pair.second()), common).isEmpty())
                .forEach(pair -> clusters.join(pair.first(), pair.second()));
        return clusters;
    }

    @Test
    void reportsOfOneOwnerAreNoPairAndHideNone() {
        Sketch sketch = RandomReports.script(reports.report()).sketch();
        List<Candidates.Pair> pairs = Candidates.of(List.of(sketch, sketch, sketch, sketch), new int[]{1, 1, 2, 3}, 10);
        assertThat(pairs).extracting(pair -> pair.first() + "-" + pair.second()).containsExactlyInAnyOrder("0-2", "1-2", "0-3",
                "1-3", "2-3");
    }

    @Test
    void manyThatShareAValueAreEachPairedWithOne() {
        int copies = Candidates.EACH_WITH_EACH + 10;
        Sketch copied = RandomReports.script(reports.report()).sketch();
        List<Sketch> all = IntStream.range(0, copies * Candidates.ONE_IN + Candidates.ONE_IN)
                .mapToObj(n -> n < copies ? copied : RandomReports.script(reports.report()).sketch()).toList();
        List<Candidates.Pair> pairs = Candidates.of(all, IntStream.range(0, all.size()).map(n -> n == 1 ? 0 : n).toArray(),
                1_000);
        assertThat(pairs).hasSize(copies - 1).allSatisfy(pair -> assertThat(pair.second()).isBetween(1, copies - 1));
        Clusters clusters = new Clusters(copies);
        pairs.forEach(pair -> clusters.join(pair.first(), pair.second()));
        assertThat(clusters.all()).singleElement().satisfies(cluster -> assertThat(cluster).hasSize(copies));
    }

    @Test
    void theOneCoincidesWithTheOtherWhereTheOtherDoesWithTheOne() {
        List<String> copied = IntStream.range(0, 8).mapToObj(n -> reports.sentence()).toList();
        String source = String.join("", copied);
        String grown = String.join("", reports.report()) + source + String.join("", reports.report());
        Script one = RandomReports.script(source);
        Script other = RandomReports.script(grown);
        List<Passage> forth = Comparison.of(one, other, Common.NOTHING);
        List<Passage> back = Comparison.of(other, one, Common.NOTHING);
        assertThat(back).hasSameSizeAs(forth).isNotEmpty();
        Passage.Side there = back.getFirst().here();
        assertThat(grown.substring(there.start(), there.end())).isEqualTo(source);
        assertThat(back.getFirst().there()).isEqualTo(forth.getFirst().here());
    }

    @Test
    void aSketchIsReadBackFromItsWords() {
        Sketch one = RandomReports.script(reports.report()).sketch();
        Sketch other = RandomReports.script(reports.report()).sketch();
        assertThat(Sketch.of(one.words()).shared(one)).isEqualTo(one.words().split(" ").length);
        assertThat(Sketch.of(one.words()).shared(other)).isEqualTo(other.shared(one));
        assertThat(Sketch.of("").isEmpty()).isTrue();
    }

    @Test
    void headingsPreambleAndSignOffAreNotCompared() {
        String text = """
                第一党支部专题组织生活会对照检查材料
                按照上级要求，支部召开会议，对照检查如下。
                一、存在的主要问题
                （一）理论学习方面。读书会次数偏少，记录不完整。
                二、整改措施
                （一）深化理论武装。每周碰头一次，由专人盯办。
                第一党支部
                2026年3月1日
                """;
        Manuscript manuscript = Selection.of(StructureReader.read(Paper.of(text))).of(text);
        String compared = manuscript.sections().stream().flatMap(section -> section.stretches().stream())
                .map(span -> text.substring(span.start(), span.end())).reduce("", String::concat);
        assertThat(compared).contains("读书会次数偏少", "每周碰头一次").doesNotContain("理论学习方面", "存在的主要问题", "按照上级要求",
                "深化理论武装", "2026年3月1日");
        assertThat(manuscript.names()).containsExactly("第一党支部");
    }

    @Test
    void aTextWithoutSectionsIsComparedAsAWhole() {
        String text = "工作情况\n" + String.join("", reports.report());
        Manuscript manuscript = Selection.of(StructureReader.read(Paper.of(text))).of(text);
        assertThat(Script.of(manuscript).sketch().isEmpty()).isFalse();
    }

    @Test
    void hostileTextsTakeLittleTime() {
        Assertions.assertTimeout(Duration.ofSeconds(20), () -> {
            for (String text : List.of("一".repeat(2_000_000), "“《".repeat(500_000), "一。".repeat(500_000), "《".repeat(1_000_000),
                    "第一党支部".repeat(200_000), "1".repeat(1_000_000))) {
                Script script = RandomReports.script(text, "第一党支部");
                Comparison.of(script, script, Common.NOTHING);
                assertThat(script.sketch().words().length()).isLessThan(10_000);
            }
        });
    }
}
