package guidang.reader.structure;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.reader.protocol.Structure.Dated;
import guidang.reader.protocol.Structure.Row;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatementsTest {
    @ParameterizedTest
    @CsvSource({"2026年12月底前完成。,2026-12-31", "2026年12月31日前完成。,2026-12-31", "年底前完成。,2026-12-31", "12月底前完成。,2026-12-31",
            "9月中旬前完成。,2026-09-20",
            "今年年底前完成。,2026-12-31", "明年3月底前完成。,2027-03-31", "完成时限：2026年9月30日。,2026-09-30", "2026年第三季度末完成。,2026-09-30",
            "二〇二六年十月底前完成。,2026-10-31",
            "2026年底前完成。,2026-12-31", "整改期限：2026年11月。,2026-11-30", "2027年上半年完成。,2027-06-30", "6月底前完成。,2027-06-30",
            "2026.12.31前完成。,2026-12-31", "本月底前完成。,2026-08-31"})
    void findsDueDates(String measure, LocalDate due) {
        Read read = Read.of("对照检查材料\n一、整改措施\n（一）加强学习，" + measure + "\n某党支部\n2026年8月15日");
        assertThat(read.structure().dueDates()).extracting(Dated::value).containsExactly(due);
        assertThat(read.structure().measures().getFirst().due()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"长期坚持。", "每月开展1次，每年12次。", "2025年以来，取得成效。", "坚持3个月学习计划。", "近年来内容丰富。"})
    void findsNoneWhereThereIsNone(String measure) {
        assertThat(Read.of("对照检查材料\n一、整改措施\n（一）加强学习，" + measure + "\n某支部\n2026年8月15日").structure().dueDates()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"对照检查材料\n2024年1月", "对照检查材料\n2024年1月20日，支部召开会议。", "2024年度对照检查材料"})
    void takesTheYearFromWhatTellsIt(String front) {
        Read read = Read.of(front + "\n一、整改措施\n（一）加强学习，6月底前完成。");
        assertThat(read.structure().dueDates()).extracting(Dated::value).containsExactly(LocalDate.of(2024, 6, 30));
    }

    @Test
    void endsBeforeClosingWords() {
        Read read = Read.of("对照检查材料\n一、整改措施\n（一）甲。\n（二）乙。\n我的发言完了，请同志们批评指正。");
        assertThat(read.words(read.structure().measures())).containsExactly("甲。", "乙。");
    }

    @Test
    void matchesMeasuresWithProblems() {
        Read read = Read.of("""
                对照检查材料
                一、存在的问题
                （一）理论学习方面。集中学习流于形式，研讨交流不深。
                （二）服务群众方面。走访群众不经常，解决难题不主动。
                二、整改措施
                （一）密切联系群众。坚持走访群众，主动解决难题。
                （二）理论学习方面。改进集中学习。
                """);
        assertThat(read.structure().measures()).extracting(one -> one.answers()).containsExactly(List.of(1), List.of(0));
    }

    @Test
    void takesParagraphsWhereNothingIsNumbered() {
        Read read = Read.of("对照检查材料\n一、问题\n主要有以下问题：\n在理论学习方面，甲。\n廉洁自律方面。乙。\n二、原因\n丙。");
        assertThat(read.problems()).containsExactly("在理论学习方面，甲。", "乙。");
        assertThat(read.structure().problems()).extracting(one -> one.aspect()).containsExactly("理论学习", "廉洁自律");
    }

    @Test
    void readsARegister() {
        Read read = Read.of("""
                整改台账
                序号\t存在问题\t方面\t整改措施\t责任单位\t完成时限\t是否销号
                1\t学习不深\t理论学习\t每月学习\t支部\t2026年12月底前\t否
                \t\t\t开展研讨\t支部\t长期坚持\t否
                2\t作风不实\t作风建设\t开展走访\t办公室\t2026-10-31\t是
                """);
        assertThat(read.structure().tables()).singleElement().satisfies(table -> {
            assertThat(table.register()).isTrue();
            assertThat(table.rows()).extracting(Row::number).containsExactly("1", "1", "2");
            assertThat(table.rows()).extracting(Row::problem).containsExactly("学习不深", "学习不深", "作风不实");
            assertThat(table.rows()).extracting(Row::measure).containsExactly("每月学习", "开展研讨", "开展走访");
            assertThat(table.rows()).extracting(Row::state).containsExactly("否", "否", "是");
        });
        assertThat(read.structure().dueDates()).extracting(Dated::value)
                .containsExactly(LocalDate.of(2026, 12, 31), LocalDate.of(2026, 10, 31));
    }

    @Test
    void keepsEmptyCellsInTheirColumns() {
        Read read = Read.of("台账\n序号\t问题\t措施\t时限\n1\t甲\t\t年底前\n2\t乙\t丙\t\n");
        assertThat(read.structure().tables().getFirst().rows()).extracting(Row::due).containsExactly("年底前", "");
    }
}
