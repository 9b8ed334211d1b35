package guidang.server.rectification;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.server.filing.ReportRecord;
import guidang.server.filing.ReportTexts;
import guidang.server.inspection.TestStructures;
import guidang.server.kernel.Code;
import guidang.server.kernel.OperationId;
import guidang.server.kernel.Period;
import guidang.server.objects.Blobs;
import guidang.server.rectification.Problems.Suggested;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemsTest {
    private static final Path SAMPLE = Path.of("..", "..", "docs", "samples", "duizhao-jiancha-8-aspects.txt");
    private static final String REPORT = """
            甲支部对照检查材料
            一、存在的主要问题
            （一）理论学习方面。学习不够深入，满足于完成任务。
            （二）联系群众方面。走访群众不够经常。
            （三）作风建设方面。会风文风还不够实。
            二、原因分析
            （一）思想认识不到位。对学习的重要性认识不足。
            三、整改措施
            （一）加强理论学习。制定学习计划，每月集中学习一次，2026年6月底前完成。
            （二）密切联系群众。立行立改，每季度走访群众。
            （三）改进作风建设。会风文风长期坚持从简。
            """;

    @Test
    void aProblemBringsTheMeasuresThatAnswerItAndTheirDueDay() {
        List<Suggested> all = of(REPORT);
        assertThat(all).extracting(Suggested::problem).containsExactly(0, 1, 2);
        assertThat(all).extracting(Suggested::type).containsExactly(ItemType.BY_DEADLINE, ItemType.IMMEDIATE, ItemType.ONGOING);
        assertThat(all.getFirst().due()).isEqualTo(LocalDate.of(2026, 6, 30));
        assertThat(all.getFirst().words().problem()).isEqualTo("学习不够深入，满足于完成任务。");
        assertThat(all.getFirst().words().aspect()).isEqualTo("理论学习");
        assertThat(all.getFirst().words().measures()).contains("制定学习计划");
        assertThat(all).extracting(one -> one.words().unit()).containsOnly("甲支部");
    }

    @Test
    void theSampleHasOneForEachOfItsEightAspects() throws IOException {
        List<Suggested> all = of(Files.readString(SAMPLE));
        assertThat(all).hasSize(8).allSatisfy(one -> assertThat(ItemForms.checked(one.words())).isEqualTo(one.words()));
    }

    @Test
    void whatIsTooLongEndsWithASentence() {
        String sentence = "这是一句话。";
        String cut = Problems.cut(sentence.repeat(500), Problems.PROBLEM);
        assertThat(cut).endsWith("。").hasSize(Problems.PROBLEM - Problems.PROBLEM % sentence.length());
        assertThat(Problems.cut("字".repeat(3000), Problems.PROBLEM)).hasSize(Problems.PROBLEM);
        assertThat(Problems.cut(sentence, Problems.PROBLEM)).isEqualTo(sentence);
    }

    private static List<Suggested> of(String text) {
        OperationId report = OperationId.of("zhang", "POST /api/reports", "a");
        Blobs.Ref none = new Blobs.Ref("0".repeat(64), 0);
        ReportRecord.Filed filed = new ReportRecord.Filed(report, 1, null, new Code("B1"), new Code("ZT"), new Code("SELF-EXAM"),
                new Period("2026"), List.of(), none, none, Instant.EPOCH, "zhang", false);
        return new Problems(new ReportTexts.Structured(filed, text, TestStructures.of(text)), "甲支部").all();
    }
}
