package guidang.server.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.server.access.Caller;
import guidang.server.access.Grant;
import guidang.server.access.Role;
import guidang.server.jobs.JobDocument.Fault;
import guidang.server.kernel.Code;
import guidang.server.kernel.ProblemType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Golden files of format 1: kept and read forever.
class JobDocumentTest {
    private static final Instant NOW = Instant.parse("2026-03-31T01:02:03.456Z");
    private static final Caller LIN = new Caller("lin", "林", Set.of(new Grant(Role.OFFICER, new Code("C1")),
            new Grant(Role.CLERK, new Code("B1"))));
    private static final JobDocument WAITING = JobDocument
            .waiting(JobOrder.of(LIN, "export", new Code("C1"), Map.of("table", "slots", "campaign", "ZT")).forCallerAlone(),
                    NOW);
    private static final JobDocument RUNNING = WAITING.taken("host/abcdefgh", NOW.plusSeconds(1)).progressed(5, 10L, 1,
            NOW.plusSeconds(3));

    @Test
    void aStateIsWrittenAsTheGoldenFilesSay() {
        assertGolden(WAITING, "waiting-1.json");
        assertGolden(RUNNING.stopping(), "running-1.json");
        assertGolden(RUNNING.ended(JobState.DONE, null,
                new JobResult("exports/x", "表.csv", "text/csv;charset=UTF-8", Map.of("rows", 10L)), NOW.plusSeconds(9)),
                "done-1.json");
        assertGolden(RUNNING.ended(JobState.FAILED, Fault.of(ProblemType.CAMPAIGN_UNKNOWN, Map.of("campaign", "ZT")), null,
                NOW.plusSeconds(9)), "failed-1.json");
    }

    private static void assertGolden(JobDocument document, String name) {
        assertThat(new String(JobsJson.bytes(document), StandardCharsets.UTF_8)).isEqualTo(golden(name));
        assertThat(JobsJson.read(golden(name).getBytes(StandardCharsets.UTF_8))).contains(document);
        assertThat(document.job().job("x").caller()).isEqualTo(new Caller("lin", "lin", LIN.grants()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "null", "[]", "{\"format\":1}", "{\"format\":1,\"state\":\"running\"}", "\0"})
    void whatIsDamagedIsNone(String text) {
        assertThat(JobsJson.read(text.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void whatALaterReleaseWroteIsNotUnderstoodByHalf() {
        String golden = golden("running-1.json");
        assertThat(JobsJson.read(golden.replace("\"format\":1", "\"format\":2").getBytes(StandardCharsets.UTF_8))).isEmpty();
        assertThat(JobsJson.read(golden.replace("\"state\":\"running\"", "\"state\":\"done\"").getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(JobsJson.read(golden.replace("\"format\":1", "\"format\":1,\"new\":[1]").getBytes(StandardCharsets.UTF_8)))
                .isPresent();
        assertThat(new Fault("of-a-later-release", Map.of()).problem().type()).isEqualTo(ProblemType.INTERNAL);
    }

    private static String golden(String name) {
        try (InputStream in = Objects.requireNonNull(JobDocumentTest.class.getResourceAsStream("/golden/jobs/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
