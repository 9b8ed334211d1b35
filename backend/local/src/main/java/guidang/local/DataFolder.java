package guidang.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where one local installation keeps everything: `archive`, `work` (the object
/// store), `elasticsearch`, `keys`, `spool`, `logs`, `run`.
record DataFolder(Path root) {
    Path logs() {
        return root.resolve("logs");
    }

    Path keys() {
        return root.resolve("keys");
    }

    Path elasticsearch() {
        return root.resolve("elasticsearch");
    }

    Path spool() {
        return root.resolve("spool");
    }

    /// Described by [Instance].
    Path instance() {
        return root.resolve("run").resolve("instance.properties");
    }

    void create() throws IOException {
        for (Path folder : new Path[]{logs(), keys(), elasticsearch(), spool(), instance().getParent()}) {
            Files.createDirectories(folder);
        }
    }

    /// Held by one launcher at a time; the operating system frees it when that
    /// process ends, however it ends.
    Optional<FileLock> lock() throws IOException {
        Files.createDirectories(instance().getParent());
        FileChannel channel = FileChannel.open(root.resolve("run").resolve("lock"), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        @Nullable
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException ours) {
            lock = null;
        }
        if (lock == null) {
            channel.close();
        }
        return Optional.ofNullable(lock);
    }

    /// What runs on this folder now.
    Optional<Instance> running() throws IOException {
        if (!Files.isRegularFile(instance())) {
            return Optional.empty();
        }
        Optional<FileLock> free = lock();
        if (free.isPresent()) {
            free.get().channel().close();
            return Optional.empty();
        }
        return Instance.read(instance());
    }
}
