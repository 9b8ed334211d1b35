package guidang.reader.structure;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.reader.protocol.Structure.Attachment;
import guidang.reader.protocol.Structure.Dated;
import guidang.reader.protocol.Structure.Head;
import guidang.reader.protocol.Structure.Kind;
import guidang.reader.protocol.Structure.Phrase;
import guidang.reader.protocol.Structure.Span;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrontAndBackTest {
    private static final String BODY = "\n根据安排，现对照检视如下。\n一、存在的问题\n甲。\n二、原因\n乙。\n";

    @Test
    void readsTheFront() {
        String text = "中共某县教育局支部委员会\n组织生活会对照检查材料\n支部书记  张某\n（2026年8月27日，会议室）\n\n各位领导、同志们：" + BODY;
        Head head = Read.of(text).structure().head();
        assertThat(text(head.title())).isEqualTo("中共某县教育局支部委员会组织生活会对照检查材料");
        assertThat(text(head.organization())).isEqualTo("中共某县教育局支部委员会");
        assertThat(text(head.roleLine())).isEqualTo("支部书记  张某");
        assertThat(text(head.place())).isEqualTo("会议室");
        assertThat(text(head.salutation())).isEqualTo("各位领导、同志们：");
        assertThat(value(head.date())).isEqualTo(LocalDate.of(2026, 8, 27));
        assertThat(span(text, head.preamble())).isEqualTo("根据安排，现对照检视如下。");
    }

    @Test
    void joinsATitleThatWasBroken() {
        assertThat(Read.of("市教育局机关党支部\n对照检查材料\n正文。").title()).isEqualTo("市教育局机关党支部对照检查材料");
        assertThat(Read.of("某某党支部2023年度\n“学习贯彻主题教育”\n专题组织生活会\n对照检查材料" + BODY).title())
                .isEqualTo("某某党支部2023年度“学习贯彻主题教育”专题组织生活会对照检查材料");
        assertThat(Read.of("工作方案\n一、总体要求").title()).isEqualTo("工作方案");
        assertThat(Read.of("一、存在的问题\n正文").title()).isNull();
        assertThat(Read.of("根据通知要求，认真对照检查。\n正文").title()).isNull();
    }

    @Test
    void looksPastWhatStandsAboveATitle() {
        assertThat(Read.of("附件2\n\n某支部对照检查材料" + BODY).title()).isEqualTo("某支部对照检查材料");
        assertThat(Read.of("某委〔2023〕5号\n关于报送整改情况的报告" + BODY).title()).isEqualTo("关于报送整改情况的报告");
    }

    @Test
    void takesASalutationThatRunsIn() {
        String text = "对照检查材料\n同志们：根据安排，现报告如下。\n一、问题\n甲。";
        Head head = Read.of(text).structure().head();
        assertThat(text(head.salutation())).isEqualTo("同志们：");
        assertThat(span(text, head.preamble())).isEqualTo("根据安排，现报告如下。");
    }

    @ParameterizedTest
    @CsvSource({"2023年8月15日,2023-08-15", "二〇二三年八月十五日,2023-08-15", "2023.8.15,2023-08-15", "2023 年 8 月 15 日,2023-08-15",
            "２０２３年８月１５日,2023-08-15",
            "二○二三年十二月三十一日,2023-12-31", "2023-08-05,2023-08-05"})
    void readsTheDateOfTheSignOff(String written, LocalDate date) {
        String text = "（2023年1月1日）\n对照检查材料" + BODY + "\n        中共某县教育局支部委员会\n          " + written + "\n";
        Read read = Read.of(text);
        assertThat(value(read.structure().head().date())).isEqualTo(date);
        assertThat(text(read.structure().head().organization())).isEqualTo("中共某县教育局支部委员会");
        assertThat(span(text, read.structure().signOff())).startsWith("中共").endsWith(written);
        assertThat(read.words(read.structure().causes())).containsExactly("乙。");
    }

    @Test
    void readsTheListOfAttachments() {
        Read read = Read.of("对照检查材料" + BODY + "附件：1.整改台账\n      2.征求意见表\n\n某支部\n2023年8月15日");
        assertThat(read.structure().attachments()).extracting(Attachment::number).containsExactly(1, 2);
        assertThat(read.structure().attachments()).extracting(Attachment::text).containsExactly("整改台账", "征求意见表");
    }

    @ParameterizedTest
    @CsvSource({"组织生活会对照检查材料,SELF_EXAMINATION", "支部班子检视剖析材料,SELF_EXAMINATION", "个人对照检查材料,PERSONAL", "专题组织生活会情况报告,MEETING",
            "组织生活会工作方案,PLAN",
            "问题整改方案,RECTIFICATION", "整改台账,RECTIFICATION", "专题组织生活会整改落实情况报告,IMPLEMENTATION", "关于整改情况的报告,IMPLEMENTATION",
            "值班表,OTHER"})
    void tellsTheKindByTheTitle(String title, Kind kind) {
        assertThat(Read.of(title + "\n说明。").structure().kind()).isEqualTo(kind);
    }

    @Test
    void knowsTheReportOfOnePerson() {
        assertThat(Read.of("对照检查材料\n本人认真对照，本人存在不足。").structure().kind()).isEqualTo(Kind.PERSONAL);
        assertThat(Read.of("班子对照检查材料\n支部班子要求党员本人认真对照，我们支部存在不足，支部本人。").structure().kind()).isEqualTo(Kind.SELF_EXAMINATION);
    }

    private static @Nullable String text(@Nullable Phrase phrase) {
        return phrase == null ? null : phrase.text();
    }

    private static @Nullable LocalDate value(@Nullable Dated dated) {
        return dated == null ? null : dated.value();
    }

    private static String span(String text, @Nullable Span span) {
        return span == null ? "" : text.substring(span.start(), span.end());
    }
}
