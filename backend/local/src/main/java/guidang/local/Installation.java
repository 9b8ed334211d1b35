package guidang.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// Where the built parts of this checkout lie.
///
/// @param root
///            the folder that holds `backend`
record Installation(Path root) {
    /// From the system property `guidang.root`; else upward from the working folder
    /// and from this class's own place.
    ///
    /// @throws IllegalStateException
    ///             when neither lies in a checkout
    static Installation find() {
        String named = System.getProperty("guidang.root");
        Stream<Path> starts = named == null ? Stream.of(Path.of(""), ownPlace()) : Stream.of(Path.of(named));
        return starts.map(Path::toAbsolutePath)
                .flatMap(start -> Stream.iterate(start, folder -> folder != null, Path::getParent))
                .filter(folder -> Files.isRegularFile(folder.resolve("backend/local/pom.xml")))
                .findFirst()
                .map(Installation::new)
                .orElseThrow(() -> new IllegalStateException(
                        "backend/local was not found; set the system property guidang.root to the checkout"));
    }

    private static Path ownPlace() {
        try {
            return Path.of(Installation.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// This module's classes and the jars of one of its folders. The folder is
    /// listed instead of using a wildcard because a missing folder must be said.
    String classPath(String folder) {
        Path target = root.resolve("backend/local/target");
        Path libraries = target.resolve(folder);
        if (!Files.isDirectory(libraries) || !Files.isDirectory(target.resolve("classes"))) {
            throw new IllegalStateException(libraries + " is missing; build it: mvn -pl backend/local -DskipTests package");
        }
        try (Stream<Path> jars = Files.list(libraries)) {
            return Stream.concat(Stream.of(target.resolve("classes")), jars.sorted())
                    .map(Path::toString)
                    .reduce((left, right) -> left + File.pathSeparator + right)
                    .orElseThrow();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
