package guidang.local.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes WordprocessingML (ECMA-376) without a library, set as official
/// documents are: centred title, black headings, text in 仿宋.
final class Docx {
    private static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/";
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final LocalDateTime STAMP = LocalDateTime.of(2026, 1, 1, 0, 0);
    /// Stands for the themes, styles and thumbnails of real files: it does not
    /// compress, and is not shown.
    private static final byte[] BALLAST = ballast();

    private Docx() {
    }

    static byte[] write(Report report) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(32_768);
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            part(zip, "[Content_Types].xml", CONTENT_TYPES);
            part(zip, "_rels/.rels", relations(relation(1, OFFICE + "relationships/officeDocument", "word/document.xml")
                    + relation(2, PACKAGE + "relationships/metadata/core-properties", "docProps/core.xml")
                    + relation(3, OFFICE + "relationships/extended-properties", "docProps/app.xml")));
            part(zip, "docProps/core.xml", core(report.title()));
            part(zip, "docProps/app.xml", XML + "<Properties xmlns=\"" + OFFICE + "extended-properties\"><Pages>"
                    + Math.max(1, report.text().length() / 700) + "</Pages><Application>WPS Office</Application></Properties>");
            part(zip, "word/_rels/document.xml.rels", relations(relation(1, OFFICE + "relationships/styles", "styles.xml")
                    + relation(2, OFFICE + "relationships/customXml", "../customXml/item1.xml")));
            part(zip, "word/styles.xml", STYLES);
            part(zip, "word/document.xml", document(report));
            part(zip, "customXml/item1.xml", BALLAST);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String document(Report report) {
        StringBuilder out = new StringBuilder(32_768);
        out.append(XML).append("<w:document xmlns:w=\"").append(W).append("\"><w:body>");
        paragraph(out, "Title", report.title());
        for (String line : report.paragraphs()) {
            paragraph(out, line.length() < 40 && line.indexOf('、') == 1 ? "Heading1" : "Normal", line);
        }
        return out.append(
                "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"2098\" w:right=\"1474\" w:bottom=\"1984\""
                        + " w:left=\"1587\" w:header=\"851\" w:footer=\"992\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>")
                .toString();
    }

    private static void paragraph(StringBuilder out, String style, String words) {
        out.append("<w:p><w:pPr><w:pStyle w:val=\"").append(style).append("\"/></w:pPr><w:r><w:t xml:space=\"preserve\">")
                .append(escaped(words)).append("</w:t></w:r></w:p>");
    }

    private static String core(String title) {
        return XML + "<cp:coreProperties xmlns:cp=\"" + PACKAGE
                + "metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                + " xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>"
                + escaped(title)
                + "</dc:title><dcterms:created xsi:type=\"dcterms:W3CDTF\">2026-01-05T01:00:00Z</dcterms:created>"
                + "<dcterms:modified xsi:type=\"dcterms:W3CDTF\">2026-01-06T02:00:00Z</dcterms:modified></cp:coreProperties>";
    }

    private static String relations(String relations) {
        return XML + "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + relations + "</Relationships>";
    }

    private static String relation(int id, String type, String target) {
        return "<Relationship Id=\"rId" + id + "\" Type=\"" + type + "\" Target=\"" + target + "\"/>";
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static void part(ZipOutputStream zip, String name, String xml) throws IOException {
        part(zip, name, xml.getBytes(StandardCharsets.UTF_8));
    }

    private static void part(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(STAMP);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    private static byte[] ballast() {
        byte[] noise = new byte[19_000];
        new Random(1).nextBytes(noise);
        return ("<ballast>" + Base64.getEncoder().encodeToString(noise) + "</ballast>").getBytes(StandardCharsets.US_ASCII);
    }

    private static final String CONTENT_TYPES = XML + "<Types xmlns=\"" + PACKAGE + "content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + override("word/document", "wordprocessingml.document.main")
            + override("word/styles", "wordprocessingml.styles") + override("docProps/app", "extended-properties")
            + "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>";

    private static String override(String part, String type) {
        return "<Override PartName=\"/" + part + ".xml\" ContentType=\"application/vnd.openxmlformats-officedocument." + type
                + "+xml\"/>";
    }

    private static final String STYLES = XML + "<w:styles xmlns:w=\"" + W + "\">"
            + style("Normal", "Normal", " w:default=\"1\"", "<w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/>", "仿宋", 32)
            + style("Title", "Title", "", "<w:jc w:val=\"center\"/><w:ind w:firstLine=\"0\"/>", "宋体", 44)
            + style("Heading1", "heading 1", "", "<w:outlineLvl w:val=\"0\"/>", "黑体", 32) + "</w:styles>";

    private static String style(String id, String name, String attributes, String paragraph, String font, int halfPoints) {
        return "<w:style w:type=\"paragraph\" w:styleId=\"" + id + "\"" + attributes + "><w:name w:val=\"" + name + "\"/><w:pPr>"
                + "<w:spacing w:line=\"560\" w:lineRule=\"exact\"/>" + paragraph + "</w:pPr><w:rPr><w:rFonts w:ascii=\"" + font
                + "\" w:hAnsi=\"" + font + "\" w:eastAsia=\"" + font + "\"/><w:sz w:val=\"" + halfPoints
                + "\"/></w:rPr></w:style>";
    }
}
