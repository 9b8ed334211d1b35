package guidang.bench;

import guidang.reader.protocol.Answer;
import guidang.reader.protocol.Frames;
import guidang.reader.protocol.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// How many documents a second one reader child gives with one request in
/// flight: the floor under any filing.
final class ReaderRate {
    private ReaderRate() {
    }

    /// Measures a child of its own.
    ///
    /// @param warmUp
    ///            documents before the clock starts
    /// @return documents a second
    static double of(Path root, Path folder, Documents documents, int warmUp, int measured) throws IOException {
        Files.createDirectories(folder);
        for (int n = 0; n < documents.files().size(); n++) {
            Files.write(folder.resolve(n + ".docx"), documents.file(n));
        }
        Process child = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
                "-XX:+UseSerialGC", "-jar", root.resolve("backend/reader/target/guidang-reader-0.1.0.jar").toString()))
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try {
            Frames.read(child.getInputStream(), 1 << 20);
            read(child, folder, documents, warmUp);
            long start = System.nanoTime();
            read(child, folder, documents, measured);
            return measured / ((System.nanoTime() - start) / 1e9);
        } finally {
            child.destroyForcibly();
        }
    }

    private static void read(Process child, Path folder, Documents documents, int count) throws IOException {
        for (int n = 0; n < count; n++) {
            String name = n % documents.files().size() + ".docx";
            Frames.write(child.getOutputStream(), new Request(folder.resolve(name).toString(), name, 10_000_000).frame());
            Answer answer = Answer.parse(Frames.read(child.getInputStream(), 64 << 20));
            if (!(answer instanceof Answer.Reading)) {
                throw new IOException("not read: " + answer);
            }
        }
    }
}
