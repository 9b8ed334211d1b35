package guidang.server.objects;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import guidang.server.kernel.Digests;
import guidang.server.objects.ObjectStore.Put;
import guidang.server.objects.ObjectStore.Removal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// What every [ObjectStore] keeps to. A test of an adapter extends it.
public abstract class ObjectStoreContract {
    private static final int LIMIT = 1 << 20;

    @TempDir
    protected Path files;

    private ObjectStore archive = MemoryObjects.archive();
    private ObjectStore work = MemoryObjects.work();

    /// An empty place of the kind `archive`.
    protected abstract ObjectStore archive();

    /// An empty place of the kind `work`.
    protected abstract ObjectStore work();

    @BeforeEach
    void openPlaces() {
        archive = archive();
        work = work();
    }

    @Test
    void whatIsAbsentIsEmpty() {
        assertAbsent(archive.get("a/b", LIMIT));
        assertAbsent(archive.size("a/b"));
        assertAbsent(archive.madeAt("a/b"));
        assertThat(await(archive.read("a/b", 0, 10).collectList())).isEmpty();
        assertThat(await(archive.list("", "").collectList())).isEmpty();
    }

    @Test
    void whatWasPutIsThere() {
        assertThat(put(archive, "a/b", "文件")).isEqualTo(Put.CREATED);
        assertThat(text(archive, "a/b")).isEqualTo("文件");
        assertThat(await(archive.size("a/b"))).isEqualTo(6);
        assertThat(await(archive.madeAt("a/b"))).isBetween(Instant.now().minus(Duration.ofMinutes(5)), Instant.now());
    }

    @Test
    void anEmptyObjectIsAnObject() {
        assertThat(put(archive, "a", "")).isEqualTo(Put.CREATED);
        assertThat(put(archive, "a", "b")).isEqualTo(Put.OCCUPIED);
        assertThat(text(archive, "a")).isEmpty();
        assertThat(await(archive.size("a"))).isZero();
        assertThat(await(archive.read("a", 0, 10).collectList())).isEmpty();
    }

    @Test
    void anOccupiedKeyKeepsItsBytes() {
        put(archive, "a", "first");
        assertThat(put(archive, "a", "second, and longer")).isEqualTo(Put.OCCUPIED);
        assertThat(put(archive, "a", "first")).isEqualTo(Put.OCCUPIED);
        assertThat(text(archive, "a")).isEqualTo("first");
    }

    @Test
    void nothingHappensBeforeSubscriptionAndASecondOnePutsAgain() {
        Mono<Put> put = archive.putIfAbsent("a", bytes("x"));
        assertAbsent(archive.size("a"));
        assertThat(await(put)).isEqualTo(Put.CREATED);
        assertThat(await(put)).isEqualTo(Put.OCCUPIED);
    }

    @Test
    void ofRacingPutsExactlyOneWinsAndItsBytesStay() {
        for (int race = 0; race < 20; race++) {
            String key = "race/" + race + "/key";
            List<Answer> answers = await(Flux.range(0, 8).flatMap(writer -> writes(key, writer), 8).collectList());
            List<Answer> winners = answers.stream().filter(answer -> answer.put == Put.CREATED).toList();
            assertThat(answers).hasSize(8);
            assertThat(winners).hasSize(1);
            assertThat(text(archive, key)).isEqualTo("writer " + winners.getFirst().writer);
        }
    }

    @Test
    void moreThanTheLimitIsRefused() {
        put(archive, "a", "12345");
        assertThat(await(archive.get("a", 5))).hasSize(5);
        assertThatIllegalStateException().isThrownBy(() -> done(archive.get("a", 4)));
    }

    @Test
    void rangesAreReadInChunksAndClippedAtTheEnd() {
        byte[] all = random(300_001);
        done(archive.putIfAbsent("a", Payload.of(all)));
        Random random = new Random(7);
        List<long[]> ranges = new ArrayList<>(List.of(new long[]{0, all.length}, new long[]{0, Long.MAX_VALUE}, new long[]{0, 0},
                new long[]{all.length, 5}, new long[]{all.length + 9L, 5}, new long[]{all.length - 1L, 9}));
        IntStream.range(0, 12).forEach(i -> ranges.add(new long[]{random.nextInt(all.length), random.nextInt(all.length)}));
        for (long[] range : ranges) {
            int from = (int) Math.min(range[0], all.length);
            int to = from + (int) Math.min(range[1], all.length - from);
            assertThat(read(archive, "a", range[0], range[1])).as("from %d, %d bytes", range[0], range[1])
                    .isEqualTo(java.util.Arrays.copyOfRange(all, from, to));
        }
    }

    @Test
    void aReaderMayStopEarly() {
        done(archive.putIfAbsent("a", Payload.of(random(1_000_000))));
        for (int i = 0; i < 20; i++) {
            assertThat(await(archive.read("a", 0, 1_000_000).next()).remaining()).isBetween(1, 64 * 1024);
        }
        assertThat(read(archive, "a", 0, 10)).hasSize(10);
    }

