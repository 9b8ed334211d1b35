package guidang.server.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.reader.protocol.Answer;
import guidang.reader.protocol.Request.Task;
import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/// The pool with a child that does as the file's name says ([StandInReader]).
class ReaderPoolTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private ReaderPool pool;

    @BeforeEach
    void open() throws IOException {
        pool = pool(Duration.ofSeconds(1), 4, StandInReader.class.getName());
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void killsAReaderThatDoesNotEnd() {
        answers("hang", "TOO_COMPLEX");
        answers("read", "read");
    }

    @Test
    void takesAReaderOutOfMemoryForAnAnswer() {
        answers("memory", "TOO_COMPLEX");
        answers("read", "read");
    }

    @Test
    void givesAFileOneMoreReaderWhenTheFirstEnds() {
        answers("crash-once", "read");
        answers("crash", "TOO_COMPLEX");
        answers("read", "read");
    }

    @Test
    void doesNotBelieveBrokenFrames() {
        answers("garbage", "TOO_COMPLEX");
        answers("huge", "TOO_COMPLEX");
        answers("read", "read");
    }

    @Test
    void refusesMoreThanItsQueueHolds() {
        Flux<String> outcomes = Flux.range(0, 12)
                .flatMap(n -> answer("hang").onErrorResume(Problem.class, e -> Mono.just(e.type().name())), 12);
        StepVerifier.create(outcomes.filter(ProblemType.READER_BUSY.name()::equals).take(1)).expectNextCount(1).expectComplete()
                .verify(PATIENCE);
    }

    @Test
    void saysSoWhenNoReaderStarts() throws IOException {
        try (ReaderPool broken = pool(Duration.ofSeconds(1), 4, "guidang.NoSuchReader")) {
            StepVerifier.create(broken.ask(Task.REPORT, folder.resolve("read"), "read")).expectErrorSatisfies(
                    e -> assertThat(e).isInstanceOfSatisfying(Problem.class,
                            p -> assertThat(p.type()).isEqualTo(ProblemType.READER_BUSY)))
                    .verify(PATIENCE);
        }
    }

    private void answers(String name, String expected) {
        StepVerifier.create(answer(name)).expectNext(expected).expectComplete().verify(PATIENCE);
    }

    private Mono<String> answer(String name) {
        return pool.ask(Task.REPORT, folder.resolve(name), name).map(answer -> switch (answer) {
            case Answer.Reading reading -> reading.text();
            case Answer.Preview _ -> "preview";
            case Answer.Refused refused -> refused.reason().name();
        });
    }

    private ReaderPool pool(Duration timeLimit, int queue, String main) throws IOException {
        InspectionSettings settings = new InspectionSettings(DataSize.ofMegabytes(1), DataSize.ofMegabytes(1), folder,
                Duration.ofHours(1), Duration.ofHours(1), null, 1,
                DataSize.ofMegabytes(64), timeLimit, 1_000, queue);
        Files.createDirectories(folder);
        String classes = Stream.of(StandInReader.class, Answer.class)
                .map(c -> Path.of(java.net.URI.create(c.getProtectionDomain().getCodeSource().getLocation().toString()))
                        .toString())
                .reduce((a, b) -> a + java.io.File.pathSeparator + b).orElseThrow();
        List<String> words = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", classes, main);
        return new ReaderPool(settings, new ReaderCommand(words), new Spool(settings));
    }
}
