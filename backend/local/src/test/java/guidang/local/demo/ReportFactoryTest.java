package guidang.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.local.demo.ReportFactory.Kind;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ReportFactoryTest {
    private final ReportFactory factory = new ReportFactory(7);

    @Test
    void makesReportsOfTheSizeInTheField() {
        double characters = LongStream.range(0, 50).mapToObj(factory::report).mapToInt(r -> r.text().length()).average()
                .orElseThrow();
        double bytes = LongStream.range(0, 50).mapToObj(factory::report).mapToInt(r -> r.docx().length).average().orElseThrow();
        assertThat(characters).isBetween(4_500.0, 5_500.0);
        assertThat(bytes).isBetween(26_000.0, 30_000.0);
    }

    @Test
    void makesEachReportAnew() {
        assertThat(LongStream.range(0, 2_000).mapToObj(factory::report).map(Report::text)).doesNotHaveDuplicates();
    }

    @Test
    void makesTheSameReportAgain() {
        Report one = factory.report(11, Kind.IMPLEMENT, "市教育局机关党支部");
        Report other = new ReportFactory(7).report(11, Kind.IMPLEMENT, "市教育局机关党支部");
        assertThat(other).isEqualTo(one);
        assertThat(other.docx()).isEqualTo(one.docx());
        assertThat(one.title()).isEqualTo("市教育局机关党支部专题组织生活会整改落实情况报告");
    }
}
