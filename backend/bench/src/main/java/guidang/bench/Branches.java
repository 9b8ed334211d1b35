package guidang.bench;

import guidang.local.demo.Report;
import guidang.local.demo.ReportFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Reports of branches as they are: half of the sentences are phrases that all
/// reports draw from one bank, documents are named and quoted, and the rest are
/// frames that all use with words that only the branch does. Each the same
/// whenever it is asked for again.
final class Branches {
    /// Of the sentences, those that are the branch's own.
    private static final double OWN = 0.5;
    private static final String[] QUOTED = {
            "认真学习《中国共产党支部工作条例（试行）》和《关于新形势下党内政治生活的若干准则》，",
            "按照“学思想、强党性、重实践、建新功”的总要求，",
            "对照“把问题找准、把根源挖深、把措施定实、把责任压紧、把整改抓到底”的要求，",
            "深入学习贯彻习近平新时代中国特色社会主义思想，增强“四个意识”、坚定“四个自信”、做到“两个维护”，"};

    private final ReportFactory factory = new ReportFactory(20261125);
    private final Words words = Words.load();

    /// The n-th report.
    Report report(int n) {
        SplittableRandom random = new SplittableRandom(n);
        Report bank = factory.report(n, ReportFactory.Kind.SELF_EXAM, organization(n));
        return new Report(bank.title(), bank.paragraphs().stream().map(line -> own(line, random)).toList());
    }

    static String organization(int n) {
        return "第" + (n + 1) + "党支部";
    }

    /// A sentence that no other report has.
    String sentence(SplittableRandom random) {
        return words.sentence(random);
    }

    private String own(String line, SplittableRandom random) {
        if (!line.startsWith("（")) {
            return line;
        }
        List<String> sentences = new ArrayList<>(sentences(line));
        for (int i = 1; i < sentences.size(); i++) {
            if (random.nextDouble() < OWN) {
                sentences.set(i, (random.nextInt(5) == 0 ? QUOTED[random.nextInt(QUOTED.length)] : "") + words.sentence(random)
                        + words.sentence(random));
            }
        }
        return String.join("", sentences);
    }

    /// Each with its full stop.
    static List<String> sentences(String line) {
        return List.of(line.split("(?<=。)"));
    }
}
