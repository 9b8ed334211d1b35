package guidang.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/// Where the built parts of this checkout lie.
///
/// @param root
///            the folder that holds `backend`
record Installation(Path root) {
    static final String VERSION = "0.1.0";

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

    /// This module's jar (its classes where it is not packaged yet) and the jars of
    /// one of its folders. The folder is listed instead of using a wildcard because
    /// a missing folder must be said.
    String classPath(String folder) {
        Path target = root.resolve("backend/local/target");
        Path libraries = target.resolve(folder);
        if (!Files.isDirectory(libraries) || !Files.exists(own(target))) {
            throw new IllegalStateException(libraries + " is missing; build it: mvn -pl backend/local -DskipTests package");
        }
        try (Stream<Path> jars = Files.list(libraries)) {
            return Stream.concat(Stream.of(own(target)), jars.sorted())
                    .map(Path::toString)
                    .reduce((left, right) -> left + File.pathSeparator + right)
                    .orElseThrow();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Path own(Path target) {
        Path jar = target.resolve("guidang-local-" + VERSION + ".jar");
        return Files.isRegularFile(jar) ? jar : target.resolve("classes");
    }

    /// The server's class path: its jar taken apart, because nested jars start
    /// slowly.
    ///
    /// @throws IOException
    ///             when it can't be taken apart
    String serverClassPath() throws IOException {
        Path packed = root.resolve("backend/server/target/guidang-server-" + VERSION + ".jar");
        Path apart = root.resolve("backend/local/target/server");
        Path taken = apart.resolve("contents");
        String contents = contents(packed);
        if (!Files.exists(taken) || !Files.readString(taken).equals(contents)) {
            takeApart(packed, apart);
            Files.writeString(taken, contents);
        }
        return apart.resolve(packed.getFileName()) + File.pathSeparator + own(root.resolve("backend/local/target"));
    }

    /// What a jar holds: a name, a checksum and a length a line. Its time tells
    /// nothing, being that of the release.
    private static String contents(Path jar) throws IOException {
        try (ZipFile entries = new ZipFile(jar.toFile())) {
            return entries.stream()
                    .map(entry -> "%08x %d %s%n".formatted(entry.getCrc(), entry.getSize(), entry.getName()))
                    .collect(Collectors.joining());
        }
    }

    private static void takeApart(Path packed, Path apart) throws IOException {
        Process tool = new ProcessBuilder(java(), "-Djarmode=tools", "-jar", packed.toString(), "extract", "--force",
                "--destination", apart.toString()).redirectErrorStream(true).start();
        String said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (tool.onExit().join().exitValue() != 0) {
            throw new IOException("the server's jar could not be taken apart: " + said);
        }
    }

    /// The programme of the JDK that runs this.
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
