package guidang.server.drafts;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.server.drafts.Draft.Unfinished;
import guidang.server.filing.FileRole;
import guidang.server.kernel.Code;
import guidang.server.kernel.Period;
import guidang.server.objects.StoredJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Golden files of format 1: kept and read forever.
class DraftTest {
    private static final Instant AT = Instant.parse("2026-03-20T01:02:03.456Z");
    private static final Draft.File MAIN = new Draft.File("a".repeat(32), FileRole.MAIN, "材料.docx");

    @Test
    void draftsAreWrittenAsTheGoldenFilesSay() throws IOException {
        golden("draft-1.json", Draft.of(AT, new Unfinished(new Code("B1"), new Code("ZT"), new Code("SELF-EXAM"),
                new Period("2026"), "对照检查材料", LocalDate.parse("2026-03-19"),
                List.of(MAIN, new Draft.File("b".repeat(32), FileRole.SIGNED_SCAN, "签字页.pdf")))));
        golden("draft-1-begun.json", Draft.of(AT, new Unfinished(null, null, null, null, "", null, List.of(MAIN))));
        golden("removed-1.json", Draft.removed(AT));
    }

    private static void golden(String name, Draft draft) throws IOException {
        try (InputStream in = Objects.requireNonNull(DraftTest.class.getResourceAsStream("/golden/drafts/" + name))) {
            byte[] golden = in.readAllBytes();
            assertThat(new String(StoredJson.bytes(draft), StandardCharsets.UTF_8))
                    .isEqualTo(new String(golden, StandardCharsets.UTF_8));
            assertThat(StoredJson.read(golden, Draft.class)).isEqualTo(draft);
        }
    }
}
