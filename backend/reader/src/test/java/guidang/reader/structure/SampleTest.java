package guidang.reader.structure;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.reader.protocol.Structure.Code;
import guidang.reader.protocol.Structure.Item;
import guidang.reader.protocol.Structure.Kind;
import guidang.reader.protocol.Structure.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampleTest {
    private static final List<String> ASPECTS = List.of("党性观念是否纯洁", "政治纪律是否牢固", "“四风”问题是否整改", "组织纪律是否遵守", "廉洁纪律是否严守", "以权谋私是否存在",
            "工作纪律是否遵守",
            "群众纪律是否忘记");

    @Test
    void readsTheSample() throws IOException {
        Read read = Read.of(Files.readString(Path.of("..", "..", "docs", "samples", "duizhao-jiancha-8-aspects.txt")));
        assertThat(read.structure().kind()).isEqualTo(Kind.SELF_EXAMINATION);
        assertThat(read.title()).isEqualTo("肃清流毒影响专题组织生活会对照检查材料");
        assertThat(read.roles()).containsExactly(Role.PROBLEMS, Role.CAUSES, Role.MEASURES);
        assertThat(read.structure().items()).extracting(Item::section).containsExactly(0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2,
                2, 2);
        assertThat(read.aspects()).isEqualTo(ASPECTS);
        assertThat(read.itemAspects()).startsWith(ASPECTS.toArray(new String[0]));
        assertThat(read.placeholders()).containsExactly("*", "*");
        assertThat(read.codes()).containsExactly(Code.PLACEHOLDER);
        assertThat(read.structure().problems()).hasSize(8);
        assertThat(read.structure().unclassified()).isEmpty();
    }
}
