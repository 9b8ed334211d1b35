package guidang.reader.structure;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.reader.protocol.Structure.Code;
import guidang.reader.protocol.Structure.Count;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AspectsTest {
    @ParameterizedTest
    @ValueSource(strings = {"对照甲、乙、丙等三个方面，查摆了问题。", "围绕甲、乙、丙三个方面，查摆了问题。", "从甲、乙和丙等3个方面查找。", "紧扣“甲”“乙”“丙”等三个方面。",
            "对照在甲方面，在乙方面，在丙方面等三个方面。",
            "从以下三个方面进行检查：甲、乙、丙。", "查摆三个方面（甲、乙、丙）的问题。", "结合实际，聚焦主题，重点从甲；乙；丙等三个方面查摆。", "认真对照甲、乙、丙等方面，查摆了问题。",
            "聚焦学习、生活，对照甲、乙、丙等三个方面内容。", "三个方面，即甲、乙、丙。", "从三个方面检查：一是甲；二是乙；三是丙。"})
    void takesAnAnnouncedListApart(String preamble) {
        assertThat(Read.of("对照检查材料\n" + preamble + "\n一、问题\n（一）甲方面。子。").aspects()).containsExactly("甲", "乙", "丙");
    }

    @Test
    void takesAspectsThatHoldPauses() {
        Read read = Read.of("对照检查材料\n围绕四个带头，查摆了在带头固本培元、增强党性方面，在带头凝聚共识、维护团结方面，在带头真抓、实干方面等三个方面的问题。\n一、问题\n甲。");
        assertThat(read.aspects()).containsExactly("带头固本培元、增强党性", "带头凝聚共识、维护团结", "带头真抓、实干");
    }

    @Test
    void tellsWhereTheNumberIsWrong() {
        Read read = Read.of("对照检查材料\n对照甲学习、乙作风、丙纪律等四个方面，查摆问题。\n一、问题\n（一）甲学习方面。子。\n（二）丁廉洁方面。丑。\n（三）关于丙纪律方面,主要是寅:卯。");
        Count count = read.structure().head().aspectCount();
        assertThat(count).isNotNull().extracting(Count::value).isEqualTo(4);
        assertThat(read.codes()).contains(Code.ASPECT_COUNT, Code.ASPECT_MISSING, Code.ASPECT_EXTRA);
        assertThat(read.structure().findings()).filteredOn(one -> one.code() == Code.ASPECT_MISSING)
                .singleElement().satisfies(one -> assertThat(one.args()).containsEntry("aspect", "乙作风"));
    }

    @ParameterizedTest
    @CsvSource({"甲学习方面。子。,甲学习,子。", "在甲学习方面。子。,甲学习,子。", "关于甲学习方面：子。,甲学习,子。", "在甲学习方面存在的问题。子。,甲学习,子。", "甲学习方面存在的主要问题：子。,甲学习,子。",
            "'关于甲学习方面,主要是丑:子。',甲学习,'关于甲学习方面,主要是丑:子。'", "“甲学习”方面。子。,“甲学习”,子。", "在带头甲学习方面，子。,带头甲学习,'在带头甲学习方面，子。'",
            "从严治党方面。子。,从严治党,子。"})
    void takesTheAspectOfAnItem(String item, String aspect, String problem) {
        Read read = Read.of("对照检查材料\n一、问题\n（一）" + item);
        assertThat(read.itemAspects()).containsExactly(aspect);
        assertThat(read.problems()).containsExactly(problem);
    }

    @Test
    void takesAnAspectAloneInItsLine() {
        Read read = Read.of("对照检查材料\n一、问题\n（一）在带头学习方面\n子。\n丑。\n（二）作风方面\n1.寅。\n2.卯。");
        assertThat(read.problems()).containsExactly("子。\n丑。", "寅。", "卯。");
        assertThat(read.structure().problems()).extracting(one -> one.aspect()).containsExactly("带头学习", "作风", "作风");
    }

    @Test
    void knowsAnAnnouncedAspectWithoutItsWord() {
        Read read = Read.of("对照检查材料\n对照理论武装、宗旨意识、廉洁自律等三个方面。\n一、问题\n（一）理论武装。子。\n（二）宗旨意识不强。丑。\n（三）廉洁自律问题。寅。");
        assertThat(read.itemAspects()).doesNotContainNull();
        assertThat(read.codes()).doesNotContain(Code.ASPECT_MISSING);
    }

    @Test
    void takesAspectsWithoutNumbers() {
        Read read = Read.of("对照检查材料\n一、问题\n理论学习方面\n子。\n廉洁自律方面\n丑。\n二、原因\n寅。");
        assertThat(read.problems()).containsExactly("子。", "丑。");
        assertThat(read.structure().problems()).extracting(one -> one.aspect()).containsExactly("理论学习", "廉洁自律");
    }
}
