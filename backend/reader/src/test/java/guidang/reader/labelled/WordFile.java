package guidang.reader.labelled;

import static guidang.reader.labelled.Zip.escaped;

import guidang.reader.labelled.Line.Sort;
import java.util.ArrayList;
import java.util.List;

/// A labelled document as Word and WPS write it (ISO/IEC 29500-1).
final class WordFile {
    private static final String MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    /// Word cuts a paragraph into runs where it likes.
    private static final int RUN = 37;

    private final List<Line> lines;
    private final boolean hasStyles;
    private final Numbering numbering;
    private final StringBuilder body = new StringBuilder();

    private WordFile(Labelled document, boolean hasStyles, Numbering numbering) {
        this.lines = Line.of(document).stream().filter(line -> line.sort() != Sort.FURNITURE && line.sort() != Sort.BLANK)
                .toList();
        this.hasStyles = hasStyles;
        this.numbering = numbering;
    }

    /// Paragraphs alone, numbers typed, tables as text with tabulators.
    static byte[] plain(Labelled document) {
        return new WordFile(document, false, Numbering.none()).write(false);
    }

    /// Headings have styles; numbers are typed.
    static byte[] styled(Labelled document) {
        return new WordFile(document, true, Numbering.none()).write(false);
    }

    /// Headings have styles, and numbers that Word could have counted stand in
    /// numbering.xml alone.
    static byte[] numbered(Labelled document) {
        return new WordFile(document, true, new Numbering()).write(false);
    }

    /// Rows become tables; an empty cell is merged with the one above.
    static byte[] tables(Labelled document) {
        return new WordFile(document, false, Numbering.none()).write(true);
    }

    private byte[] write(boolean hasTables) {
        for (int i = 0; i < lines.size();) {
            Line line = lines.get(i);
            int end = i + 1;
            while (end < lines.size() && isTogether(line, lines.get(end), hasTables)) {
                end++;
            }
            if (hasTables && line.sort() == Sort.ROW) {
                table(lines.subList(i, end));
            } else {
                paragraph(line, lines.subList(i, end));
            }
            i = end;
        }
        return parts();
    }

    /// Rows of a table, and the lines of a title, which soft breaks divide.
    private static boolean isTogether(Line first, Line next, boolean hasTables) {
        boolean isTitle = first.sort() == Sort.TITLE;
        boolean isTable = hasTables && first.sort() == Sort.ROW && first.level() == next.level();
        return first.sort() == next.sort() && (isTitle || isTable);
    }

    private void paragraph(Line line, List<Line> broken) {
        String counted = numbering.properties(line);
        body.append("<w:p><w:pPr>").append(style(line)).append(counted).append(layout(line)).append("</w:pPr>");
        for (int i = 0; i < broken.size(); i++) {
            body.append(i > 0 ? "<w:r><w:br/></w:r>" : "");
            runs(counted.isEmpty() ? broken.get(i).text() : broken.get(i).withoutLabel());
        }
        body.append("</w:p>");
    }

    private void runs(String text) {
        for (int from = 0; from < text.length(); from += RUN) {
            String words = text.substring(from, Math.min(text.length(), from + RUN));
            body.append("<w:r><w:rPr><w:rFonts w:eastAsia=\"仿宋_GB2312\"/></w:rPr>");
            for (String piece : words.split("(?<=\t)|(?=\t)", -1)) {
                body.append(piece.equals("\t") ? "<w:tab/>" : "<w:t xml:space=\"preserve\">" + escaped(piece) + "</w:t>");
            }
            body.append("</w:r>");
        }
    }

    private String style(Line line) {
        String style = switch (line.sort()) {
            case TITLE -> "a3";
            case SECTION -> "1";
            case CONTENTS -> "TOC1";
            case ITEM -> line.level() == 1 && isHeading(line) ? "2" : "";
            default -> "";
        };
        return !hasStyles || style.isEmpty() ? "" : "<w:pStyle w:val=\"" + style + "\"/>";
    }

