package guidang.reader.structure;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.reader.protocol.Structure.Dated;
import guidang.reader.protocol.Structure.Role;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Reports built as others build them: headings in words of their own, lists
/// cut in other ways, no numbers.
class OtherHandsTest {
    @ParameterizedTest
    @CsvSource({"问题的病根,CAUSES", "为什么会差,CAUSES", "这些问题怎么来的,CAUSES", "往后怎么干,MEASURES", "今后如何改,MEASURES", "整改,MEASURES",
            "我们差在哪里,PROBLEMS", "工作上的欠账,PROBLEMS", "意见征求情况,BASICS", "整改目标,UNCLASSIFIED"})
    void knowsHeadingsInPlainWords(String heading, Role role) {
        assertThat(Roles.of(heading)).isEqualTo(role);
    }

    @Test
    void knowsAHeadingByItsPlace() {
        assertThat(examination("照镜子", "原因", "整改措施").roles()).containsExactly(Role.PROBLEMS, Role.CAUSES, Role.MEASURES);
        assertThat(examination("存在问题", "想一想", "整改措施").roles()).containsExactly(Role.PROBLEMS, Role.CAUSES, Role.MEASURES);
        assertThat(examination("存在问题", "原因", "往后的日子").roles()).containsExactly(Role.PROBLEMS, Role.CAUSES, Role.MEASURES);
    }

    private static Read examination(String one, String two, String three) {
        return Read.of("支部对照检查材料\n前言。\n一、" + one + "\n甲。\n二、" + two + "\n乙。\n三、" + three + "\n丙。");
    }

    @Test
    void doesNotGuessInOtherDocuments() {
        assertThat(Read.of("会议情况报告\n前言。\n一、存在问题\n甲。\n二、原因\n乙。\n三、往后的日子\n丙。").roles()).endsWith(Role.UNCLASSIFIED);
        assertThat(Read.of("支部对照检查材料\n前言。\n一、存在问题\n甲。\n二、原因\n乙。\n三、组织领导\n丙。").roles()).endsWith(Role.UNCLASSIFIED);
    }

    @Test
    void takesHeadingsThatRunIntoParagraphsWithoutNumbers() {
        Read read = Read.of("对照检查材料\n前言。\n存在的主要问题：一是甲；二是乙。\n产生问题的原因：一是丙；二是丁。\n整改措施：一是戊；二是己。");
        assertThat(read.roles()).containsExactly(Role.PROBLEMS, Role.CAUSES, Role.MEASURES);
        assertThat(read.problems()).containsExactly("甲；", "乙。");
    }

    @Test
    void takesBulletsForNoWords() {
        Read read = Read.of("对照检查材料\n前言。\n■ 存在问题\n◆ 学习方面。甲不够。\n■ 原因分析\n◆ 乙。\n■ 整改措施\n◆ 丙。");
        assertThat(read.headings()).containsExactly("存在问题", "原因分析", "整改措施");
        assertThat(read.structure().problems()).singleElement().extracting(one -> one.aspect()).isEqualTo("学习");
    }

    @ParameterizedTest
    @ValueSource(strings = {"围绕带头固本、强基，带头守纪、用权四项内容检视。", "以“带头固本、强基，带头守纪、用权”（简称“四个带头”）为主题检视。", "紧扣“四个带头”，即带头固本、强基，带头守纪、用权，深入检视。",
            "我们对照带头固本、强基，带头守纪、用权，找差距。"})
    void cutsAListAsHeadingsNameIt(String preamble) {
        Read read = Read.of("对照检查材料\n" + preamble.replace("四", "两") + "\n一、存在问题\n（一）带头固本、强基方面。甲。\n（二）带头守纪、用权方面。乙。");
        assertThat(read.aspects()).containsExactly("带头固本、强基", "带头守纪、用权");
    }

    @ParameterizedTest
    @ValueSource(strings = {"意见集中在等候时间长、标识不清等方面，共五条。", "着力解决服务患者、廉洁行医等方面的问题。"})
    void takesNoListThatAnnouncesNothing(String preamble) {
        assertThat(Read.of("对照检查材料\n" + preamble + "\n一、存在问题\n（一）甲方面。乙。").aspects()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"理论武装上有欠账。甲。,理论武装", "'关于理论武装，主要是不深：甲。',理论武装", "理论武装方面主要是学得不深。甲。,理论武装"})
    void takesTheAnnouncedAspectThatAHeadingBeginsWith(String item, String aspect) {
        Read read = Read.of("对照检查材料\n对照理论武装、宗旨意识两个方面检视。\n一、存在问题\n（一）" + item + "\n（二）宗旨意识方面。乙。");
        assertThat(read.itemAspects()).first().isEqualTo(aspect);
    }

