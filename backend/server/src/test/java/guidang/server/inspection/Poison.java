package guidang.server.inspection;

import guidang.server.Samples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Good files and bad ones, made of nothing but the JDK.
final class Poison {
    private static final Path MADE = Path.of("src", "test", "resources", "poison");
    private static final String START = "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>";
    private static final String END = "</w:t></w:r></w:p></w:body></w:document>";
    private static final int MEGABYTE = 1 << 20;

    private Poison() {
    }

    static byte[] sample(String extension) {
        try {
            return Samples.report(extension);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] made(String name) {
        return read(MADE.resolve(name));
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A docx of that text, with a stored part of random bytes beside it.
    static byte[] docx(String text, int ballast) {
        byte[] noise = new byte[ballast];
        new Random(text.hashCode()).nextBytes(noise);
        return docx(out -> out.write((START + text + END).getBytes(StandardCharsets.UTF_8)), noise);
    }

    /// So many megabytes of one letter, in a docx of a thousandth of that.
    static byte[] zipBomb(int megabytes) {
        byte[] block = "a".repeat(MEGABYTE).getBytes(StandardCharsets.US_ASCII);
        return docx(out -> {
            out.write(START.getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < megabytes; i++) {
                out.write(block);
            }
            out.write(END.getBytes(StandardCharsets.US_ASCII));
        }, new byte[0]);
    }

    /// So many megabytes of text of random letters: its rate of compression is that
    /// of a text, and no bomb's.
    static byte[] flood(int megabytes) {
        byte[] block = new byte[MEGABYTE];
        Random random = new Random(megabytes);
        return docx(out -> {
            out.write(START.getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < megabytes; i++) {
                for (int at = 0; at < block.length; at += 64) {
                    Arrays.fill(block, at, at + 64, (byte) ('a' + random.nextInt(26)));
                }
                out.write(block);
            }
            out.write(END.getBytes(StandardCharsets.US_ASCII));
        }, new byte[0]);
    }

    /// Ten entities, each ten times the one before.
    static byte[] entityBomb() {
        StringBuilder xml = new StringBuilder("<!DOCTYPE x [<!ENTITY e0 \"aaaaaaaaaa\">");
        for (int i = 1; i < 10; i++) {
            xml.append("<!ENTITY e").append(i).append(" \"").append(("&e" + (i - 1) + ";").repeat(10)).append("\">");
        }
        String whole = xml + "]>" + START + "&e9;" + END;
        return docx(out -> out.write(whole.getBytes(StandardCharsets.UTF_8)), new byte[0]);
    }

    /// Elements within elements.
    static byte[] deep(int levels) {
        String whole = START.replace("<w:p><w:r><w:t>", "") + "<w:p>".repeat(levels) + "</w:p>".repeat(levels)
                + "</w:body></w:document>";
        return docx(out -> out.write(whole.getBytes(StandardCharsets.UTF_8)), new byte[0]);
    }

    /// One page that takes a reader so many million steps.
    static byte[] endlessPdf(int millions) {
        ByteArrayOutputStream steps = new ByteArrayOutputStream();
        byte[] block = "q 1 0 0 1 0 0 cm Q\n".repeat(10_000).getBytes(StandardCharsets.US_ASCII);
        try (DeflaterOutputStream out = new DeflaterOutputStream(steps)) {
            for (int i = 0; i < millions * 100; i++) {
                out.write(block);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        pdf.writeBytes(("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>endobj\n4 0 obj<</Filter/FlateDecode/Length "
                + steps.size() + ">>stream\n").getBytes(StandardCharsets.US_ASCII));
        pdf.writeBytes(steps.toByteArray());
        pdf.writeBytes("\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));
        return pdf.toByteArray();
    }

    private static byte[] docx(Part document, byte[] ballast) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            part(zip, "[Content_Types].xml", text("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                    + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                    + "<Default Extension=\"bin\" ContentType=\"application/octet-stream\"/>"
                    + "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument"
                    + ".wordprocessingml.document.main+xml\"/></Types>"));
            part(zip, "_rels/.rels", text("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                    + "<Relationship Id=\"r\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\""
                    + " Target=\"word/document.xml\"/></Relationships>"));
            part(zip, "word/document.xml", document);
            stored(zip, ballast);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Part text(String xml) {
        return out -> out.write(xml.getBytes(StandardCharsets.UTF_8));
    }

    private static void part(ZipOutputStream zip, String name, Part part) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        part.write(zip);
    }

    private static void stored(ZipOutputStream zip, byte[] bytes) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        ZipEntry entry = new ZipEntry("word/ballast.bin");
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(sum.getValue());
        zip.putNextEntry(entry);
        zip.write(bytes);
    }

    interface Part {
        void write(OutputStream out) throws IOException;
    }
}
