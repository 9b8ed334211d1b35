package guidang.reader;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.reader.protocol.Answer.Reason;
import guidang.reader.protocol.Answer.Refused;
import guidang.reader.formats.Sheet;
import guidang.reader.structure.Paper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StructureJsonTest {
    @Test
    void printsOneLineWithOffsetsInCodePoints() {
        String text = "\ud83d\ude00某支部对照检查材料\n一、问题\n（一）“甲”方面。乙\t丙。\n";
        String line = StructureJson.line("a.txt",
                Papers.reading(MediaType.TEXT, new Sheet(Paper.of(text), 0, List.of(), Map.of(), List.of()), Paper.of(text)));
        assertThat(line).doesNotContain("\n").startsWith(
                "{\"file\":\"a.txt\",\"mediaType\":\"text/plain\",\"characters\":30,\"kind\":\"self-examination\",\"title\":{")
                .contains("\"sections\":[{\"role\":\"problems\",\"heading\":\"问题\",\"start\":11,\"end\":29,\"bodyStart\":16}]")
                .contains(
                        "\"items\":[{\"section\":0,\"sectionRole\":\"problems\",\"parent\":null,\"level\":1,\"number\":1,\"label\":\"（一）\",\"heading\":\"“甲”方面\",\"aspect\":\"“甲”\",\"start\":16,\"end\":29,\"bodyStart\":25}]")
                .contains("\"problems\":[{\"item\":0,\"text\":\"乙\\t丙。\",\"aspect\":\"“甲”\",\"start\":25,\"end\":29}]");
    }

    @Test
    void printsARefusal() {
        assertThat(StructureJson.line("a\"b", new Refused(Reason.TOO_COMPLEX, "application/zip")))
                .isEqualTo("{\"file\":\"a\\\"b\",\"refused\":\"too-complex\",\"mediaType\":\"application/zip\"}");
    }
}
