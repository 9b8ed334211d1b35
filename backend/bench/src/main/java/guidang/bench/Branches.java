package guidang.bench;

import guidang.local.demo.Report;
import guidang.local.demo.ReportFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Reports of branches as they are. What one says is partly everybody's:
/// phrases of the campaign that all draw from one bank, documents and slogans
/// that are quoted with and without quotation marks, sentences that go round
/// from branch to branch, some often and most seldom, and what the committee
/// above told all of its branches. The rest is the branch's own, in frames and
/// words that others use too. Each report is the same whenever it is asked
/// for again.
final class Branches {
    /// Of the sentences behind a heading: those of the branch alone, of its
    /// committee, and those that go round. What is left is the campaign's.
    private static final double OWN = 0.5;
    private static final double COMMITTEE = 0.08;
    private static final double ROUND = 0.15;
    /// Sentences that go round; the k-th is drawn with a probability like 1/k.
    private static final int GOING_ROUND = 3_000;
    private static final int OF_A_COMMITTEE = 20;
    private static final int BRANCHES_OF_A_COMMITTEE = 40;
    private static final int PLACES = 4;
    private static final String[] QUOTED = {
            "认真学习《中国共产党支部工作条例（试行）》和《关于新形势下党内政治生活的若干准则》，",
            "按照“学思想、强党性、重实践、建新功”的总要求，",
            "对照“把问题找准、把根源挖深、把措施定实、把责任压紧、把整改抓到底”的要求，",
            "深入学习贯彻习近平新时代中国特色社会主义思想，增强“四个意识”、坚定“四个自信”、做到“两个维护”，",
            "全面贯彻新时代党的建设总要求和新时代党的组织路线，", "坚持以人民为中心的发展思想，把群众满意不满意作为检验工作的标准，"};

    private final ReportFactory factory = new ReportFactory(20261125);
    private final Words words = Words.load();
    private final double[] upTo = new double[GOING_ROUND];

    Branches() {
        double sum = 0;
        for (int k = 0; k < GOING_ROUND; k++) {
            sum += 1.0 / (k + 1);
            upTo[k] = sum;
        }
    }

    /// The n-th report.
    Report report(int n) {
        SplittableRandom random = new SplittableRandom(n);
        Report bank = factory.report(n, ReportFactory.Kind.SELF_EXAM, organization(n));
        return new Report(bank.title(), bank.paragraphs().stream().map(line -> behindHeading(line, n, random)).toList());
    }

    static String organization(int n) {
        return "第" + (n + 1) + "党支部";
    }

    /// What lies in the n-th branch's care, by name.
    List<String> places(int n) {
        SplittableRandom random = new SplittableRandom(~(long) n);
        return IntStream.range(0, PLACES).mapToObj(i -> words.place(random)).toList();
    }

    /// A sentence that only the n-th branch has.
    String sentence(int n, SplittableRandom random) {
        return words.sentence(random, places(n));
    }

    private String behindHeading(String line, int n, SplittableRandom random) {
        if (!line.startsWith("（")) {
            return line;
        }
        List<String> sentences = new ArrayList<>(sentences(line));
        for (int i = 1; i < sentences.size(); i++) {
            sentences.set(i, chosen(sentences.get(i), n, random));
        }
        return String.join("", sentences);
    }

    private String chosen(String campaigns, int n, SplittableRandom random) {
        double which = random.nextDouble();
        if (which < OWN) {
            return (random.nextInt(5) == 0 ? QUOTED[random.nextInt(QUOTED.length)] : "") + sentence(n, random)
                    + sentence(n, random);
        }
        if (which < OWN + COMMITTEE) {
            return stock(1 + n / BRANCHES_OF_A_COMMITTEE, random.nextInt(OF_A_COMMITTEE));
        }
        return which < OWN + COMMITTEE + ROUND ? stock(0, goingRound(random)) : campaigns;
    }

    private int goingRound(SplittableRandom random) {
        double at = random.nextDouble() * upTo[GOING_ROUND - 1];
        int found = java.util.Arrays.binarySearch(upTo, at);
        return found < 0 ? -found - 1 : found;
    }

    /// A sentence that several branches have, word for word.
    private String stock(int whose, int which) {
        SplittableRandom random = new SplittableRandom((long) whose << Integer.SIZE | which);
        return words.sentence(random, List.of("有的单位", "部分支部", "一些地方"));
    }

    /// Each with its full stop.
    static List<String> sentences(String line) {
        return List.of(line.split("(?<=。)"));
    }
}
