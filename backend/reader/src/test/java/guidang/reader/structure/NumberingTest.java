package guidang.reader.structure;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.reader.protocol.Structure.Code;
import guidang.reader.protocol.Structure.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberingTest {
    private static final String TITLE = "对照检查材料\n";

    @ParameterizedTest
    @ValueSource(strings = {"（一）甲。\n（二）乙。", "(一)甲。\n(二)乙。", "(一）甲。\n（二)乙。", "1.甲。\n2.乙。", "1．甲。\n2．乙。", "1、甲。\n2、乙。",
            "１.甲。\n２.乙。",
            "（1）甲。\n（2）乙。", "(1)甲。\n(2)乙。", "⑴甲。\n⑵乙。", "①甲。\n②乙。", "一是甲。\n二是乙。", "一是甲。二是乙。", "主要有：一是甲。二是乙。", "第一，甲。\n第二，乙。",
            "第一，甲。第二，乙。",
            "其一，甲。其二，乙。", "首先，甲。其次，乙。", "（ 一 ）甲。\n　　（ 二 ） 乙。", "1 . 甲。\n2 . 乙。", "㈠甲。\n㈡乙。", "⒈甲。\n⒉乙。", "1)甲。\n2)乙。", "一要甲。二要乙。",
            "1.1 甲。\n1.2 乙。",
            "主要有：①甲。②乙。", "主要有（1）甲。（2）乙。"})
    void takesEveryStyleOfNumbers(String body) {
        Read read = Read.of(TITLE + "一、存在的问题\n" + body + "\n二、原因\n丙。");
        assertThat(read.problems()).hasSize(2).first().asString().contains("甲");
        assertThat(read.problems().get(1)).contains("乙").doesNotContain("甲");
        assertThat(read.roles()).containsExactly(Role.PROBLEMS, Role.CAUSES);
        assertThat(read.codes()).doesNotContain(Code.NUMBER_SKIPPED, Code.NUMBER_REPEATED, Code.NUMBER_RESTARTED,
                Code.NUMBER_FAULTY);
    }

    @Test
    void nestsByStyle() {
        Read read = Read.of(TITLE + "一、问题\n（一）甲方面\n1.乙。\n（1）丙。\n①丁。\n②戊。\n（2）己。\n2.庚。一是辛。二是壬。\n（二）癸方面。子。");
        assertThat(read.labels()).containsExactly("1（一）", "21.", "3（1）", "4①", "4②", "3（2）", "22.", "3一是", "3二是", "1（二）");
        assertThat(read.problems()).containsExactly("丁。", "戊。", "己。", "辛。", "壬。", "子。");
    }

    @Test
    void takesWordsThatAreCounted() {
        Read read = Read.of(TITLE + "一、整改内容\n问题一：甲。\n措施一：乙。\n问题二：丙。\n措施二：丁。");
        assertThat(read.problems()).containsExactly("甲。", "丙。");
        assertThat(read.words(read.structure().measures())).containsExactly("乙。", "丁。");
        assertThat(read.codes()).doesNotContain(Code.NUMBER_REPEATED);
    }

    @Test
    void takesADotForAFullStop() {
        Read read = Read.of(TITLE + "一、问题\n1.甲学习方面.子3.5万元.\n2.乙.\n二、原因\n1.丙.2.丁.");
        assertThat(read.problems()).containsExactly("子3.5万元.", "乙.");
        assertThat(read.words(read.structure().causes())).containsExactly("丙.", "丁.");
    }

    @Test
    void letsAListGoOnInTheNextParagraph() {
        Read read = Read.of(TITLE + "一、问题\n（一）学习方面\n主要表现：一是甲。\n二是乙。三是丙。\n（二）作风方面\n一是丁。\n戊。\n二是己。");
        assertThat(read.labels()).containsExactly("1（一）", "2一是", "2二是", "2三是", "1（二）", "2一是", "2二是");
        assertThat(read.problems()).contains("丁。\n戊。");
    }

    @Test
    void keepsWhatOnlyLooksLikeANumberInProse() {
        Read read = Read.of(TITLE + "一、问题\n（一）统一是好事，唯一是原则。3.5万元，2023.8.15召开。第一时间报告。见（1）。一是甲。\n（二）首先要学习。");
        assertThat(read.labels()).containsExactly("1（一）", "1（二）");
    }

    @Test
    void keepsFaultyNumbersAndFlagsThem() {
        Read read = Read.of(TITLE + "一.问题\n（一）、甲。\n（二）、乙。\n二，原因\n①、丙。\n②、丁。");
        assertThat(read.roles()).containsExactly(Role.PROBLEMS, Role.CAUSES);
        assertThat(read.problems()).containsExactly("甲。", "乙。");
        assertThat(read.structure().findings()).filteredOn(one -> one.code() == Code.NUMBER_FAULTY).hasSize(6);
    }

    @Test
    void takesLookalikesAndFlagsThem() {
        Read read = Read.of(TITLE + "ー、问题\n(-)甲。\n（二）乙。\nニ、原因\n丙。");
        assertThat(read.roles()).containsExactly(Role.PROBLEMS, Role.CAUSES);
        assertThat(read.problems()).containsExactly("甲。", "乙。");
        assertThat(read.structure().findings()).filteredOn(one -> one.code() == Code.NUMBER_LOOKALIKE).hasSize(3);
    }

    @Test
    void flagsSkippedRepeatedAndRestartedNumbers() {
        assertThat(Read.of(TITLE + "一、问题\n（一）甲。\n（三）乙。").codes()).contains(Code.NUMBER_SKIPPED);
        assertThat(Read.of(TITLE + "一、问题\n（一）甲。\n（一）乙。").codes()).contains(Code.NUMBER_REPEATED);
        assertThat(Read.of(TITLE + "一、问题\n（一）甲。\n（二）乙。\n（一）丙。").codes()).contains(Code.NUMBER_RESTARTED);
        assertThat(Read.of(TITLE + "一、问题\n甲。\n三、原因\n乙。").codes()).contains(Code.NUMBER_SKIPPED);
        assertThat(Read.of(TITLE + "一、问题\n（一）甲。\n1.乙。\n2.丙。\n（二）丁。\n3.戊。").codes()).doesNotContain(Code.NUMBER_SKIPPED);
    }
}
