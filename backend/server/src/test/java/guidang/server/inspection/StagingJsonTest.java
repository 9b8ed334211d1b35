package guidang.server.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Golden files are read forever, and this version writes format 1 as they are.
class StagingJsonTest {
    @Test
    void readsAndWritesReadings() throws IOException {
        byte[] golden = golden("reading-1.json");
        Reading reading = StagingJson.reading(golden);
        assertThat(reading.text()).isEqualTo("整改方案\n一、总体要求\n");
        assertThat(StagingJson.bytes(reading)).asString(StandardCharsets.UTF_8)
                .isEqualTo(new String(golden, StandardCharsets.UTF_8));
    }

    @Test
    void readsAndWritesReadingsWithPages() throws IOException {
        byte[] golden = golden("reading-1-pages.json");
        Reading reading = StagingJson.reading(golden);
        assertThat(PageBreaks.show(reading.text(), reading.pageStarts())).isEqualTo("整改方案\n\f一、总体\n");
        assertThat(StagingJson.bytes(reading)).asString(StandardCharsets.UTF_8)
                .isEqualTo(new String(golden, StandardCharsets.UTF_8));
    }

    @Test
    void readsAndWritesFacts() throws IOException {
        byte[] golden = golden("facts-1.json");
        Facts facts = StagingJson.facts(golden);
        assertThat(facts.receivedAt()).isEqualTo(Instant.parse("2026-11-24T01:02:03.250Z"));
        assertThat(StagingJson.bytes(facts)).asString(StandardCharsets.UTF_8)
                .isEqualTo(new String(golden, StandardCharsets.UTF_8));
    }

    @Test
    void readsAndWritesFactsWithAScan() throws IOException {
        byte[] golden = golden("facts-1-scan.json");
        Scan scan = Objects.requireNonNull(StagingJson.facts(golden).scan());
        assertThat(scan.outcome()).isEqualTo(Scan.CLEAN);
        assertThat(StagingJson.bytes(StagingJson.facts(golden))).asString(StandardCharsets.UTF_8)
                .isEqualTo(new String(golden, StandardCharsets.UTF_8));
    }

    @Test
    void readsAndWritesFactsOfAnOrganizationsUpload() throws IOException {
        byte[] golden = golden("facts-1-organization.json");
        assertThat(StagingJson.facts(golden).organization()).isEqualTo("B1");
        assertThat(StagingJson.bytes(StagingJson.facts(golden))).asString(StandardCharsets.UTF_8)
                .isEqualTo(new String(golden, StandardCharsets.UTF_8));
    }

    @Test
    void readsAndWritesFactsOfEvidence() throws IOException {
        byte[] golden = golden("facts-1-evidence.json");
        Facts facts = StagingJson.facts(golden);
        assertThat(facts.isFor(Purpose.EVIDENCE)).isTrue();
        assertThat(Objects.requireNonNull(facts.preview()).size()).isEqualTo(3);
        assertThat(StagingJson.bytes(facts)).asString(StandardCharsets.UTF_8)
                .isEqualTo(new String(golden, StandardCharsets.UTF_8));
    }

    @Test
    void takesFactsThatNameNoPurposeForAReports() throws IOException {
        assertThat(StagingJson.facts(golden("facts-1.json")).isFor(Purpose.REPORT)).isTrue();
    }

    @Test
    void readsAndWritesCreations() throws IOException {
        byte[] golden = golden("resumable-1.json");
        Creation creation = StagingJson.creation(golden);
        assertThat(creation.purpose()).isEqualTo(Purpose.EVIDENCE);
        assertThat(StagingJson.bytes(creation)).asString(StandardCharsets.UTF_8)
                .isEqualTo(new String(golden, StandardCharsets.UTF_8));
    }

    @Test
    void skipsMembersOfLaterFormats() {
        assertThat(StagingJson.reading("""
                {"format":2,"reader":"2","mediaType":"text/plain","characters":1,"properties":{},"text":"甲","sections":[]}"""
                .getBytes(StandardCharsets.UTF_8)).text()).isEqualTo("甲");
    }

    private static byte[] golden(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(StagingJsonTest.class.getResourceAsStream("/golden/inspection/" + name))) {
            return in.readAllBytes();
        }
    }
}
