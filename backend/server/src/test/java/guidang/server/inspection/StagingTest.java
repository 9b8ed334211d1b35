package guidang.server.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.reader.protocol.Answer;
import guidang.server.kernel.Digests;
import guidang.server.kernel.Problem;
import guidang.server.objects.Layout;
import guidang.server.objects.MemoryObjects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.test.StepVerifier;

class StagingTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final MemoryObjects work = MemoryObjects.work();
    private final Staging staging = new Staging(work);

    @TempDir
    Path folder;

    @Test
    void keepsAnUploadForItsOwner() throws IOException {
        UploadId id = put(NOON);
        StepVerifier.create(staging.facts(id, facts -> facts.subject().equals("zhang"))).assertNext(facts -> {
            Staged staged = staging.staged(id, facts);
            assertThat(staged.name()).isEqualTo("a.txt");
            assertThat(staged.file().length()).isEqualTo(6);
            assertThat(staged.title()).isEqualTo("方案");
            StepVerifier.create(work.get(staged.reading().key(), 1_000))
                    .assertNext(bytes -> assertThat(Digests.hex(bytes)).isEqualTo(staged.readingSha256())).verifyComplete();
        }).verifyComplete();
        StepVerifier.create(staging.facts(id, facts -> facts.subject().equals("li"))).verifyError(Problem.class);
        StepVerifier.create(staging.reading(id).map(Reading::text)).expectNext("方案").verifyComplete();
    }

    @Test
    void writesAReadingThatOthersRead() throws IOException {
        UploadId id = put(NOON);
        StepVerifier.create(work.get(Layout.stagedReading(id.value()), 1_000).map(String::new)).expectNext("""
                {"format":1,"reader":"2","mediaType":"text/plain","characters":2,"properties":{"encoding":"UTF-8"},\
                "title":"方案","text":"方案","structure":{"kind":"other","aspects":[],"sections":[],"items":[],"problems":[],\
                "causes":[],"measures":[],"dueDates":[],"tables":[],"placeholders":[],"attachments":[],"contents":[],\
                "unclassified":[],"findings":[]}}""").verifyComplete();
    }

    @Test
    void removesWhatNobodyFiled() throws IOException {
        UploadId old = put(NOON);
        UploadId fresh = put(NOON.plusSeconds(60));
        StepVerifier.create(staging.expire(NOON.plusSeconds(30))).expectNext(3L).verifyComplete();
        StepVerifier.create(staging.facts(old, _ -> true)).verifyError(Problem.class);
        StepVerifier.create(staging.facts(fresh, _ -> true)).expectNextCount(1).verifyComplete();
    }

    @Test
    void deletesAll() throws IOException {
        UploadId id = put(NOON);
        StepVerifier.create(staging.delete(id)).verifyComplete();
        StepVerifier.create(work.list("staging/", "")).verifyComplete();
    }

    private UploadId put(Instant time) throws IOException {
        UploadId id = UploadId.create(time);
        Path file = Files.writeString(folder.resolve(id.value()), "方案");
        Reading reading = Reading.of(new Answer.Reading("text/plain", 0, "方案", Map.of("encoding", "UTF-8"), "方案"));
        StepVerifier
                .create(staging.put(id, new Sender("zhang", null), "a.txt", Purpose.REPORT, new Spooled(file, 6, "00", "11"),
                        new Gate.Passed(reading, Scan.NO_SCANNER, new byte[0])))
                .expectNextCount(1)
                .verifyComplete();
        return id;
    }
}
