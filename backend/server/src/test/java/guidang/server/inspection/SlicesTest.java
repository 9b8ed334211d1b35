package guidang.server.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import guidang.server.kernel.Problem;
import guidang.server.kernel.ProblemType;
import guidang.server.objects.ForwardingStore;
import guidang.server.objects.Layout;
import guidang.server.objects.MemoryObjects;
import guidang.server.objects.ObjectStore;
import guidang.server.objects.Payload;
import guidang.server.objects.WriteOutcomeUnknown;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

class SlicesTest {
    private static final int KILO = 1 << 10;

    private final UploadId id = UploadId.create(Instant.now());
    private final MemoryObjects work = MemoryObjects.work();
    private final PartStore parts = new PartStore(work);

    @TempDir
    Path folder;

    @Test
    void makesPartsOfALargeBody() {
        byte[] all = random(9 << 20, 1);
        StepVerifier.create(slices(0, 0, all.length).receive(body(all, 0, all.length))).expectNext((long) all.length)
                .verifyComplete();
        assertThat(bytes(all.length)).isEqualTo(all);
        assertThat(keys()).hasSize(3);
        assertNothingIsLeftBehind();
    }

    @Test
    void keepsWhatArrivedBeforeABodyBrokeOff() {
        byte[] all = random(300 * KILO, 1);
        Flux<DataBuffer> broken = body(all, 0, 200 * KILO).concatWith(Mono.error(new IOException("Connection reset by peer")));
        StepVerifier.create(slices(0, 0, all.length).receive(broken))
                .verifyErrorSatisfies(e -> is(e, ProblemType.UPLOAD_ABORTED));
        assertThat(offset()).isEqualTo(200 * KILO);
        goOn(all);
    }

    @Test
    void keepsWhatArrivedBeforeARequestWasCancelled() {
        byte[] all = random(300 * KILO, 1);
        Sinks.Many<DataBuffer> connection = Sinks.many().unicast().onBackpressureBuffer();
        body(all, 0, 100 * KILO).toStream()
                .forEach(buffer -> connection.emitNext(buffer, Sinks.EmitFailureHandler.FAIL_FAST));
        Disposable request = slices(0, 0, all.length).receive(connection.asFlux()).subscribe();
        await().until(() -> written() == 100 * KILO);
        request.dispose();
        await().until(() -> offset() == 100 * KILO);
        await().untilAsserted(this::assertNothingIsLeftBehind);
        goOn(all);
    }

    @Test
    void letsOneOfTwoWin() {
        byte[] mine = random(5 << 20, 1);
        byte[] theirs = random(5 << 20, 2);
        List<Slices> rivals = List.of(slices(0, 0, mine.length), slices(0, 0, mine.length));
        Flux<String> outcomes = Flux.merge(outcome(rivals.getFirst().receive(body(mine, 0, mine.length))),
                outcome(rivals.getLast().receive(body(theirs, 0, theirs.length))));
        StepVerifier.create(outcomes.collectSortedList()).expectNext(List.of("done", "upload-offset")).verifyComplete();
        assertThat(bytes(mine.length)).isIn(mine, theirs);
        assertNothingIsLeftBehind();
    }

    private static Mono<String> outcome(Mono<Long> received) {
        return received.map(_ -> "done").onErrorResume(Problem.class, e -> Mono.just(e.type().slug()));
    }

    @Test
    void refusesMoreThanWasAnnounced() {
        byte[] all = random(64 * KILO, 1);
        StepVerifier.create(slices(0, 0, all.length - 1).receive(body(all, 0, all.length)))
                .verifyErrorSatisfies(e -> is(e, ProblemType.FILE_TOO_LARGE));
        assertThat(offset()).isZero();
        assertNothingIsLeftBehind();
    }

    @Test
    void dropsASmallPartWhereThereAreTooMany() {
        byte[] all = random(64 * KILO, 1);
        Flux<DataBuffer> broken = body(all, 0, 32 * KILO).concatWith(Mono.error(new IOException("Broken pipe")));
        StepVerifier.create(slices(0, KILO << 10, all.length).receive(broken)).verifyError(Problem.class);
        assertThat(offset()).isZero();
        StepVerifier.create(slices(0, KILO << 10, all.length).receive(body(all, 0, all.length))).expectNext((long) all.length)
                .verifyComplete();
    }

