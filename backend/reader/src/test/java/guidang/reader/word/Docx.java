package guidang.reader.word;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Builds a docx part by part.
final class Docx {
    private static final String NAMESPACES = " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
            + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"";
    private static final String TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final String RELATIONS = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";

    private final Map<String, String> parts = new LinkedHashMap<>();
    private final StringBuilder relations = new StringBuilder(RELATIONS);

    static Docx of(String body) {
        Docx docx = new Docx();
        docx.parts.put("[Content_Types].xml", "<Types/>");
        docx.parts.put("_rels/.rels", RELATIONS + "<Relationship Id=\"r\" Type=\"" + TYPE
                + "officeDocument\" Target=\"word/document.xml\"/></Relationships>");
        docx.parts.put("word/document.xml", "<w:document" + NAMESPACES + "><w:body>" + body + "</w:body></w:document>");
        return docx;
    }

    Docx with(String type, String root, String content) {
        String name = type + parts.size() + ".xml";
        relations.append("<Relationship Id=\"r").append(parts.size()).append("\" Type=\"").append(TYPE).append(type)
                .append("\" Target=\"")
                .append(name).append("\"/>");
        parts.put("word/" + name, "<w:" + root + NAMESPACES + ">" + content + "</w:" + root + ">");
        return this;
    }

    /// One list, whose levels are given as format and text.
    Docx numbered(String... levels) {
        StringBuilder xml = new StringBuilder("<w:abstractNum w:abstractNumId=\"0\">");
        for (int i = 0; i < levels.length; i += 2) {
            xml.append(level(i / 2, levels[i], levels[i + 1], ""));
        }
        return with("numbering", "numbering", xml + "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
                + "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>");
    }

    static String level(int level, String format, String text, String more) {
        return "<w:lvl w:ilvl=\"" + level + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" + format + "\"/>" + more
                + "<w:lvlText w:val=\"" + text
                + "\"/></w:lvl>";
    }

    Docx part(String name, String content) {
        parts.put(name, content);
        return this;
    }

    WordFile read(Path folder) throws Exception {
        Path file = folder.resolve("file.docx");
        parts.put("word/_rels/document.xml.rels", relations + "</Relationships>");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return WordFile.read(file, 1_000_000);
    }

    static String p(String text) {
        return "<w:p>" + r(text) + "</w:p>";
    }

    static String p(String properties, String text) {
        return "<w:p><w:pPr>" + properties + "</w:pPr>" + r(text) + "</w:p>";
    }

    static String n(int numbers, int level, String text) {
        return p("<w:numPr><w:ilvl w:val=\"" + level + "\"/><w:numId w:val=\"" + numbers + "\"/></w:numPr>", text);
    }

    static String r(String text) {
        return "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
    }

    static String cell(String properties, String text) {
        return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + p(text) + "</w:tc>";
    }
}
