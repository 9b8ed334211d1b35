package guidang.server.journal;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.server.kernel.OperationId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// The stored forms of format 1, as they were first written: they are read for
/// ever. A new format gets new files beside these.
class GoldenTest {
    private static final Instant TIME = Instant.parse("2026-11-24T01:02:03.456Z");
    private static final OperationId FILED = new OperationId("abcdefghijklmnopqrstuvwxyz234567");
    private static final StreamKey SLOT = new StreamKey("reports/2026-ZTZZSH/BRANCH-7/SELF-EXAM/once");

    private static String golden(String name) throws IOException {
        try (InputStream file = Objects.requireNonNull(GoldenTest.class.getResourceAsStream("/golden/journal/" + name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
        }
    }

    private static Leaf leaf(int position) {
        return new Leaf(SLOT, position, FILED, "filed", "{\"version\":" + (position + 1) + ",\"note\":\"“四风”\"}");
    }

    private static Link first() {
        return Link.make(Chain.START, "replica-0", TIME, List.of(leaf(0).text()), operations(1));
    }

    private static Link second() {
        return Link.make(first().after(), "replica-1", TIME.plusMillis(1), List.of(leaf(1).text(), leaf(2).text()),
                operations(2));
    }

    private static List<CommitDocument.Operation> operations(int records) {
        return List.of(new CommitDocument.Operation(FILED.value(), "00ff", records));
    }

    private static String json(Object document) {
        return new String(JournalJson.bytes(document), StandardCharsets.UTF_8);
    }

    @Test
    void aRecord() throws IOException {
        assertThat(leaf(0).text()).isEqualTo(golden("record-1.json"));
        assertThat(Leaf.parse(golden("record-1.json"))).isEqualTo(leaf(0));
    }

    @Test
    void aCommit() throws IOException {
        assertThat(new String(first().bytes(), StandardCharsets.UTF_8)).isEqualTo(golden("commit-1-first.json"));
        assertThat(new String(second().bytes(), StandardCharsets.UTF_8)).isEqualTo(golden("commit-1-second.json"));
        Link read = Link.read(first().after(), golden("commit-1-second.json").getBytes(StandardCharsets.UTF_8));
        assertThat(read.records()).isEqualTo(second().records());
        assertThat(read.after().last()).isEqualTo(second().after().last());
    }

    @Test
    void aStreamRecord() throws IOException {
        JournalRecord record = second().records().getLast();
        assertThat(json(StreamDocument.of(record, leaf(2).text()))).isEqualTo(golden("stream-1.json"));
        assertThat(JournalJson.read(golden("stream-1.json").getBytes(StandardCharsets.UTF_8), StreamDocument.class).toRecord())
                .isEqualTo(record);
    }

    @Test
    void anOperation() throws IOException {
        OperationDocument document = new OperationDocument(1, 1, TIME.plusMillis(1).toString(), "00ff", 1, second().leaves());
        assertThat(json(document)).isEqualTo(golden("operation-1.json"));
        assertThat(JournalJson.read(golden("operation-1.json").getBytes(StandardCharsets.UTF_8), OperationDocument.class)
                .toCommitted().records()).isEqualTo(second().records());
    }

    @Test
    void aWatermark() throws IOException {
        assertThat(json(new WatermarkDocument(1, 2, "replica"))).isEqualTo(golden("watermark-1.json"));
    }

    @Test
    void aCheckpointAndAReceipt() throws IOException {
        Frontier after = second().after().frontier();
        String note = Fixtures.key().sign(after.size(), after.root());
        assertThat(note.stripTrailing()).isEqualTo(golden("checkpoint.txt"));
        List<String> proof = new Inclusion(second().before().frontier(), second().hashes()).proof(2).stream()
                .map(Base64.getEncoder()::encodeToString).toList();
        Receipt receipt = new Receipt(1, "example.org/log", leaf(2).text(), 2, 3, proof, note);
        assertThat(json(receipt)).isEqualTo(golden("receipt-1.json"));
        assertThat(Proofs.holds(receipt)).isTrue();
    }
}
