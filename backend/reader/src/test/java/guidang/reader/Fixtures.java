package guidang.reader;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/// Makes good documents and poisonous ones.
final class Fixtures {
    private static final Path SAMPLE = Path.of("..", "..", "docs", "samples", "duizhao-jiancha-8-aspects.txt");
    private static final String W = "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>";
    private static final float SIZE = 16;
    private static final float LEADING = 28;
    private static final int PER_LINE = 27;
    private static final int PER_PAGE = 24;

    private Fixtures() {
    }

    static String sample() {
        return utf8(SAMPLE);
    }

    static Path sample(String extension) {
        return SAMPLE.resolveSibling("duizhao-jiancha-8-aspects." + extension);
    }

    static String utf8(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A docx whose body is the given WordprocessingML.
    static byte[] docx(String body) {
        return docx(out -> out.write((W + body + "</w:body></w:document>").getBytes(StandardCharsets.UTF_8)));
    }

    static byte[] docx(Content document) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            part(zip, "[Content_Types].xml",
                    out -> out.write(("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                            + "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument"
                            + ".wordprocessingml.document.main+xml\"/></Types>").getBytes(StandardCharsets.UTF_8)));
            part(zip, "_rels/.rels",
                    out -> out.write(("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                            + "<Relationship Id=\"r\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\""
                            + " Target=\"word/document.xml\"/></Relationships>").getBytes(StandardCharsets.UTF_8)));
            part(zip, "word/document.xml", document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] docxOf(String text) {
        StringBuilder body = new StringBuilder();
        text.lines().filter(l -> !l.isBlank())
                .forEach(l -> body.append("<w:p><w:r><w:t>").append(l).append("</w:t></w:r></w:p>"));
        return docx(body.toString());
    }

    /// A docx with one run of so many bytes, all the same letter.
    static byte[] bomb(long bytes) {
        byte[] block = "a".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
        return docx(out -> {
            out.write((W + "<w:p><w:r><w:t>").getBytes(StandardCharsets.US_ASCII));
            for (long left = bytes; left > 0; left -= block.length) {
                out.write(block);
            }
            out.write("</w:t></w:r></w:p></w:body></w:document>".getBytes(StandardCharsets.US_ASCII));
        });
    }

    static byte[] deep(int levels) {
        return docx("<w:p>".repeat(levels) + "</w:p>".repeat(levels));
    }

    /// Ten entities, each ten times the one before.
    static byte[] entities() {
        StringBuilder xml = new StringBuilder("<!DOCTYPE x [<!ENTITY e0 \"aaaaaaaaaa\">");
        for (int i = 1; i < 10; i++) {
            xml.append("<!ENTITY e").append(i).append(" \"").append(("&e" + (i - 1) + ";").repeat(10)).append("\">");
        }
        String whole = xml + "]>" + W + "<w:p><w:r><w:t>&e9;</w:t></w:r></w:p></w:body></w:document>";
        return docx(out -> out.write(whole.getBytes(StandardCharsets.UTF_8)));
    }

    static byte[] encryptedDocx(byte[] docx) {
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (OutputStream out = encryptor.getDataStream(container)) {
                out.write(docx);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            container.writeFilesystem(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A pdf set as a printed report is: title centred, first lines indented by two
    /// characters, hard wraps.
    static byte[] pdf(String text, String password) {
        try (PDDocument document = new PDDocument()) {
            PDFont font = PDType0Font.load(document,
                    Objects.requireNonNull(Fixtures.class.getResourceAsStream("/NotoSerifSC-subset.ttf")),
                    true);
            List<String> lines = wrapped(text);
            for (int from = 0; from < lines.size(); from += PER_PAGE) {
                page(document, font, lines.subList(from, Math.min(from + PER_PAGE, lines.size())), from == 0);
            }
            if (!password.isEmpty()) {
                document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void page(PDDocument document, PDFont font, List<String> lines, boolean first) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            float y = 750;
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i);
                float x = first && i == 0 ? (595 - SIZE * line.length()) / 2 : line.startsWith("\t") ? 80 + 2 * SIZE : 80;
                content.beginText();
                content.setFont(font, SIZE);
                content.newLineAtOffset(x, y);
                content.showText(line.strip());
                content.endText();
                y -= LEADING;
            }
        }
    }

    private static List<String> wrapped(String text) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.lines().filter(l -> !l.isBlank()).toList()) {
            String left = lines.isEmpty() ? paragraph : "\t" + paragraph;
            while (!left.isEmpty()) {
                int cut = Math.min(left.length(), left.startsWith("\t") ? PER_LINE - 1 : PER_LINE);
                lines.add(left.substring(0, cut));
                left = left.substring(cut);
            }
        }
        return lines;
    }

    private static void part(ZipOutputStream zip, String name, Content content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        content.write(zip);
    }

    interface Content {
        void write(OutputStream out) throws IOException;
    }
}