    private static boolean isHeading(Line line) {
        return line.text().length() <= 60 && line.text().indexOf('。') < 0;
    }

    private static String layout(Line line) {
        boolean isCentered = line.sort() == Sort.TITLE || line.sort() == Sort.CENTERED;
        return isCentered ? "<w:jc w:val=\"center\"/>" : "<w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/>";
    }

    private void table(List<Line> rows) {
        List<List<String>> cells = new ArrayList<>();
        rows.forEach(row -> cells.add(List.of(row.text().split("\t", -1))));
        body.append("<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr><w:tblGrid/>");
        for (int row = 0; row < cells.size(); row++) {
            body.append("<w:tr>");
            for (int column = 0; column < cells.get(row).size(); column++) {
                cell(cells, row, column);
            }
            body.append("</w:tr>");
        }
        body.append("</w:tbl>");
    }

    private void cell(List<List<String>> cells, int row, int column) {
        boolean goesOn = row > 0 && cells.get(row).get(column).isEmpty();
        boolean begins = row + 1 < cells.size() && cells.get(row + 1).get(column).isEmpty();
        body.append("<w:tc><w:tcPr>").append(goesOn ? "<w:vMerge/>" : begins ? "<w:vMerge w:val=\"restart\"/>" : "")
                .append("</w:tcPr><w:p>");
        if (!goesOn) {
            runs(cells.get(row).get(column));
        }
        body.append("</w:p></w:tc>");
    }

    private byte[] parts() {
        String ns = " xmlns:w=\"" + MAIN + "\" xmlns:r=\"" + OFFICE + "\"";
        String footer = "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"f\"/></w:sectPr>";
        return new Zip()
                .part("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>" + type("document", "document.main")
                        + type("styles", "styles")
                        + type("numbering", "numbering") + type("footer1", "footer") + "</Types>")
                .part("_rels/.rels", relations(relation("d", "officeDocument", "word/document.xml")))
                .part("word/_rels/document.xml.rels", relations(relation("s", "styles", "styles.xml")
                        + relation("n", "numbering", "numbering.xml") + relation("f", "footer", "footer1.xml")))
                .part("word/styles.xml", "<w:styles" + ns + ">" + style("a", "Normal", "") + style("1", "heading 1", outline(0))
                        + style("2", "heading 2", outline(1)) + style("TOC1", "toc 1", "")
                        + style("a3", "Title", "<w:pPr><w:jc w:val=\"center\"/></w:pPr>") + "</w:styles>")
                .part("word/numbering.xml", "<w:numbering" + ns + ">" + numbering.xml() + "</w:numbering>")
                .part("word/footer1.xml", "<w:ftr" + ns + "><w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr><w:r><w:t>— </w:t></w:r>"
                        + "<w:fldSimple w:instr=\" PAGE \"><w:r><w:t>1</w:t></w:r></w:fldSimple><w:r><w:t> —</w:t></w:r></w:p></w:ftr>")
                .part("word/document.xml", "<w:document" + ns + "><w:body>" + body + footer + "</w:body></w:document>").finish();
    }

    private static String type(String part, String type) {
        return "<Override PartName=\"/word/" + part + ".xml\" ContentType=\"" + TYPE + type + "+xml\"/>";
    }

    private static String relations(String relations) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + relations
                + "</Relationships>";
    }

    private static String relation(String id, String type, String target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + OFFICE + "/" + type + "\" Target=\"" + target + "\"/>";
    }

    private static String style(String id, String name, String properties) {
        return "<w:style w:type=\"paragraph\" w:styleId=\"" + id + "\"><w:name w:val=\"" + name + "\"/>" + properties
                + "</w:style>";
    }

    private static String outline(int level) {
        return "<w:pPr><w:outlineLvl w:val=\"" + level + "\"/></w:pPr>";
    }
}
