package guidang.reader.labelled;

import guidang.reader.labelled.Line.Sort;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.apache.poi.hwpf.HWPFDocument;

/// A labelled document in the format of Word 97–2003, which WPS writes too:
/// paragraphs alone, in an empty document of one letter.
final class DocFile {
    private static final char PARAGRAPH = '\r';
    private static final char SOFT_BREAK = 0x0b;

    private DocFile() {
    }

    static byte[] of(Labelled document) {
        try (InputStream empty = Objects.requireNonNull(DocFile.class.getResourceAsStream("/labelled/empty.doc"));
                HWPFDocument doc = new HWPFDocument(empty)) {
            doc.getRange().replaceText(text(document), false);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            doc.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Labelled document) {
        List<Line> lines = Line.of(document).stream().filter(line -> line.sort() != Sort.FURNITURE).toList();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            boolean isBroken = lines.get(i).sort() == Sort.TITLE && i + 1 < lines.size() && lines.get(i + 1).sort() == Sort.TITLE;
            text.append(lines.get(i).text()).append(isBroken ? SOFT_BREAK : PARAGRAPH);
        }
        return text.toString();
    }
}
