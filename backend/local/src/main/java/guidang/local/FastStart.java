package guidang.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Ahead-of-time caches of the three children (JEP 483, 514, 515), which halve
/// their start. One trial start makes them; a JVM ignores a cache that does not
/// fit its class path.
///
/// @param training
///            whether this start makes the caches
record FastStart(Path folder, boolean training) {
    static FastStart use(Installation installation) {
        return new FastStart(installation.root().resolve("backend/local/target/aot"), false);
    }

    static FastStart train(Installation installation) throws IOException {
        FastStart use = use(installation);
        Files.createDirectories(use.folder());
        return new FastStart(use.folder(), true);
    }

    /// Options of the `java` command.
    List<String> options(String child) {
        Path cache = folder.resolve(child + ".aot");
        if (training) {
            return List.of("-XX:AOTCacheOutput=" + cache);
        }
        return Files.isRegularFile(cache) ? List.of("-XX:AOTCache=" + cache, "-Xlog:aot=off,cds=off") : List.of();
    }
}
