package guidang.server.journal;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.charset.StandardCharsets;
import java.nio.channels.FileChannel;
import java.nio.ByteBuffer;
import java.util.Set;

/// The file with the log's secret key, read at start, before anything
/// is served.
final class LogKeyFile {
    private LogKeyFile() {
    }

    /// @throws IllegalStateException
    ///             where there is none and none may be made
    static LogKey load(JournalSettings settings) throws IOException {
        Path file = settings.signingKey();
        if (!Files.exists(file) && settings.createKey()) {
            create(file, LogKey.random(settings.origin()));
        }
        if (!Files.exists(file)) {
            throw new IllegalStateException("guidang.journal.signing-key: there is no file " + file
                    + "; set guidang.journal.create-key=true to have one made at the first start of a new log");
        }
        return LogKey.parse(settings.origin(), Files.readString(file));
    }

    /// Two replicas at their first start: one makes the file, the other reads it.
    private static void create(Path file, LogKey key) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] owner = posix
                ? new FileAttribute<?>[]{PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
        Path draft = Files.createTempFile(folder == null ? Path.of(".") : folder, ".key", null, owner);
        try (FileChannel out = FileChannel.open(draft, Set.of(StandardOpenOption.WRITE))) {
            out.write(ByteBuffer.wrap((key.secret() + "\n").getBytes(StandardCharsets.UTF_8)));
            out.force(true);
        }
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException other) {
            return;
        } finally {
            Files.delete(draft);
        }
    }
}
