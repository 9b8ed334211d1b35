package guidang.server.organizations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guidang.server.journal.JournalRecord;
import guidang.server.journal.NewRecord;
import guidang.server.journal.StreamKey;
import guidang.server.kernel.Code;
import guidang.server.kernel.OperationId;
import guidang.server.objects.Blobs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Golden files of format 1: kept and read forever.
class OrganizationCodecTest {
    private static final Code BRANCH = new Code("BRANCH-7");
    private static final Blobs.Ref DETAILS = new Blobs.Ref("0123456789abcdef".repeat(4), 97);

    private static final OrganizationRecord.Act ACT = new OrganizationRecord.Act(Instant.parse("2026-11-23T06:05:00.250Z"),
            "chen");

    @Test
    void createdIsWrittenAsTheGoldenFileSays() {
        var created = new OrganizationRecord.Created(new Code("BUREAU-1"), OrganizationType.GENERAL_BRANCH, DETAILS);
        assertThat(OrganizationCodec.write(BRANCH, created).data()).isEqualTo(golden("created-1.json"));
        assertThat(OrganizationCodec.read(read(OrganizationCodec.write(BRANCH, created)))).isEqualTo(created);
    }

    @Test
    void theRootHasNoParent() {
        var root = new OrganizationRecord.Created(null, OrganizationType.COMMITTEE, DETAILS);
        assertThat(OrganizationCodec.write(BRANCH, root).data()).isEqualTo(golden("root-1.json"));
        assertThat(OrganizationCodec.read(read(OrganizationCodec.write(BRANCH, root)))).isEqualTo(root);
    }

    @Test
    void namesAreWrittenAsTheGoldenFileSays() {
        byte[] details = OrganizationCodec.details(new TreeMap<>(Map.of("BUREAU-1", "甲局委员会", "BRANCH-7", "第七支部")));
        assertThat(new String(Blobs.unsalted(details), StandardCharsets.UTF_8)).isEqualTo(golden("details-1.json"));
        assertThat(OrganizationCodec.details(details).names()).containsEntry("BRANCH-7", "第七支部").hasSize(2);
    }

    @Test
    void reasonsAndShortNamesAreWrittenAsTheGoldenFileSays() {
        var words = new OrganizationDetails(1, Map.of("BRANCH-7", "第七支部"), Map.of("BRANCH-7", "七支部"), "机构调整");
        assertThat(new String(Blobs.unsalted(words.salted()), StandardCharsets.UTF_8)).isEqualTo(golden("details-1-reason.json"));
        assertThat(OrganizationCodec.details(words.salted())).isEqualTo(words);
    }

    @Test
    void eachChangeIsWrittenAsItsGoldenFileSays() {
        Map<String, OrganizationRecord> all = Map.of("created-1-act",
                new OrganizationRecord.Created(new Code("BUREAU-1"), OrganizationType.BRANCH, 4, DETAILS, ACT), "renamed-1",
                new OrganizationRecord.Renamed(DETAILS, ACT), "moved-1",
                new OrganizationRecord.Moved(new Code("BUREAU-2"), DETAILS, ACT), "retyped-1",
                new OrganizationRecord.Retyped(OrganizationType.GENERAL_BRANCH, 3, DETAILS, ACT), "merged-1",
                new OrganizationRecord.Merged(new Code("BRANCH-8"), DETAILS, ACT), "closed-1",
                new OrganizationRecord.Closed(DETAILS, ACT), "reopened-1",
                new OrganizationRecord.Reopened(new Code("BUREAU-1"), DETAILS, ACT));
        all.forEach((name, record) -> {
            assertThat(OrganizationCodec.write(BRANCH, record).data()).isEqualTo(golden(name + ".json"));
            assertThat(OrganizationCodec.read(read(OrganizationCodec.write(BRANCH, record)))).isEqualTo(record);
        });
    }

    @Test
    void anUnknownTypeIsRefused() {
        JournalRecord later = read(new NewRecord(StreamKey.organization(BRANCH), "vanished", "{}"));
        assertThatThrownBy(() -> OrganizationCodec.read(later)).hasMessageContaining("vanished");
    }

    private static JournalRecord read(NewRecord record) {
        return new JournalRecord(3, Instant.EPOCH, 5, record.stream(), 0, OperationId.of("a", "b", "c"), record.type(),
                record.data());
    }

    private static String golden(String name) {
        try (InputStream file = OrganizationCodecTest.class.getResourceAsStream("/golden/organizations/" + name)) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
