package guidang.reader;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.reader.marking.Marking;
import guidang.reader.marking.Markings;
import guidang.reader.structure.Paper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MarkingsTest {
    @ParameterizedTest(name = "{1} {2}: {0}")
    @MethodSource("cases")
    void tellsMarkingsFromProse(Marking expected, String where, String words) {
        assertThat(where.equals("name") ? Markings.ofName(words) : text(words)).isEqualTo(expected);
    }

    static Stream<Arguments> cases() throws IOException {
        return Files.readAllLines(Path.of("src", "test", "resources", "markings.tsv")).stream()
                .filter(line -> !line.startsWith("#")).map(line -> line.split("\t", 3))
                .map(row -> Arguments.of(Marking.valueOf(row[0].toUpperCase(Locale.ROOT)), row[1],
                        row[2].replace("\\n", "\n").replace("\\t", "\t")));
    }

    @Test
    void looksFurtherDownForWhatCantBeAnythingElse() {
        String body = "正文一行。\n".repeat(40);
        assertThat(text(body + "机密\n" + body)).isEqualTo(Marking.NONE);
        assertThat(text(body + "机密★1年\n" + body)).isEqualTo(Marking.CLASSIFIED);
        assertThat(text(body + "000123\n机密\n" + body)).isEqualTo(Marking.CLASSIFIED);
        assertThat(text(body + "密级\n" + body)).isEqualTo(Marking.NONE);
    }

    @Test
    void looksAtHeadersFootersAndProperties() {
        Paper furnished = new Paper("方案\n", List.of(), List.of("第1页", "秘密★1年"), Set.of());
        assertThat(Markings.of(furnished, List.of())).isEqualTo(new Markings.Found(Marking.CLASSIFIED, -1, -1));
        Paper plain = Paper.of("方案\n");
        assertThat(Markings.of(plain, List.of("密级=机密")).marking()).isEqualTo(Marking.CLASSIFIED);
        assertThat(Markings.of(plain, List.of("keywords=秘密")).marking()).isEqualTo(Marking.CLASSIFIED);
        assertThat(Markings.of(plain, List.of("title=机密★3年 方案")).marking()).isEqualTo(Marking.CLASSIFIED);
        assertThat(Markings.of(plain, List.of("keywords=党建;保守秘密", "密级=无", "title=保密工作")).marking()).isEqualTo(Marking.NONE);
    }

    @Test
    void tellsWhereTheLineStands() {
        assertThat(Markings.of(Paper.of("方案\n内部资料\n正文\n"), List.of())).isEqualTo(new Markings.Found(Marking.INTERNAL, 3, 7));
    }

    private static Marking text(String text) {
        return Markings.of(Paper.of(text), List.of()).marking();
    }
}
