package guidang.server.journal;

import static guidang.server.journal.Fixtures.OTHER;
import static guidang.server.journal.Fixtures.SLOT;
import static guidang.server.journal.Fixtures.writing;
import static org.assertj.core.api.Assertions.assertThat;

import guidang.server.objects.Layout;
import guidang.server.objects.MemoryObjects;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/// C2SP tlog-tiles: how tiles are named, and that the tree can be built
/// from them.
class TileTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    @ParameterizedTest
    @CsvSource({"0,0,256,tile/0/000", "0,1234067,256,tile/0/x001/x234/067", "4,67,8,tile/4/067.p/8",
            "-1,273,255,tile/entries/273.p/255", "-1,1000,256,tile/entries/x001/000"})
    void namesAreThoseOfTheSpecification(int level, long index, int width, String path) {
        assertThat(new Tile(level, index, width).path()).isEqualTo(path);
        assertThat(Tile.parse(path)).contains(new Tile(level, index, width));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tile/0/0", "tile/0/000.p/256", "tile/0/000.p/0", "tile/0/x000/001", "tile/9/000", "tile/0/../000",
            "tile/0/000.p/01", "tile/data/000", "tile/0/001/067"})
    void otherNamesAreNone(String path) {
        assertThat(Tile.parse(path)).isEmpty();
    }

    @Test
    void theTreeCanBeBuiltFromItsTilesAlsoAfterARestart() {
        MemoryObjects store = MemoryObjects.archive();
        List<Disposable> open = new ArrayList<>();
        try {
            StoreJournal journal = journal(store, open);
            file(journal, 0, 300);
            check(journal, 600);
            StoreJournal later = journal(store, open);
            assertThat(store.get(Layout.tile("tile/0/001"), 1 << 20).blockOptional(LONG)).isPresent();
            file(later, 300, 420);
            check(later, 840);
            check(journal, 840);
        } finally {
            open.forEach(Disposable::dispose);
        }
    }

    private static StoreJournal journal(MemoryObjects store, List<Disposable> open) {
        Scheduler thread = Schedulers.newSingle("journal");
        StoreJournal journal = Objects
                .requireNonNull(StoreJournal.open(store, new StoreJournal.Threads(thread, Schedulers.parallel()),
                        InstantSource.system(), Fixtures.settings(), Fixtures.key(), "replica-" + open.size()).block(LONG));
        open.add(journal.run().subscribe());
        open.add(thread);
        return journal;
    }

    private static void file(StoreJournal journal, int from, int to) {
        Flux.range(from, to - from).flatMap(i -> journal.submit(writing(i, SLOT, OTHER)), 20).then().block(LONG);
    }

    private static void check(StoreJournal journal, int size) {
        Checkpoint checkpoint = Checkpoint.parse(Objects.requireNonNull(
                journal.checkpoint().filter(c -> Checkpoint.parse(c).size() == size)
                        .repeatWhenEmpty(n -> n.delayElements(Duration.ofMillis(20)))
                        .block(LONG)));
        List<byte[]> hashes = new ArrayList<>();
        List<byte[]> entries = new ArrayList<>();
        for (int at = 0; at < size; at += 256) {
            int width = Math.min(256, size - at);
            hashes.addAll(Opening.hashes(tile(journal, Tile.hashes(0, at / 256, width))));
            entries.addAll(entries(tile(journal, Tile.entries(at / 256, width))));
        }
        assertThat(Merkle.root(hashes)).isEqualTo(checkpoint.root());
        assertThat(entries.stream().map(Merkle::leaf)).containsExactlyElementsOf(hashes);
        List<byte[]> above = Opening.hashes(tile(journal, Tile.hashes(1, 0, size / 256)));
        assertThat(above).hasSize(size / 256);
        assertThat(above.getFirst()).isEqualTo(Merkle.root(hashes.subList(0, 256)));
        assertThat(Opening.hashes(tile(journal, Tile.hashes(0, 0, 7)))).containsExactlyElementsOf(hashes.subList(0, 7));
        assertThat(journal.tile(Tile.hashes(0, size / 256, size % 256 + 1)).blockOptional(LONG)).isEmpty();
    }

    private static byte[] tile(StoreJournal journal, Tile tile) {
        return Objects.requireNonNull(journal.tile(tile).block(LONG));
    }

    private static List<byte[]> entries(byte[] bundle) {
        List<byte[]> entries = new ArrayList<>();
        for (int at = 0; at < bundle.length;) {
            int length = ((bundle[at] & 0xff) << 8) | (bundle[at + 1] & 0xff);
            entries.add(java.util.Arrays.copyOfRange(bundle, at + 2, at + 2 + length));
            at += 2 + length;
        }
        return entries;
    }
}
