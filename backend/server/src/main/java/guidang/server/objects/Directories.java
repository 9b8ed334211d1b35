package guidang.server.objects;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/// The directories under a root, and whether their names survive a power cut: a
/// name does once its directory was synced (fsync(2)), all the way up to the
/// root. Blocking; safe for any number of threads.
final class Directories {
    private static final int REMEMBERED = 8192;

    private final Path root;
    private final Function<IOException, Error> failedSync;
    private final Set<Path> durable = ConcurrentHashMap.newKeySet();
    private final ConcurrentMap<Path, Round> gathering = new ConcurrentHashMap<>();
    private final Object[] stripes = new Object[64];

    /// @param failedSync
    ///            what a failed fsync comes to; it does not return in production, as
    ///            nobody knows what the disk then holds
    Directories(Path root, Function<IOException, Error> failedSync) {
        this.root = root;
        this.failedSync = failedSync;
        Arrays.setAll(stripes, i -> new Object());
    }

    /// The directory in which a path below the root lies.
    static Path of(Path path) {
        return Objects.requireNonNull(path.getParent());
    }

    /// Makes the names in the directory durable, and its own name in its parent and
    /// so on, which another process may have made and not yet synced.
    void settle(Path directory) throws IOException {
        sync(directory);
        settleName(directory);
    }

    /// Removes the directory and its parents as far as they are empty.
    void prune(Path directory) {
        for (Path at = directory; !at.equals(root); at = of(at)) {
            durable.remove(at);
            if (!at.toFile().delete()) {
                return;
            }
        }
    }

    /// Makes the contents of a file durable.
    void sync(FileChannel file) {
        try {
            file.force(true);
        } catch (ClosedByInterruptException e) {
            throw new WriteOutcomeUnknown("interrupted while a file was synced", e);
        } catch (IOException e) {
            throw failedSync.apply(e);
        }
    }

    private void settleName(Path directory) throws IOException {
        if (directory.equals(root) || durable.contains(directory)) {
            return;
        }
        settle(of(directory));
        if (durable.size() >= REMEMBERED) {
            durable.clear();
        }
        durable.add(directory);
    }

    /// Syncs the directory once for all that ask while an earlier sync of it is
    /// running. Whoever joins a round does so after its name was made; the round
    /// closes before its fsync begins.
    private void sync(Path directory) throws IOException {
        Round round = gathering.computeIfAbsent(directory, path -> new Round());
        synchronized (stripes[Math.floorMod(directory.hashCode(), stripes.length)]) {
            if (!round.done) {
                gathering.remove(directory, round);
                force(directory);
                round.done = true;
            }
        }
    }

    private void force(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            sync(channel);
        }
    }

    private static final class Round {
        private boolean done;
    }
}