    @Test
    void joinsLinesThatBreakInSentences() {
        String text = """
                对照检查材料
                一、存在问题
                （一）学习方面。一是学习的系统性不强，往往是碰到检查、
                考试才集中突击，研讨发言的材料也多由办公
                室代笔；二是联系实际不够紧密，没有将重要指示批示同全县
                路网规划有机结合起来，也没有专题研究过，
                更没有落实。
                （二）作风方面。对超限超载治理联合执法不够，白天查得严、夜里查得
                松，群众有意见，多次来信来访，都没有得到应有的重视和回
                应。
                二、原因
                政治理论学习不够深入，仍停留在以文件学文件、以会议学会议的
                层面。
                """;
        assertThat(Read.of(text).problems()).hasSize(3).first().asString().startsWith("学习的系统性").endsWith("室代笔；");
    }

    @Test
    void takesNoStepOfAPlanForAProblem() {
        assertThat(Read.of("组织生活会工作方案\n前言。\n一、方法步骤\n1.查摆问题。各支部撰写材料。\n二、要求\n甲。").problems()).isEmpty();
    }

    @Test
    void takesTheDueDateBelowAMeasure() {
        Read read = Read.of("整改方案\n前言。\n一、问题及整改措施\n问题1：甲不够。\n整改措施：乙。\n责任单位：办公室\n完成时限：2025年4月30日前");
        assertThat(read.structure().dueDates()).extracting(Dated::value).containsExactly(LocalDate.of(2025, 4, 30));
        assertThat(read.structure().measures()).singleElement().satisfies(one -> assertThat(one.due()).isNotNull());
    }

    @Test
    void letsAMeasureAnswerSeveralProblems() {
        Read read = Read
                .of("对照检查材料\n一、存在问题\n1.会议太多，台账太多。\n2.公路没有养护。\n3.乡干部走读，夜里没有人值班。\n二、措施\n1.精简会议和台账。\n2.公路定期养护，乡干部轮流值班、不再走读。");
        assertThat(read.structure().measures()).last().extracting(one -> one.answers()).asList().containsExactly(1, 2);
    }

    @Test
    void takesStatementsThatBeginWithTheirRole() {
        Read read = Read.of("整改清单\n前言。\n一、学习方面\n问题：甲不够。\n措施：乙。\n时限：2025年3月底\n二、作风方面\n问题：丙不够。\n措施：丁。\n时限：长期坚持");
        assertThat(read.problems()).containsExactly("甲不够。", "丙不够。");
        assertThat(read.words(read.structure().measures())).containsExactly("乙。", "丁。");
        assertThat(read.structure().measures()).extracting(one -> one.answers().getFirst()).containsExactly(0, 1);
    }

    @Test
    void takesWhatFollowsAWordForMeasuresAlone() {
        Read read = Read.of("""
                整改方案
                前言。
                一、学习不够的问题
                整改目标：甲。
                整改措施：
                1.乙；
                2.丙。
                整改时限：立行立改
                二、作风不实的问题
                整改措施：
                1.丁。
                整改时限：长期坚持
                三、组织保障
                戊。
                """);
        assertThat(read.headings()).containsExactly("学习不够的问题", "作风不实的问题", "组织保障");
        assertThat(read.problems()).isEmpty();
        assertThat(read.structure().measures()).hasSize(3);
    }

    @Test
    void takesNoSignOffAboveSections() {
        Read read = Read.of("对照检查材料\n（2024年度组织生活会）\n中共甲厂支部委员会\n2025年2月7日\n一、存在问题\n甲。\n二、原因\n乙。\n三、措施\n丙。");
        assertThat(read.roles()).containsExactly(Role.PROBLEMS, Role.CAUSES, Role.MEASURES);
        assertThat(read.structure().head().date()).isNotNull();
    }

    @Test
    void takesAnAspectThatUponCloses() {
        assertThat(Read.of("对照检查材料\n前言。\n一、存在问题\n（一）在增强党性、严守纪律上存在不足。甲。").itemAspects()).containsExactly("增强党性、严守纪律");
    }

    @ParameterizedTest
    @CsvSource({"第一个问题：,第一个问题：", "第二点，,第二点，", "问题之一：,问题之一：", "（一.,（一.", "差距1：,差距1："})
    void takesNumbersInMoreWords(String number, String label) {
        Label read = Labels.at(number + "甲乙", 0, number.length() + 2);
        assertThat(read).isNotNull().extracting(one -> one.words(number)).isEqualTo(label);
    }
}
