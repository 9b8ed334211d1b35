package guidang.server.statistics;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/// An Office Open XML workbook of one sheet (ECMA-376), with the least that a
/// spreadsheet needs. Texts stand in their cells, so nothing has to be kept
/// until the end; none of them is ever a formula.
final class XlsxFormat implements TableFormat {
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final int LONGEST = 32_767;
    private static final int BOLD = 1;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8);
    private int row;

    @Override
    public byte[] begin(Table table) {
        part("[Content_Types].xml", "<Types xmlns=\"" + PACKAGE + "content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>" + type("workbook", "sheet.main")
                + type("styles", "styles") + type("worksheets/sheet1", "worksheet") + "</Types>");
        part("_rels/.rels", relations(relation(1, "officeDocument", "xl/workbook.xml")));
        part("xl/workbook.xml", "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + DOCUMENT + "\"><sheets><sheet name=\""
                + sheetName(table.title()) + "\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        part("xl/_rels/workbook.xml.rels",
                relations(relation(1, "worksheet", "worksheets/sheet1.xml") + relation(2, "styles", "styles.xml")));
        part("xl/styles.xml", "<styleSheet xmlns=\"" + MAIN + "\"><fonts count=\"2\"><font><sz val=\"11\"/></font>"
                + "<font><b/><sz val=\"11\"/></font></fonts><fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
                + "<fill><patternFill patternType=\"gray125\"/></fill></fills><borders count=\"1\"><border/></borders>"
                + "<cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"2\"><xf xfId=\"0\"/>"
                + "<xf xfId=\"0\" fontId=\"1\" applyFont=\"1\"/></cellXfs></styleSheet>");
        open("xl/worksheets/sheet1.xml");
        int head = table.stamp().size() + 3;
        write(XML + "<worksheet xmlns=\"" + MAIN + "\"><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"" + head
                + "\" topLeftCell=\"A" + (head + 1) + "\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>"
                + "<cols><col min=\"1\" max=\"" + Math.max(1, table.head().size())
                + "\" width=\"16\" customWidth=\"1\"/></cols><sheetData>");
        write(row(List.of(table.title()), BOLD));
        table.stamp().forEach((key, value) -> write(row(List.of(key, value), 0)));
        write(row(List.of(), 0) + row(new ArrayList<@Nullable Object>(table.head()), BOLD));
        return drained();
    }

    @Override
    public byte[] rows(List<List<@Nullable Object>> rows) {
        for (List<@Nullable Object> cells : rows) {
            write(row(cells, 0));
        }
        return drained();
    }

    @Override
    public byte[] end() {
        write("</sheetData></worksheet>");
        try {
            zip.close();
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return drained();
    }

    private byte[] drained() {
        byte[] all = bytes.toByteArray();
        bytes.reset();
        return all;
    }

    private String row(List<@Nullable Object> cells, int style) {
        StringBuilder xml = new StringBuilder("<row r=\"").append(++row).append("\">");
        for (int i = 0; i < cells.size(); i++) {
            cell(xml, i, cells.get(i), style);
        }
        return xml.append("</row>").toString();
    }

    private void cell(StringBuilder xml, int column, @Nullable Object value, int style) {
        if (value == null) {
            return;
        }
        xml.append("<c r=\"").append(letters(column)).append(row).append('"');
        if (style > 0) {
            xml.append(" s=\"").append(style).append('"');
        }
        if (value instanceof Number number) {
            xml.append("><v>").append(number).append("</v></c>");
        } else {
            xml.append(" t=\"inlineStr\"><is><t xml:space=\"preserve\">").append(escaped(value.toString()))
                    .append("</t></is></c>");
        }
    }

    /// A, B … Z, AA …
    static String letters(int column) {
        String last = String.valueOf((char) ('A' + column % 26));
        return column < 26 ? last : letters(column / 26 - 1) + last;
    }

    /// What XML 1.0 can't hold is left out.
    private static String escaped(String text) {
        StringBuilder xml = new StringBuilder(text.length() + 16);
        text.codePoints().limit(LONGEST).filter(XlsxFormat::allowed).forEach(c -> {
            switch (c) {
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '&' -> xml.append("&amp;");
                case '"' -> xml.append("&quot;");
                default -> xml.appendCodePoint(c);
            }
        });
        return xml.toString();
    }

    private static boolean allowed(int c) {
        return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c < 0xD800) || (c > 0xDFFF && c < 0xFFFE) || c > 0xFFFF;
    }

    private static String sheetName(String title) {
        String plain = title.replaceAll("[\\[\\]:*?/\\\\]", " ");
        return escaped(plain.length() > 31 ? plain.substring(0, 31) : plain);
    }

    private static String type(String part, String kind) {
        return "<Override PartName=\"/xl/" + part
                + ".xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml." + kind + "+xml\"/>";
    }

    private static String relations(String all) {
        return "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + all + "</Relationships>";
    }

    private static String relation(int id, String type, String target) {
        return "<Relationship Id=\"rId" + id + "\" Type=\"" + DOCUMENT + "/" + type + "\" Target=\"" + target + "\"/>";
    }

    private void part(String name, String xml) {
        open(name);
        write(XML + xml);
    }

    private void open(String name) {
        try {
            zip.putNextEntry(new ZipEntry(name));
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
    }

    private void write(String xml) {
        try {
            zip.write(xml.getBytes(StandardCharsets.UTF_8));
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
    }
}