    @Test
    void aLargeLocalFileIsPutOnceAndWhole() throws IOException {
        byte[] large = random(12_345_678);
        Path file = Files.write(files.resolve("large"), large);
        Payload payload = new Payload.LocalFile(file, large.length);
        assertThat(await(archive.putIfAbsent("large", payload))).isEqualTo(Put.CREATED);
        assertThat(await(archive.putIfAbsent("large", payload))).isEqualTo(Put.OCCUPIED);
        assertThat(Files.readAllBytes(file)).isEqualTo(large);
        assertThat(digest(archive, "large", large.length)).isEqualTo(Digests.hex(large));
    }

    @Test
    void ofRacingLargeFilesExactlyOneWins() throws IOException {
        Payload payload = new Payload.LocalFile(Files.write(files.resolve("large"), random(6_000_000)), 6_000_000);
        List<Put> answers = await(Flux.range(0, 4).flatMap(writer -> archive.putIfAbsent("large", payload), 4).collectList());
        assertThat(answers).containsOnlyOnce(Put.CREATED).hasSize(4);
    }

    @Test
    void anObjectOfTheOtherPlaceIsPutWithoutHarmToEither() {
        byte[] large = random(5_500_000);
        done(work.putIfAbsent("staged", Payload.of(large)));
        Payload payload = new Payload.Stored(work, "staged", large.length);
        assertThat(await(archive.putIfAbsent("blob", payload))).isEqualTo(Put.CREATED);
        assertThat(await(archive.putIfAbsent("blob", payload))).isEqualTo(Put.OCCUPIED);
        done(work.delete("staged"));
        assertThat(digest(archive, "blob", large.length)).isEqualTo(Digests.hex(large));
    }

    @Test
    void anObjectOfAForeignStoreIsCopied() {
        byte[] bytes = random(200_000);
        MemoryObjects foreign = MemoryObjects.work();
        done(foreign.putIfAbsent("staged", Payload.of(bytes)));
        assertThat(await(archive.putIfAbsent("blob", new Payload.Stored(foreign, "staged", bytes.length))))
                .isEqualTo(Put.CREATED);
        assertThat(digest(archive, "blob", bytes.length)).isEqualTo(Digests.hex(bytes));
    }

    @Test
    void aPayloadThatIsMissingOrShortMakesNothing() throws IOException {
        put(work, "short", "four");
        Path file = Files.writeString(files.resolve("short"), "four");
        for (Payload payload : List.of(new Payload.Stored(work, "missing", 4), new Payload.Stored(work, "short", 5),
                new Payload.Stored(MemoryObjects.work(), "missing", 4), new Payload.LocalFile(file, 5))) {
            assertThatIllegalStateException().isThrownBy(() -> done(archive.putIfAbsent("a", payload)));
            assertAbsent(archive.size("a"));
        }
    }

    @Test
    void replaceMakesAndReplaces() {
        done(work.replace("a/hint", "one".getBytes(UTF_8)));
        assertThat(text(work, "a/hint")).isEqualTo("one");
        done(work.replace("a/hint", "2".getBytes(UTF_8)));
        assertThat(text(work, "a/hint")).isEqualTo("2");
        done(archive.replace("journal/watermark", "3".getBytes(UTF_8)));
        done(archive.sync(List.of("journal/watermark", "never/made")));
        assertThat(text(archive, "journal/watermark")).isEqualTo("3");
    }

    @Test
    void aReaderSeesOneOrTheOtherOfReplacedContents() {
        byte[] ones = "1".repeat(20_000).getBytes(UTF_8);
        byte[] twos = "2".repeat(20_000).getBytes(UTF_8);
        done(work.replace("a", ones));
        Mono<List<String>> reads = work.get("a", LIMIT).map(bytes -> new String(bytes, UTF_8)).repeat(30).collectList();
        Mono<Void> writes = Flux.range(0, 30).concatMap(i -> work.replace("a", i % 2 == 0 ? twos : ones)).then();
        assertThat(await(Mono.zip(reads, writes.thenReturn(0))).getT1()).hasSize(31)
                .allMatch(text -> text.equals(new String(ones, UTF_8)) || text.equals(new String(twos, UTF_8)));
    }

    @Test
    void keysAreListedInOrderAfterAKeyAndUnderAPrefix() {
        List<String> keys = new ArrayList<>(List.of("a-b/1", "a.b/1", "a/1", "a/1-2/x", "a/10", "a/2/3/4", "a0/1", "b"));
        Collections.shuffle(keys, new Random(3));
        keys.forEach(key -> put(archive, key, key));
        Collections.sort(keys);
        assertThat(list(archive, "", "")).isEqualTo(keys);
        assertThat(list(archive, "a/", "")).containsExactly("a/1", "a/1-2/x", "a/10", "a/2/3/4");
        assertThat(list(archive, "a/1", "")).containsExactly("a/1", "a/1-2/x", "a/10");
        assertThat(list(archive, "a/", "a/10")).containsExactly("a/2/3/4");
        assertThat(list(archive, "", "a/1-2/x")).containsExactly("a/10", "a/2/3/4", "a0/1", "b");
        assertThat(list(archive, "a/3", "")).isEmpty();
        assertThat(list(archive, "c/d/", "")).isEmpty();
    }

