package guidang.local.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Makes any number of distinct reports, each the same whenever it is asked for
/// again: about 5,000 characters, built as GB/T 9704 numbers them.
public final class ReportFactory {
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 5);
    private static final String[] NUMERALS = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};

    private final long seed;
    private final Sentences sentences = Sentences.load();

    /// @param seed
    ///            factories of one seed make the same reports
    public ReportFactory(long seed) {
        this.seed = seed;
    }

    /// What kind of document: the five that a campaign asks for.
    public enum Kind {
        PLAN("工作方案"),
        SELF_EXAM("班子对照检查材料"),
        MEETING("情况报告"),
        RECTIFY("整改方案"),
        IMPLEMENT("整改落实情况报告");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    /// The n-th self-examination of some branch.
    public Report report(long n) {
        return report(n, Kind.SELF_EXAM, "第" + (n + 1) + "党支部");
    }

    /// The n-th report, of one kind, by the named organisation.
    public Report report(long n, Kind kind, String organization) {
        Draft draft = new Draft(organization, new SplittableRandom(seed * 0x9E3779B97F4A7C15L + n));
        draft.plain("opening", 3);
        switch (kind) {
            case PLAN, RECTIFY -> {
                draft.part("存在的主要问题", "aspects", "方面", "problem", 6, 3);
                draft.part("工作措施和完成时限", "measures", "", "measure", 6, 6);
            }
            case SELF_EXAM -> {
                draft.part("存在的主要问题", "aspects", "方面", "problem", 10, 5);
                draft.part("产生问题的原因剖析", "causes", "", "cause", 5, 5);
                draft.part("今后努力方向和整改措施", "measures", "", "measure", 6, 6);
            }
            case MEETING -> {
                draft.part("会前准备情况", "aspects", "方面", "opening", 4, 3);
                draft.part("查摆的主要问题", "aspects", "方面", "problem", 8, 4);
                draft.part("下一步整改措施", "measures", "", "measure", 6, 5);
            }
            case IMPLEMENT -> {
                draft.part("整改工作总体情况", "measures", "", "progress", 4, 4);
                draft.part("逐项整改落实情况", "aspects", "方面", "measure", 8, 5);
                draft.part("仍需持续推进的问题", "aspects", "方面", "problem", 4, 4);
            }
        }
        draft.plain("closing", 2);
        draft.line(organization);
        draft.line(draft.day());
        return new Report(organization + "专题组织生活会" + kind.words, List.copyOf(draft.lines));
    }

    private final class Draft {
        private final String organization;
        private final SplittableRandom random;
        private final List<String> lines = new ArrayList<>();
        private int parts;

        Draft(String organization, SplittableRandom random) {
            this.organization = organization;
            this.random = random;
        }

        void line(String line) {
            lines.add(line);
        }

        void plain(String bank, int count) {
            line(words(bank, count));
        }

        void part(String heading, String topics, String after, String bank, int sections, int each) {
            line(NUMERALS[parts++] + "、" + heading);
            List<String> chosen = sentences.some(topics, sections, random);
            for (int i = 0; i < chosen.size(); i++) {
                line("（" + NUMERALS[i] + "）" + chosen.get(i) + after + "。" + words(bank, each));
            }
        }

        private String words(String bank, int count) {
            StringBuilder out = new StringBuilder();
            for (String sentence : sentences.some(bank, count, random)) {
                out.append(filled(sentence));
            }
            return out.toString();
        }

        private String filled(String sentence) {
            String out = sentence.replace("{o}", organization);
            while (out.contains("{n}")) {
                out = out.replaceFirst("\\{n}", Integer.toString(2 + random.nextInt(98)));
            }
            return out.contains("{d}") ? out.replace("{d}", day()) : out;
        }

        private String day() {
            LocalDate day = FIRST_DAY.plusDays(random.nextInt(300));
            return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
        }
    }
}
