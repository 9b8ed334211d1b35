package guidang.server.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);

    @Test
    void whatPeopleWriteIsToldApartByItsDays() {
        assertThat(ProgressLine.read("2026.3.1：已召开座谈会\n登记意见12条\n2026年3月5日 已公示"))
                .containsExactly(new ProgressLine(MARCH, "已召开座谈会\n登记意见12条"),
                        new ProgressLine(LocalDate.of(2026, 3, 5), "已公示"));
        assertThat(ProgressLine.read("正在推进\n下一步公示")).containsExactly(new ProgressLine(null, "正在推进\n下一步公示"));
        assertThat(ProgressLine.read("")).isEmpty();
    }

    @Test
    void inACellOfOursOnlyOurDaysTellLinesApart() {
        assertThat(ProgressLine.read("2026-03-01 会议记录：\n2026.2.28 已通知")).hasSize(1);
    }

    @Test
    void aCellThatWasReadIsWrittenTheSame() {
        String[] words = {"已完成", "2026.3.1 已通知", "2026-03-09 补充", "a b", "整改到位；", "2026-99-99 x"};
        Random random = new Random(6);
        for (int i = 0; i < 2_000; i++) {
            List<ProgressLine> lines = new ArrayList<>();
            for (int n = random.nextInt(1, 6); n > 0; n--) {
                String said = words[random.nextInt(words.length)];
                lines.add(new ProgressLine(MARCH.plusDays(random.nextInt(90)),
                        random.nextBoolean() ? said : said + "\n" + words[random.nextInt(words.length)]));
            }
            String cell = ProgressLine.cell(lines);
            assertThat(ProgressLine.cell(ProgressLine.read(cell))).isEqualTo(cell);
        }
    }

    @Test
    void theOldestMakeWayWhereACellDoesNotHoldThemAll() {
        List<ProgressLine> lines = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            lines.add(new ProgressLine(MARCH.plusDays(i), "长".repeat(3_000)));
        }
        String cell = ProgressLine.cell(lines);
        assertThat(cell).hasSizeLessThan(32_100).startsWith("…\n");
        assertThat(ProgressLine.read(cell)).isEqualTo(lines.subList(10, 20));
    }
}
