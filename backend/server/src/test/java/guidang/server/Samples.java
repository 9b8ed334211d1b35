package guidang.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// The sample report, as it lies with the documents.
public final class Samples {
    private Samples() {
    }

    /// The whole file in one of its formats.
    ///
    /// @param format
    ///            `txt`, `docx` or `pdf`
    public static byte[] report(String format) throws IOException {
        return Files.readAllBytes(Path.of("../../docs/samples/duizhao-jiancha-8-aspects." + format));
    }

    public static String text() throws IOException {
        return new String(report("txt"), StandardCharsets.UTF_8);
    }
}
