package guidang.reader.structure;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.reader.protocol.Structure.Code;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksTest {
    @ParameterizedTest
    @CsvSource({"XX局党支部,XX", "×××同志,×××", "流毒*影响,*", "**同志,**", "＊局,＊", "签名：____,____", "〇〇局,〇〇", "○○支部,○○", "某某单位,某某",
            "于X年X月X日召开,X年X月X日",
            "20XX年X月X日,XX年X月X日", "填写【】内容,【】", "（单位名称）党支部,（单位名称）", "在××方面,××", "【请填写具体时间】,【请填写具体时间】", "定于  年  月  日召开,年  月  日"})
    void findsPlaceholders(String words, String placeholder) {
        assertThat(Read.of(words).placeholders()).singleElement().asString().isEqualTo(placeholder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"面积3×5米", "3*5=15", "XXL号", "二〇〇八年", "数据见表*。\n*注：截至年底", "# 标题\n**要点**说明", "* 列表", "***", "XML文件",
            "file_name", "做X光检查", "某些同志", "（一）甲", "注（）1",
            "AXX型", "二○○九年", "**总结**：内容"})
    void leavesAloneWhatIsNone(String words) {
        assertThat(Read.of(words).placeholders()).filteredOn(one -> !one.equals("（）")).isEmpty();
    }

    @Test
    void missesSections() {
        Read read = Read.of("班子对照检查材料\n一、存在的问题\n" + "学习不够深入，".repeat(20) + "。");
        assertThat(read.structure().findings()).filteredOn(one -> one.code() == Code.SECTION_MISSING)
                .extracting(one -> one.args().get("role")).containsExactly("causes", "measures");
        assertThat(read.codes()).doesNotContain(Code.SECTION_SHORT);
        assertThat(Read.of("班子对照检查材料\n一、存在的问题及原因\n甲。\n二、整改措施\n乙。").codes()).contains(Code.SECTION_SHORT)
                .doesNotContain(Code.SECTION_MISSING);
    }

    @Test
    void warnsOfMarkingsAndDrafts() {
        assertThat(Read.of("内部资料  不得外传\n对照检查材料\n正文。").codes()).contains(Code.INTERNAL_MARKING);
        assertThat(Read.of("对照检查材料\n会议要求，内部资料不得外传给无关人员。\n一、内部资料管理\n正文。").codes()).doesNotContain(Code.INTERNAL_MARKING);
        assertThat(Read.of("对照检查材料（征求意见稿）\n正文。").codes()).contains(Code.NOT_FINAL);
        assertThat(Read.of("对照检查材料\n（草稿）\n正文。").codes()).contains(Code.NOT_FINAL);
        assertThat(Read.of("对照检查材料\n印发了征求意见稿，收到意见。").codes()).doesNotContain(Code.NOT_FINAL);
        Paper furnished = new Paper("对照检查材料\n正文。", List.of(), List.of("内部资料"), Set.of());
        assertThat(Read.of(furnished).codes()).contains(Code.INTERNAL_MARKING);
    }

    @Test
    void tellsWhatHoldsOfTheFile() {
        Paper paper = new Paper("对照检查材料，正文若干字。", List.of(), List.of(),
                Set.of(Trait.TRACKED_CHANGES, Trait.COMMENTS, Trait.MACROS, Trait.EMBEDDED_FILES));
        assertThat(Read.of(paper).codes()).contains(Code.TRACKED_CHANGES, Code.COMMENTS, Code.MACROS, Code.EMBEDDED_FILES);
        assertThat(Read.of("").codes()).contains(Code.NO_TEXT);
        assertThat(Read.of("对照检查\ue000材料，正文若干字。").codes()).contains(Code.ODD_CHARACTERS);
    }

    @Test
    void leavesPageNumbersOut() {
        Read read = Read.of("对照检查材料\n一、问题\n（一）甲。\n— 2 —\n（二）乙。\n第1页 共5页\n丙。\n- 3 -\n");
        assertThat(read.problems()).containsExactly("甲。", "乙。\n第1页 共5页\n丙。");
    }
}
