package guidang.reader.structure;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.reader.protocol.Structure.Role;
import guidang.reader.protocol.Structure.Section;
import guidang.reader.structure.Mark.Sort;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutlineTest {
    @ParameterizedTest
    @CsvSource({"存在的主要问题,PROBLEMS", "问题及原因,PROBLEMS", "产生问题的根源剖析,CAUSES", "问题和不足产生的原因,CAUSES", "存在问题的原因分析及整改措施,CAUSES",
            "具体整改措施和今后努力方向,MEASURES", "下一步打算,MEASURES", "上年度查摆问题整改情况,LAST_RECTIFICATION", "去年民主生活会整改措施落实情况,LAST_RECTIFICATION",
            "整改落实情况,LAST_RECTIFICATION",
            "会前准备情况,BASICS", "基本情况,BASICS", "典型案例剖析,CASES", "反面典型案例,CASES", "差距与不足,PROBLEMS", "针对存在问题的改进措施,MEASURES",
            "总体要求,UNCLASSIFIED", "坚持问题导向,UNCLASSIFIED",
            "思想根源,CAUSES", "整改落实,MEASURES", "努力方向及整改措施,MEASURES"})
    void tellsARoleByTheHeading(String heading, Role role) {
        assertThat(Roles.of(heading)).isEqualTo(role);
    }

    @Test
    void takesHeadingsWithoutNumbers() {
        Read read = Read.of("对照检查材料\n前言。\n存在的问题\n甲。\n原因分析\n乙。\n丙。\n整改措施\n丁。");
        assertThat(read.roles()).containsExactly(Role.PROBLEMS, Role.CAUSES, Role.MEASURES);
        assertThat(read.words(read.structure().causes())).containsExactly("乙。", "丙。");
    }

    @Test
    void takesHeadingsWithAColonOrABlank() {
        String text = "对照检查材料\n存在问题：\n甲。\n【原因分析】\n乙。\n整改措施：\n丙。";
        assertThat(Read.of(text).roles()).containsExactly(Role.PROBLEMS, Role.CAUSES, Role.MEASURES);
        assertThat(Read.of("对照检查材料\n一　存在的问题\n甲。\n二　原因剖析\n乙。").headings()).containsExactly("存在的问题", "原因剖析");
    }

    @Test
    void countsItemsBelowHeadingsWithoutNumbers() {
        Read read = Read.of("对照检查材料\n存在的问题\n一、甲。\n二、乙。\n原因分析\n一、丙。\n整改措施\n一、丁。");
        assertThat(read.headings()).containsExactly("存在的问题", "原因分析", "整改措施");
        assertThat(read.labels()).containsExactly("1一、", "1二、", "1一、", "1一、");
    }

    @Test
    void takesParts() {
        Read read = Read.of("对照检查材料\n第一部分 存在的问题\n一、甲方面\n子。\n第二部分  原因分析\n一、乙。");
        assertThat(read.headings()).containsExactly("存在的问题", "原因分析");
        assertThat(read.problems()).containsExactly("子。");
    }

    @Test
    void takesAnotherStyleWhereItsHeadingsTell() {
        Read read = Read.of("对照检查材料\n1. 存在问题\n1.1 甲\n1.2 乙\n2. 原因剖析\n丙。\n3. 整改措施\n丁。");
        assertThat(read.roles()).containsExactly(Role.PROBLEMS, Role.CAUSES, Role.MEASURES);
        assertThat(read.problems()).containsExactly("甲", "乙");
    }

    @Test
    void takesTheFilesOwnHeadings() {
        String text = "材料\n甲部分\n子。\n乙部分\n丑。\n";
        Paper paper = new Paper(text, List.of(new Mark(3, 6, Sort.HEADING, 1), new Mark(10, 13, Sort.HEADING, 1)), List.of(),
                Set.of());
        assertThat(Read.of(paper).headings()).containsExactly("甲部分", "乙部分");
    }

    @Test
    void findsRolesInsideAnAspect() {
        Read read = Read.of("对照检查材料\n一、理论学习方面\n（一）存在问题\n甲。\n（二）原因分析\n乙。\n（三）整改措施\n丙。");
        assertThat(read.problems()).containsExactly("甲。");
        assertThat(read.words(read.structure().causes())).containsExactly("乙。");
        assertThat(read.words(read.structure().measures())).containsExactly("丙。");
        assertThat(read.structure().problems().getFirst().aspect()).isEqualTo("理论学习");
    }

    @Test
    void leavesAContentsListOut() {
        String body = "一、存在的问题\n甲。\n二、原因剖析\n乙。\n三、整改措施\n丙。\n";
        Read dotted = Read.of("对照检查材料\n目  录\n一、存在的问题………1\n二、原因剖析………3\n三、整改措施……5\n" + body);
        Read bare = Read.of("目录\n一、存在的问题\n二、原因剖析\n三、整改措施\n对照检查材料\n" + body);
        assertThat(dotted.headings()).containsExactly("存在的问题", "原因剖析", "整改措施");
        assertThat(bare.headings()).containsExactly("存在的问题", "原因剖析", "整改措施");
        assertThat(dotted.structure().contents()).hasSize(1);
        assertThat(bare.title()).isEqualTo("对照检查材料");
        assertThat(bare.problems()).containsExactly("甲。");
    }

    @Test
    void joinsLinesThatWereWrapped() {
        String text = """
                对照检查材料
                    一、存在的问题
                    （一）学习方面。对党的创新理论学习还不够深入，运用理论指导实
                践和推动工作的能力还不够强。一是学习的系统性不够。二是学习自觉
                性不够，存在被动应付的现象，没有做到学深悟透、融会贯通、知行合
                一、学以致用。
                    （二）作风方面。深入基层不够经常，调查研究还不够深入和扎实有
                效。
                """;
        Read read = Read.of(text);
        assertThat(read.labels()).containsExactly("1（一）", "2一是", "2二是", "1（二）");
    }

    @Test
    void dropsNoText() {
        String text = "对照检查材料\n甲。\n说明如下：\n一、问题\n乙。\n以上报告，请审阅。\n某支部\n2023年8月15日\n附件1\n台账\n一、丙\n";
        Read read = Read.of(text);
        Section section = read.structure().sections().getFirst();
        assertThat(text.substring(section.start(), section.end())).isEqualTo("一、问题\n乙。");
        assertThat(read.structure().unclassified()).extracting(one -> text.substring(one.start(), one.end()))
                .containsExactly("以上报告，请审阅。", "附件1\n台账\n一、丙");
    }
}
