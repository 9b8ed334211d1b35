package guidang.reader;

import static org.assertj.core.api.Assertions.assertThat;

import guidang.reader.protocol.Answer;
import guidang.reader.protocol.Answer.Reading;
import guidang.reader.protocol.Frames;
import guidang.reader.protocol.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The packaged reader as the child process that it is.
class ReaderMainIT {
    private static final int FRAME_LIMIT = 1 << 24;

    @TempDir
    Path folder;

    @Test
    void answersAndEndsWithItsInput() throws Exception {
        Process child = start();
        assertThat(Frames.read(child.getInputStream(), FRAME_LIMIT)).isEmpty();
        for (String extension : new String[]{"txt", "docx", "pdf"}) {
            Request request = new Request(Fixtures.sample(extension).toAbsolutePath().toString(), "a." + extension, 1 << 20);
            Frames.write(child.getOutputStream(), request.frame());
            Answer answer = Answer.parse(Frames.read(child.getInputStream(), FRAME_LIMIT));
            assertThat(answer).isInstanceOfSatisfying(Reading.class, reading -> assertThat(reading.text()).contains("组织生活会"));
        }
        child.getOutputStream().close();
        assertThat(child.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(child.exitValue()).isZero();
    }

    private Process start() throws IOException {
        Path jar;
        try (var files = Files.newDirectoryStream(Path.of("target"), "guidang-reader-*.jar")) {
            jar = files.iterator().next();
        }
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(java, "-Xmx128m", "-XX:+ExitOnOutOfMemoryError", "-XX:+DisplayVMOutputToStderr", "-jar",
                jar.toAbsolutePath().toString()).directory(folder.toFile()).redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
