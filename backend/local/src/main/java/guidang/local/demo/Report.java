package guidang.local.demo;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// One made-up report.
///
/// @param title
///            the first line
/// @param paragraphs
///            what follows, headings among them, one line each
public record Report(String title, List<String> paragraphs) {
    /// Title and paragraphs, each ended by a line feed.
    public String text() {
        return title + "\n" + String.join("\n", paragraphs) + "\n";
    }

    /// The text file: UTF-8.
    public byte[] txt() {
        return text().getBytes(StandardCharsets.UTF_8);
    }

    /// The Word file of about 28 KB, the size of such reports in the field.
    public byte[] docx() {
        return Docx.write(this);
    }
}