    @Test
    void doesNotReadPartsThatAreNotAllThere() {
        byte[] all = random(64 * KILO, 1);
        StepVerifier.create(slices(0, 0, all.length).receive(body(all, 0, 1_000))).expectNext(1_000L).verifyComplete();
        StepVerifier.create(parts.bytes(id, all.length).then()).verifyErrorSatisfies(e -> is(e, ProblemType.UPLOAD_INCOMPLETE));
    }

    /// Bodies break off, rivals come late, writes of the store land or do not and
    /// nobody knows: what comes of it are the bytes, once each and in order.
    @Test
    void comesTogetherWhateverHappens() {
        for (long seed = 1; seed <= 40; seed++) {
            Random random = new Random(seed);
            UploadId upload = UploadId.create(Instant.now());
            PartStore shaky = new PartStore(new Shaky(work, random));
            byte[] all = random(100 * KILO + random.nextInt(100 * KILO), seed);
            List<Long> ends = new ArrayList<>();
            for (long at = 0; at < all.length; at = offset(upload)) {
                ends.add(at);
                // A late rival begins where the parts once ended.
                long from = random.nextInt(4) == 0 ? ends.get(random.nextInt(ends.size())) : at;
                int to = (int) Math.min(all.length, from + 1 + random.nextInt(30 * KILO));
                Flux<DataBuffer> body = body(all, (int) from, to);
                Slices request = new Slices(shaky, upload, folder, from, 0, all.length);
                Mono<Long> sent = request
                        .receive(random.nextBoolean() ? body : body.concatWith(Mono.error(new IOException("reset"))));
                Mono<Long> told = sent.onErrorComplete(
                        e -> e instanceof Problem || e instanceof WriteOutcomeUnknown || e instanceof IOException);
                StepVerifier.create(told).thenConsumeWhile(_ -> true).verifyComplete();
            }
            assertThat(bytes(upload, all.length)).as("seed %d", seed).isEqualTo(all);
        }
        assertNothingIsLeftBehind();
    }

    /// One write in five has an outcome that nobody knows.
    private static final class Shaky extends ForwardingStore {
        private final Random random;
        private final AtomicInteger writes = new AtomicInteger();

        Shaky(ObjectStore store, Random random) {
            super(store);
            this.random = random;
        }

        @Override
        public Mono<Put> putIfAbsent(String key, Payload payload) {
            if (random.nextInt(5) > 0) {
                return super.putIfAbsent(key, payload);
            }
            Mono<Put> unknown = Mono.error(() -> new WriteOutcomeUnknown("no answer", new IOException()));
            return writes.incrementAndGet() % 2 == 0 ? unknown : super.putIfAbsent(key, payload).then(unknown);
        }
    }

    private void goOn(byte[] all) {
        long at = offset();
        StepVerifier.create(slices(at, 0, all.length).receive(body(all, (int) at, all.length))).expectNext((long) all.length)
                .verifyComplete();
        assertThat(bytes(all.length)).isEqualTo(all);
        assertNothingIsLeftBehind();
    }

    private Slices slices(long offset, long least, long length) {
        return new Slices(parts, id, folder, offset, least, length);
    }

    private long offset() {
        return offset(id);
    }

    private long offset(UploadId upload) {
        return parts.arrived(upload).map(PartStore.Arrived::offset).blockOptional().orElseThrow();
    }

    private List<String> keys() {
        return work.list(Layout.parts(id.value()), "").collectList().blockOptional().orElseThrow();
    }

    private byte[] bytes(int length) {
        return bytes(id, length);
    }

    private byte[] bytes(UploadId upload, int length) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        parts.bytes(upload, length).toStream().forEach(chunk -> {
            byte[] bytes = new byte[chunk.remaining()];
            chunk.get(bytes);
            out.writeBytes(bytes);
        });
        return out.toByteArray();
    }

    private static void is(Throwable e, ProblemType type) {
        assertThat(e).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.type()).isEqualTo(type));
    }

    private static Flux<DataBuffer> body(byte[] all, int from, int to) {
        List<DataBuffer> buffers = new ArrayList<>();
        for (int at = from; at < to; at += 4_000) {
            buffers.add(DefaultDataBufferFactory.sharedInstance
                    .wrap(java.util.Arrays.copyOfRange(all, at, Math.min(to, at + 4_000))));
        }
        return Flux.fromIterable(buffers);
    }

    private static byte[] random(int size, long seed) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private long written() {
        return files().mapToLong(SlicesTest::size).sum();
    }

    private void assertNothingIsLeftBehind() {
        assertThat(files()).isEmpty();
    }

    private Stream<Path> files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return -1;
        }
    }
}
