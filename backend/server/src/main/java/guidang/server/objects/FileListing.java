package guidang.server.objects;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;

/// The keys under a root in ascending order, one directory in memory at a time.
record FileListing(Path root, String prefix, String after) {
    /// Blocks while it reads a directory.
    Flux<String> keys() {
        return under("").filter(key -> key.startsWith(prefix) && key.compareTo(after) > 0);
    }

    /// @param directory
    ///            empty for the root, else ends with a slash
    private Flux<String> under(String directory) {
        return Flux.defer(() -> Flux.fromIterable(names(directory))).map(directory::concat).filter(this::mayHold)
                .concatMap(key -> key.endsWith("/") ? under(key) : Flux.just(key));
    }

    private boolean mayHold(String key) {
        if (!key.endsWith("/")) {
            return true;
        }
        boolean underPrefix = key.startsWith(prefix) || prefix.startsWith(key);
        return underPrefix && (key.compareTo(after) > 0 || after.startsWith(key));
    }

    /// Names, those of directories with a slash, so that they sort as keys do.
    private List<String> names(String directory) {
        try (Stream<Path> entries = Files.list(root.resolve(directory))) {
            return entries.filter(path -> !path.getFileName().toString().startsWith("."))
                    .map(path -> path.getFileName() + (Files.isDirectory(path) ? "/" : "")).sorted().toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