    @Test
    void aLongListingIsPaged() {
        List<String> keys = IntStream.range(0, 1_050).mapToObj(i -> "many/%05d".formatted(i)).toList();
        done(Flux.fromIterable(keys).flatMap(key -> work.putIfAbsent(key, bytes("x")), 16));
        assertThat(list(work, "many/", "")).isEqualTo(keys);
        assertThat(await(work.list("many/", "").take(3).collectList())).isEqualTo(keys.subList(0, 3));
    }

    @Test
    void theArchiveRefusesToDelete() {
        put(archive, "a", "kept");
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> done(archive.delete("a")));
        assertThat(text(archive, "a")).isEqualTo("kept");
    }

    @Test
    void theArchiveLetsGoOfABlobThatIsDestroyedAndOfNothingElse() {
        put(archive, "blobs/ab/abc/1", "spilt");
        put(archive, "blobs/ab/abc/12", "kept");
        put(archive, "journal/commits/1", "kept");
        assertThat(await(archive.destroy("blobs/ab/abc/1"))).isEqualTo(Removal.REMOVED);
        assertThat(await(archive.destroy("blobs/ab/abc/1"))).isEqualTo(Removal.REMOVED);
        assertAbsent(archive.size("blobs/ab/abc/1"));
        assertThat(list(archive, "blobs/", "")).containsExactly("blobs/ab/abc/12");
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> done(archive.destroy("journal/commits/1")));
        assertThat(text(archive, "journal/commits/1")).isEqualTo("kept");
        assertThat(text(archive, "blobs/ab/abc/12")).isEqualTo("kept");
    }

    @Test
    void theWorkPlaceDeletes() {
        put(work, "a/b", "x");
        done(work.delete("a/b"));
        done(work.delete("a/b"));
        done(work.delete("never/there"));
        assertAbsent(work.size("a/b"));
        assertThat(list(work, "", "")).isEmpty();
        assertThat(put(work, "a/b", "y")).isEqualTo(Put.CREATED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/a", "a/", "a//b", "../a", "a/../b", "a/.", ".tmp/a", "a b", "支部", "a\\b", "a%2e"})
    void aKeyThatNoLayoutMakesIsRefused(String key) {
        assertThatIllegalArgumentException().isThrownBy(() -> done(archive.putIfAbsent(key, bytes("x"))));
        assertThatIllegalArgumentException().isThrownBy(() -> done(archive.get(key, LIMIT)));
        assertThatIllegalArgumentException().isThrownBy(() -> done(archive.read(key, 0, 1)));
        assertThatIllegalArgumentException().isThrownBy(() -> done(work.replace(key, new byte[1])));
        assertThatIllegalArgumentException().isThrownBy(() -> done(work.delete(key)));
    }

    /// What the Mono gives; fails where it is empty.
    protected static <T> T await(Mono<T> mono) {
        return Objects.requireNonNull(mono.block(), "empty");
    }

    /// Waits for the end, whatever it gives.
    protected static void done(Publisher<?> publisher) {
        assertThat(Flux.from(publisher).then().blockOptional()).isEmpty();
    }

    private static void assertAbsent(Mono<?> mono) {
        assertThat(mono.blockOptional()).isEmpty();
    }

    protected static Payload bytes(String text) {
        return Payload.of(text.getBytes(UTF_8));
    }

    protected static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    protected static Put put(ObjectStore store, String key, String text) {
        return await(store.putIfAbsent(key, bytes(text)));
    }

    protected static String text(ObjectStore store, String key) {
        return new String(await(store.get(key, LIMIT)), UTF_8);
    }

    protected static List<String> list(ObjectStore store, String prefix, String after) {
        return await(store.list(prefix, after).collectList());
    }

    private static byte[] written(ByteBuffer into) {
        byte[] bytes = new byte[into.flip().remaining()];
        into.get(bytes);
        return bytes;
    }

    private static byte[] read(ObjectStore store, String key, long offset, long length) {
        return await(store.read(key, offset, length).doOnNext(chunk -> assertThat(chunk.remaining()).isBetween(1, 64 * 1024))
                .reduce(ByteBuffer.allocate(1 << 20), ByteBuffer::put)
                .map(ObjectStoreContract::written));
    }

    private static String digest(ObjectStore store, String key, long length) {
        return await(store.read(key, 0, length).reduce(Digests.sha256(), (digest, chunk) -> {
            digest.update(chunk);
            return digest;
        }).map(digest -> HexFormat.of().formatHex(digest.digest())));
    }

    private Mono<Answer> writes(String key, int writer) {
        return archive.putIfAbsent(key, bytes("writer " + writer)).subscribeOn(Schedulers.boundedElastic())
                .map(put -> new Answer(put, writer));
    }

    private record Answer(Put put, int writer) {}
}
