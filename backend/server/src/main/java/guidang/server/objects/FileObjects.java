package guidang.server.objects;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// A place in a directory of a local file system; several processes may share
/// it.
///
/// An object is written beside its name, synced, and given its name by link(2),
/// which fails where the name is taken; then its directory is synced (PROTOCOL
/// 17). A failed fsync ends the process: what the disk holds is then unknown to
/// everybody. Neither what is derived in the archive nor anything under
/// `staging/` is synced by itself: after a power cut, what [#sync] did not cover
/// may be the old one, the new one, or empty. Blocking calls run on
/// boundedElastic, results come on parallel.
public final class FileObjects implements ObjectStore {
    private static final int SYNCS = 8;
    private static final int MANY = 64;

    private final FileTree tree;
    private final Place place;
    private final WholeFileSystem wholeFileSystem;

    FileObjects(Path root, Place place, Function<IOException, Error> failedSync) {
        this.tree = new FileTree(root, failedSync);
        this.wholeFileSystem = new WholeFileSystem(root);
        this.place = place;
    }

    /// The archive in this directory, which is made if it is missing. Blocks.
    ///
    /// @throws StoreRefused
    ///             on a network file system
    public static FileObjects archive(Path root) throws IOException {
        return open(root, Place.ARCHIVE);
    }

    /// The work place in this directory; as [#archive].
    public static FileObjects work(Path root) throws IOException {
        return open(root, Place.WORK);
    }

    private static FileObjects open(Path root, Place place) throws IOException {
        FileObjects objects = new FileObjects(root, place, FailedSync::endProcess);
        objects.tree.open();
        return objects;
    }

    @Override
    public Mono<Put> putIfAbsent(String key, Payload payload) {
        Path target = tree.path(key);
        boolean durable = durable(key);
        return switch (payload) {
            case Payload.Bytes memory -> Blocking.call(() -> tree.put(target, memory.bytes(), durable));
            case Payload.LocalFile file -> Blocking.call(() -> tree.put(target, file.path(), payload, durable));
            case Payload.Stored stored when stored.store() instanceof FileObjects other ->
                Blocking.call(() -> tree.put(target, other.tree.path(stored.key()), payload, durable));
            case Payload.Stored stored -> Mono.usingWhen(Blocking.call(tree::incoming),
                    file -> receive(stored, file).then(Blocking.call(() -> tree.name(file, target, durable))),
                    FileObjects::close);
        };
    }

    @Override
    public Mono<Void> replace(String key, byte[] bytes) {
        Path target = tree.path(key);
        return Blocking.run(() -> tree.replace(target, bytes, place == Place.WORK && durable(key)));
    }

    @Override
    public Mono<byte[]> get(String key, int limit) {
        Path path = tree.path(key);
        return Blocking.call(() -> tree.get(path, limit));
    }

    @Override
    public Flux<ByteBuffer> read(String key, long offset, long length) {
        return size(key).flatMapMany(size -> Chunks.of(tree.path(key), offset, length));
    }

    @Override
    public Mono<Long> size(String key) {
        Path path = tree.path(key);
        return Blocking.call(() -> tree.size(path));
    }

    @Override
    public Mono<Instant> madeAt(String key) {
        Path path = tree.path(key);
        return Blocking.call(() -> tree.madeAt(path));
    }

    @Override
    public Flux<String> list(String prefix, String after) {
        return new FileListing(tree.root(), prefix, after).keys().subscribeOn(Schedulers.boundedElastic())
                .publishOn(Schedulers.parallel());
    }

    @Override
    public Mono<Void> delete(String key) {
        Path path = tree.path(key);
        return place.mayDelete().then(Blocking.run(() -> tree.delete(path)));
    }

    @Override
    public Mono<Removal> destroy(String key) {
        return Mono.fromSupplier(() -> tree.path(Layout.destructible(key)))
                .flatMap(path -> Blocking.run(() -> tree.destroy(path)).thenReturn(Removal.REMOVED));
    }

    @Override
    public Mono<Void> sync(Collection<String> keys) {
        return keys.size() < MANY
                ? each(keys)
                : Blocking.call(wholeFileSystem::sync).flatMap(done -> done ? Mono.<Void>empty() : each(keys));
    }

    private Mono<Void> each(Collection<String> keys) {
        return Flux.fromIterable(keys).map(tree::path).flatMap(path -> Blocking.call(() -> tree.sync(path)), SYNCS).distinct()
                .flatMap(directory -> Blocking.run(() -> tree.settle(directory)), SYNCS).then();
    }

    /// What can be made again waits for [#sync]; of the work place only state must
    /// outlive a power cut.
    private boolean durable(String key) {
        return place == Place.ARCHIVE ? !Layout.derived(key) : !Layout.staging(key);
    }

    private static Mono<Long> receive(Payload.Stored stored, Incoming file) {
        return Chunks.of(stored).publishOn(Schedulers.boundedElastic()).map(file::write).reduce(0L, Long::sum)
                .map(read -> Chunks.complete(stored, read, read));
    }

    private static Mono<Void> close(Incoming file) {
        return Blocking.run(file::close);
    }
}
