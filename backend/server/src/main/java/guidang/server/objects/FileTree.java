package guidang.server.objects;

import guidang.server.objects.ObjectStore.Put;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Objects as files under a root: the blocking half of [FileObjects].
final class FileTree {
    private static final Duration ABANDONED = Duration.ofHours(24);
    /// A directory may be pruned by a delete between its making and the link.
    private static final int TRIES = 100;

    private final Path root;
    private final Path incoming;
    private final Directories directories;
    private final String run = UUID.randomUUID().toString();
    private final AtomicLong count = new AtomicLong();

    FileTree(Path root, Function<IOException, Error> failedSync) {
        this.root = root.toAbsolutePath().normalize();
        this.incoming = this.root.resolve(".incoming");
        this.directories = new Directories(this.root, failedSync);
    }

    Path root() {
        return root;
    }

    /// Makes the root if it is missing, and removes what a killed process was
    /// writing a day ago (others may be writing now).
    void open() throws IOException {
        Files.createDirectories(incoming);
        LocalFileSystem.check(root);
        directories.settle(root);
        Instant abandoned = Instant.now().minus(ABANDONED);
        try (Stream<Path> files = Files.list(incoming)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                BasicFileAttributes found = attributes(file);
                if (found != null && found.lastModifiedTime().toInstant().isBefore(abandoned)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    Path path(String key) {
        return root.resolve(Keys.checked(key));
    }

    Incoming incoming() throws IOException {
        return Incoming.create(incoming.resolve(run + "-" + count.incrementAndGet()));
    }

    Put put(Path target, byte[] bytes, boolean durable) throws IOException {
        if (Files.exists(target)) {
            return named(target, durable, Put.OCCUPIED);
        }
        try (Incoming file = incoming()) {
            file.write(ByteBuffer.wrap(bytes));
            return name(file, target, durable);
        }
    }

    /// Links the source, or copies it where it cannot be linked.
    Put put(Path target, Path source, Payload payload, boolean durable) throws IOException {
        if (Files.exists(target)) {
            return named(target, durable, Put.OCCUPIED);
        }
        BasicFileAttributes found = attributes(source);
        Chunks.complete(payload, found == null ? 0 : found.size(), source);
        try {
            Files.setPosixFilePermissions(source, Incoming.READ_ONLY);
            return name(source, target, durable);
        } catch (FileSystemException e) {
            return copy(target, source, payload, durable);
        }
    }

    /// Gives what was written its name, if the name is free.
    Put name(Incoming file, Path target, boolean durable) throws IOException {
        if (durable) {
            directories.sync(file.channel());
        }
        return link(file.path(), target, durable);
    }

    void replace(Path target, byte[] bytes, boolean durable) throws IOException {
        try (Incoming file = incoming()) {
            file.write(ByteBuffer.wrap(bytes));
            if (durable) {
                directories.sync(file.channel());
            }
            rename(file.path(), target);
            if (durable) {
                directories.settle(Directories.of(target));
            }
        }
    }

    byte @Nullable [] get(Path path, int limit) throws IOException {
        BasicFileAttributes found = attributes(path);
        if (found == null) {
            return null;
        }
        if (found.size() > limit) {
            throw Chunks.tooLarge(limit, found.size());
        }
        try {
            return Files.readAllBytes(path);
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    @Nullable
    Long size(Path path) throws IOException {
        BasicFileAttributes found = attributes(path);
        return found == null ? null : found.size();
    }

    @Nullable
    Instant madeAt(Path path) throws IOException {
        BasicFileAttributes found = attributes(path);
        return found == null ? null : found.lastModifiedTime().toInstant();
    }

    void delete(Path path) throws IOException {
        Files.deleteIfExists(path);
        directories.prune(Directories.of(path));
    }

    /// Deletes the file so that a power cut does not bring it back.
    void destroy(Path path) throws IOException {
        Path directory = Directories.of(path);
        if (Files.deleteIfExists(path)) {
            directories.settle(directory);
        }
        directories.prune(directory);
    }

    /// Makes the file durable, if it is there; its name is not yet.
    ///
    /// @return the directory to be settled
    Path sync(Path path) throws IOException {
        if (attributes(path) != null) {
            syncFile(path);
        }
        return Directories.of(path);
    }

    void settle(Path directory) throws IOException {
        if (Files.exists(directory)) {
            directories.settle(directory);
        }
    }

    private Put name(Path source, Path target, boolean durable) throws IOException {
        if (durable) {
            syncFile(source);
        }
        return link(source, target, durable);
    }

    private Put copy(Path target, Path source, Payload payload, boolean durable) throws IOException {
        try (Incoming file = incoming()) {
            file.copy(source);
            Chunks.complete(payload, file.channel().position(), file);
            return name(file, target, durable);
        }
    }

    private Put link(Path source, Path target, boolean durable) throws IOException {
        for (int tries = 1;; tries++) {
            try {
                Files.createLink(target, source);
                return named(target, durable, Put.CREATED);
            } catch (FileAlreadyExistsException e) {
                return named(target, durable, Put.OCCUPIED);
            } catch (NoSuchFileException e) {
                again(target, tries, e);
            }
        }
    }

    private void rename(Path source, Path target) throws IOException {
        for (int tries = 1;; tries++) {
            try {
                Files.move(source, target, StandardCopyOption.ATOMIC_MOVE);
                return;
            } catch (NoSuchFileException e) {
                again(target, tries, e);
            }
        }
    }

    private void again(Path target, int tries, NoSuchFileException e) throws IOException {
        if (tries == TRIES) {
            throw e;
        }
        try {
            Files.createDirectories(Directories.of(target));
        } catch (FileAlreadyExistsException | NoSuchFileException pruned) {
            if (tries == TRIES - 1) {
                throw pruned;
            }
        }
    }

    private Put named(Path target, boolean durable, Put put) throws IOException {
        if (durable) {
            directories.settle(Directories.of(target));
        }
        return put;
    }

    private void syncFile(Path path) throws IOException {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            directories.sync(file);
        }
    }

    /// Of a file; null where there is none, or a directory.
    private static @Nullable BasicFileAttributes attributes(Path path) throws IOException {
        try {
            BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class);
            return found.isRegularFile() ? found : null;
        } catch (FileSystemException e) {
            if (e instanceof NoSuchFileException || Files.notExists(path)) {
                return null;
            }
            throw e;
        }
    }
}
