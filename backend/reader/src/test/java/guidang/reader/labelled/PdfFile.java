package guidang.reader.labelled;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/// A labelled document as a printed PDF: hard wraps, first lines indented,
/// page numbers.
final class PdfFile {
    private static final float SIZE = 16;
    private static final float LEADING = 29;
    private static final float LEFT = 74;
    private static final float TOP = 745;
    private static final float FOOT = 60;

    private PdfFile() {
    }

    static byte[] of(Labelled document) {
        try (PDDocument pdf = new PDDocument();
                InputStream bytes = Objects
                        .requireNonNull(PdfFile.class.getResourceAsStream("/labelled/NotoSansSC-subset.ttf"))) {
            PDFont font = PDType0Font.load(pdf, bytes, true);
            for (Page page : Page.of(document)) {
                page(pdf, font, page);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            pdf.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(document + ": the font lacks a character", e);
        }
    }

    private static void page(PDDocument pdf, PDFont font, Page page) throws IOException {
        PDPage sheet = new PDPage(PDRectangle.A4);
        pdf.addPage(sheet);
        try (PDPageContentStream content = new PDPageContentStream(pdf, sheet)) {
            float y = TOP;
            for (Page.Row row : page.rows()) {
                show(content, font, row.text(), LEFT + (float) row.indent() * SIZE, y);
                y -= LEADING;
            }
            show(content, font, page.furniture(), 260, FOOT);
        }
    }

    private static void show(PDPageContentStream content, PDFont font, String text, float x, float y) throws IOException {
        content.beginText();
        content.setFont(font, SIZE);
        content.newLineAtOffset(x, y);
        content.showText(text);
        content.endText();
    }
}
