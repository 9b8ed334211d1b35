package guidang.server.register;

import static guidang.server.register.SheetColumn.ASPECT;
import static guidang.server.register.SheetColumn.CLOSED;
import static guidang.server.register.SheetColumn.CLOSED_ON;
import static guidang.server.register.SheetColumn.COMPLETED;
import static guidang.server.register.SheetColumn.DUE;
import static guidang.server.register.SheetColumn.MEASURES;
import static guidang.server.register.SheetColumn.PROBLEM;
import static guidang.server.register.SheetColumn.PROGRESS;
import static guidang.server.register.SheetColumn.TYPE;
import static guidang.server.register.SheetColumn.UNIT;
import static org.assertj.core.api.Assertions.assertThat;

import guidang.server.web.Texts;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetReadingTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);
    private static final List<Object> HEAD = List.of("序号", "问题清单", "问题类别", "整改措施", "整改类型", "责任单位", "完成时间", "整改进展", "实际完成时间",
            "是否销号",
            "销号时间");

    private static SheetReading read(byte[] bytes) {
        return SheetReading.read(bytes, 100, 2026, TODAY);
    }

    private static byte[] csv(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// `row column: message`, as somebody is told.
    private static List<String> told(SheetReading reading) {
        SheetWords words = new SheetWords(new Texts());
        return reading.faults().stream().map(fault -> {
            Integer column = fault.column() == null ? null : reading.head().get(fault.column());
            return fault.row() + (column == null ? "" : SheetViews.letters(column)) + ": " + words.fault(fault, Locale.CHINA);
        }).toList();
    }

    @Test
    void aSheetAsPeopleMakeItIsRead() {
        List<List<Object>> rows = List.of(List.of("某某党支部整改台账"), List.of("填报日期：2026年3月"), HEAD,
                List.of(1, "学习不够深入", "政治建设", "每月集中学习", "", "组织委员", 46112, "2026.3.1 已学习", "", "", ""),
                List.of(2, "联系群众不够", "", "每季走访", "立行立改", "", "", "", "2026/4/1", "√", "2026年4月2日"),
                List.of(3, "台账不全", "作风建设", "补齐\n核对", "", "第一支部", "3月底前", "", "", "", ""),
                List.of(4, "谈心不够", "作风建设", "常谈", "", "第一支部", "长期坚持", "", "", "否", ""), List.of(5), List.of("填表人：某某"));
        SheetReading reading = read(Sheets.xlsx(rows, sheet -> {
            sheet.range(0, 0, 0, 10).merge();
            sheet.range(3, 2, 4, 2).merge();
            sheet.range(3, 5, 4, 5).merge();
        }));
        assertThat(told(reading)).isEmpty();
        assertThat(reading.size()).isEqualTo(4);
        assertThat(reading.rows()).extracting(SheetRow::number).containsExactly(4, 5, 6, 7);
        SheetRow first = reading.rows().get(0);
        assertThat(first.cell(DUE)).isEqualTo("2026-03-31");
        assertThat(first.cell(TYPE)).isEqualTo("by-deadline");
        assertThat(first.progress()).containsExactly(new ProgressLine(LocalDate.of(2026, 3, 1), "已学习"));
        SheetRow second = reading.rows().get(1);
        assertThat(second.cell(ASPECT)).isEqualTo("政治建设");
        assertThat(second.cell(UNIT)).isEqualTo("组织委员");
        assertThat(second.cell(TYPE)).isEqualTo("immediate");
        assertThat(second.cell(CLOSED)).isEqualTo("yes");
        assertThat(second.cell(COMPLETED)).isEqualTo("2026-04-01");
        assertThat(second.cell(CLOSED_ON)).isEqualTo("2026-04-02");
        assertThat(reading.rows().get(2).cell(MEASURES)).isEqualTo("补齐\n核对");
        assertThat(reading.rows().get(3).cell(TYPE)).isEqualTo("ongoing");
        assertThat(reading.rows().get(3).cell(DUE)).isEmpty();
        assertThat(reading.above()).startsWith("某某党支部整改台账\n填报日期：2026年3月\n");
    }

    @Test
    void severalRowsBesideOneProblemAreOneItem() {
        List<List<Object>> rows = List.of(List.of("序号", "问题", "整改措施", "责任单位", "完成时限"),
                List.of(1, "学习不够", "集中学习", "组织委员", "2026-6-30"), List.of("", "", "交流研讨", "宣传委员", "2026-6-30"),
                List.of(2, "走访不够", "每季走访", "支部", "2026-6-30"));
        SheetReading reading = read(Sheets.xlsx(rows, sheet -> sheet.range(1, 1, 2, 1).merge()));
        assertThat(told(reading)).isEmpty();
        assertThat(reading.rows()).hasSize(2);
        assertThat(reading.rows().getFirst().cell(MEASURES)).isEqualTo("集中学习\n交流研讨");
        assertThat(reading.rows().getFirst().cell(UNIT)).isEqualTo("组织委员、宣传委员");
        assertThat(reading.rows().getFirst().cell(DUE)).isEqualTo("2026-06-30");
    }

    @Test
    void aHeadOfTwoRowsIsOneHead() {
        List<List<Object>> rows = List.of(List.of("序号", "整改事项", "整改情况", "", "责任部门"), List.of("", "", "整改措施", "完成时限", ""),
                List.of(1, "学习不够", "集中学习", "2026-6-30", "支部"));
        SheetReading reading = read(Sheets.xlsx(rows, sheet -> {
            sheet.range(0, 0, 1, 0).merge();
            sheet.range(0, 1, 1, 1).merge();
            sheet.range(0, 2, 0, 3).merge();
            sheet.range(0, 4, 1, 4).merge();
        }));
        assertThat(told(reading)).isEmpty();
        assertThat(reading.head()).doesNotContainKey(PROGRESS);
        assertThat(reading.rows().getFirst().cell(MEASURES)).isEqualTo("集中学习");
        assertThat(reading.rows().getFirst().cell(DUE)).isEqualTo("2026-06-30");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030"})
    void textIsReadInEitherEncoding(String charset) {
        SheetReading reading = read("问题,责任单位,完成时限\r\n\"学习\n不够\",支部,2026年6月底\r\n".getBytes(Charset.forName(charset)));
        assertThat(told(reading)).isEmpty();
        assertThat(reading.rows().getFirst().cell(PROBLEM)).isEqualTo("学习\n不够");
    }

    @Test
    void headingsOfBothLanguagesAreKnown() {
        SheetWords words = new SheetWords(new Texts());
        for (Locale locale : List.of(Locale.CHINA, Locale.ENGLISH)) {
            for (SheetColumn column : SheetColumn.values()) {
                assertThat(SheetColumn.headed(words.heading(column, locale))).as(words.heading(column, locale)).contains(column);
            }
        }
    }

    @Test
    void anOldWorkbookIsNamedAsSuch() {
        byte[] old = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1, 0, 0};
        assertThat(told(read(old))).containsExactly("1: 这是旧格式的工作簿（xls）。请在表格软件中另存为 xlsx 或 csv 后再导入。");
    }

    @Test
    void aBrokenWorkbookIsNamedAsSuch() {
        byte[] whole = Sheets.xlsx(List.of(HEAD));
        assertThat(told(read(Arrays.copyOf(whole, whole.length / 2))))
                .containsExactly("1: 无法读取这个工作簿：文件已损坏、加了密码或展开后过大。请重新另存为 xlsx 后再导入。");
    }

    @Test
    void anUnknownEncodingIsNamedAsSuch() {
        assertThat(told(read(new byte[]{(byte) 0xFF, (byte) 0xFF, 0x41})))
                .containsExactly("1: 无法识别文件编码。请另存为 xlsx，或存为 UTF-8、GB18030 编码的 csv。");
    }

    @Test
    void aSheetWithoutAHeadIsTold() {
        assertThat(told(read(csv("姓名,电话\r\n甲,1\r\n"))))
                .containsExactly("1: 没有找到表头。前30行中须有一行写明各列名称，至少有“问题”列和另一列，例如“整改措施”。");
    }

    @Test
    void aSheetWithoutItemsIsTold() {
        assertThat(told(read(csv("台账\r\n序号,问题,整改措施\r\n1,,\r\n2,,\r\n"))))
                .containsExactly("2: 表头下面没有整改事项。请从表头的下一行开始，每行填写一项。");
    }

    @Test
    void tooManyItemsAreTold() {
        List<List<Object>> rows = new ArrayList<>(List.of(List.of("问题", "类型")));
        IntStream.rangeClosed(1, 101).forEach(n -> rows.add(List.of("问题" + n, "长期坚持")));
        assertThat(told(read(Sheets.xlsx(rows)))).containsExactly("1: 事项超过 100 项。请分成几个文件导入。");
    }

    @Test
    void daysThatAreNoneAreToldByCell() {
        assertThat(told(read(csv("""
                序号,问题,完成时限,完成日期,销号日期
                1,甲,2026-02-30,,
                2,乙,尽快,,
                3,丙,2026-6-30,十月,
                4,丁,2026-6-30,,2027-01-01
                """)))).containsExactly("2C: “2026-02-30”不是日期。请填写例如 2026-06-30、2026年6月30日或 2026年6月底。",
                "3C: “尽快”不是日期。请填写例如 2026-06-30、2026年6月30日或 2026年6月底。",
                "4D: “十月”不是日期。请填写例如 2026-06-30、2026年6月30日或 2026年6月底。", "5E: “2027-01-01”在今天之后。请填写实际日期。");
    }

    @Test
    void whatIsMissingOrUnknownIsToldByCell() {
        assertThat(told(read(csv("""
                序号,问题,整改类型,完成时限,是否销号
                1,,立行立改,,
                2,甲,,,
                3,乙,看情况,2026-6-30,
                4,丙,限期整改,2026-6-30,大概
                """)))).containsExactly("2B: 没有填写问题。请写明问题，或删除这一行。",
                "3D: 没有完成时限，也没有整改类型。请填写日期（例如 2026-06-30 或 2026年6月底），或填写立行立改、长期坚持。",
                "4C: “看情况”不是整改类型。请填写：立行立改、限期整改或长期坚持。", "5E: “大概”看不出是否销号。请填写：是、否或申请中。");
    }

    @Test
    void whatContradictsItselfIsToldByCell() {
        assertThat(told(read(csv("""
                问题,完成时限,完成日期,是否销号,事项编号
                甲,2026-6-30,2026-5-1,否,
                乙,2026-6-30,,,第3号
                丙,"2026-6-30",,"是,
                """)))).containsExactly("2D: 填写了完成日期或销号日期，是否销号却为否。请改为“是”，或清空日期。",
                "3E: “第3号”不是事项编号。请按导出的表原样填写；新事项留空。", "4: 这一行的引号或分隔符有误。请检查引号是否成对。");
    }

    @Test
    void whatIsTooLongIsToldByCell() {
        String long61 = "方".repeat(61);
        String progress = "2026-03-01 好\n".repeat(51);
        assertThat(told(read(Sheets.xlsx(List.of(List.of("问题", "方面", "完成时限", "进展"), List.of("甲", long61, "长期", ""),
                List.of("题".repeat(2001), "", "长期", ""), List.of("乙", "", "长期", "进".repeat(4001)),
                List.of("丙", "", "长期", progress))))))
                .containsExactly("2B: 内容有 61 个字，超过 60 个字。请缩短。", "3A: 内容有 2001 个字，超过 2000 个字。请缩短。",
                        "4D: 其中一条进展超过 4000 个字。请缩短，或以日期开头分成几条。", "5D: 进展超过 50 条。请合并后填写。");
    }
}
