package guidang.server.inspection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// One process's own folder in the spool: its name tells whose it is, so that
/// what a killed process left behind is removed by the next one, and
/// nothing else.
final class SpoolFolder {
    private static final Pattern NAME = Pattern.compile("(\\d+)-(\\d+)-.*");

    private SpoolFolder() {
    }

    /// Blocks.
    static Path create(Path spool) throws IOException {
        Files.createDirectories(spool);
        try (Stream<Path> folders = Files.list(spool)) {
            for (Path left : folders.filter(SpoolFolder::abandoned).toList()) {
                remove(left);
            }
        }
        ProcessHandle self = ProcessHandle.current();
        return Files.createDirectory(spool.toAbsolutePath().resolve(self.pid() + "-" + start(self) + "-" + UUID.randomUUID()));
    }

    private static boolean abandoned(Path folder) {
        Matcher name = NAME.matcher(folder.getFileName().toString());
        return name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).map(SpoolFolder::start)
                .filter(start -> start == Long.parseLong(name.group(2))).isEmpty();
    }

    /// A process id is used again; with its start it is not.
    private static long start(ProcessHandle process) {
        Optional<Instant> start = process.info().startInstant();
        return start.map(Instant::toEpochMilli).orElse(0L);
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
