package guidang.server.inspection;

import guidang.reader.protocol.Answer;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The command line of a reader process.
///
/// @param words
///            programme and arguments
record ReaderCommand(List<String> words) {
    private static final String MAIN = "guidang.reader.ReaderMain";

    static ReaderCommand of(InspectionSettings settings) {
        Path jar = jar(settings.readerJar()).toAbsolutePath();
        String classes = jar + File.pathSeparator + jar.resolveSibling("lib") + File.separator + "*";
        // Out of memory is printed on standard output, among the frames, unless told otherwise.
        return new ReaderCommand(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + settings.heap().toKilobytes() + "k", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError",
                "-XX:+DisplayVMOutputToStderr", "-XX:-CreateCoredumpOnCrash", "-Xshare:auto", "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=.", "-cp", classes, MAIN));
    }

    private static Path jar(@Nullable Path configured) {
        if (configured != null) {
            return checked(configured);
        }
        return Stream.of(frames(), built(Path.of("..", "reader", "target")), built(Path.of("backend", "reader", "target")))
                .flatMap(Optional::stream).filter(ReaderCommand::whole).findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "guidang.inspection.reader-jar: no reader found; name its jar, with lib/ beside it"));
    }

    private static Path checked(Path jar) {
        if (!whole(jar)) {
            throw new IllegalStateException("guidang.inspection.reader-jar: " + jar + " is not there, or has no lib/ beside it");
        }
        return jar;
    }

    private static boolean whole(Path jar) {
        return Files.isRegularFile(jar) && Files.isDirectory(jar.toAbsolutePath().resolveSibling("lib"));
    }

    /// Where this process has the frames from.
    private static Optional<Path> frames() {
        try {
            var source = Answer.class.getProtectionDomain().getCodeSource();
            return source == null || !"file".equals(source.getLocation().getProtocol())
                    ? Optional.empty()
                    : Optional.of(Path.of(source.getLocation().toURI()));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<Path> built(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, "guidang-reader-*.jar")) {
            var found = jars.iterator();
            return found.hasNext() ? Optional.of(found.next()) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
