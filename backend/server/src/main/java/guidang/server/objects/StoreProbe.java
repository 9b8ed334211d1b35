package guidang.server.objects;

import static java.nio.charset.StandardCharsets.UTF_8;

import guidang.server.objects.ObjectStore.Put;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Asks a store at start-up whether it keeps what the journal rests on. Several
/// S3 services have answered "created" to two writers of one key, or written
/// over an object that was there.
///
/// Leaves a few small objects under `probe/`: the archive deletes nothing.
final class StoreProbe {
    private static final int RACES = 3;
    private static final int WRITERS = 8;

    private final ObjectStore store;
    private final String name;
    private final String start = UUID.randomUUID().toString();

    /// @param name
    ///            how the refusal calls the store
    StoreProbe(ObjectStore store, String name) {
        this.store = store;
        this.name = name;
    }

    /// Completes where the store may be used.
    ///
    /// Errors with [StoreRefused], which names the property that failed.
    Mono<Void> prove() {
        return Flux.range(0, RACES).concatMap(race -> race(Layout.probe(start + "-" + race))).then().onErrorMap(this::refused);
    }

    private Mono<Void> race(String key) {
        return Flux.range(0, WRITERS).flatMap(writer -> store.putIfAbsent(key, Payload.of(word(writer))), WRITERS).collectList()
                .doOnNext(this::oneWinner).then(read(key)).doOnNext(this::isAWord).flatMap(first -> again(key, first));
    }

    /// A later writer must be refused and must change nothing.
    private Mono<Void> again(String key, byte[] first) {
        return store.putIfAbsent(key, Payload.of(word(WRITERS))).doOnNext(this::occupied).then(read(key))
                .doOnNext(now -> require(Arrays.equals(first, now), "keeping an object unchanged: a refused write replaced it"))
                .then();
    }

    private Mono<byte[]> read(String key) {
        return store.get(key, 1 << 10).switchIfEmpty(Mono.error(() -> new StoreRefused(
                message("reading what was written: an object that was just created was not found"))));
    }

    private void isAWord(byte[] bytes) {
        boolean word = IntStream.range(0, WRITERS).anyMatch(writer -> Arrays.equals(bytes, word(writer)));
        require(word, "keeping what was written: other bytes were read");
    }

    private void oneWinner(List<Put> answers) {
        long winners = answers.stream().filter(answer -> answer == Put.CREATED).count();
        require(winners == 1,
                "create-if-absent: of " + WRITERS + " racing writers of one key " + winners + " were told that they made it");
    }

    private void occupied(Put answer) {
        require(answer == Put.OCCUPIED, "create-if-absent: a key that was occupied was given again");
    }

    private void require(boolean kept, String property) {
        if (!kept) {
            throw new StoreRefused(message(property));
        }
    }

    private Throwable refused(Throwable error) {
        return error instanceof StoreRefused
                ? error
                : new StoreRefused(message("answering: " + error.getMessage()), error);
    }

    private String message(String property) {
        return "The store " + name + " fails at " + property + ".";
    }

    private static byte[] word(int writer) {
        return ("writer " + writer).getBytes(UTF_8);
    }
}
